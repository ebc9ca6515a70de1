package shutaf.shared;

/**
 * An expected no.
 *
 * @param reason code
 * @param field path of the offending field as in the API, empty when it is none in particular
 * @param detail what is wrong and what to do
 */
public record Refusal(RefusalReason reason, String field, String detail) {
    /** A refusal that concerns no field in particular. */
    public static Refusal of(RefusalReason reason, String detail) {
        return new Refusal(reason, "", detail);
    }
}
