package shutaf.shared;

/**
 * A partner of the coalition; 0 is the hub itself, which sees every partner's rows.
 *
 * @param value the number of the partner's row, never from a request body
 */
public record PartnerId(int value) implements Comparable<PartnerId> {
    /** The hub as the one who acts: the ledger posts and the operator reads under it. */
    public static final PartnerId HUB = new PartnerId(0);

    /** Refuses negative numbers, which are nobody. */
    public PartnerId {
        if (value < 0) {
            throw new IllegalArgumentException("no partner has number " + value);
        }
    }

    @Override
    public int compareTo(PartnerId other) {
        return Integer.compare(value, other.value);
    }
}
