package shutaf.shared;

/**
 * A member's account: opaque, it says nothing about the person.
 *
 * @param value a positive number given at enrolment
 */
public record MemberId(long value) implements Comparable<MemberId> {
    /** Refuses what cannot be a member. */
    public MemberId {
        if (value <= 0) {
            throw new IllegalArgumentException("no member has number " + value);
        }
    }

    @Override
    public int compareTo(MemberId other) {
        return Long.compare(value, other.value);
    }
}
