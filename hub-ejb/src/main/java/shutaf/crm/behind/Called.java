package shutaf.crm.behind;

/**
 * Something that people call by a name and addresses by a code.
 *
 * @param what what it is
 * @param code its code
 */
public record Called(What what, String code) {
    /** Things with names. */
    public enum What {
        PARTNER,
        TIER,
        SEGMENT
    }

    /** A partner. */
    static Called partner(String code) {
        return new Called(What.PARTNER, code);
    }
}
