package shutaf.ledger;

import java.util.Optional;

/**
 * An amount that moves from one account to another; never negative, so that a journal cannot fail
 * to balance.
 *
 * @param unit PTS, or the currency of minor units
 * @param from where it leaves
 * @param to where it arrives
 * @param amount above zero
 * @param credits the lot that a member's credit goes into
 */
public record Posting(
        String unit, Account from, Account to, long amount, Optional<LotKey> credits) {
    /** The unit of points. */
    public static final String POINTS = "PTS";

    /** Refuses zero and negative amounts. */
    public Posting {
        if (amount <= 0) {
            throw new IllegalArgumentException("a posting moves more than nothing, not " + amount);
        }
    }

    /** Points from one account to another that is no lot's. */
    public static Posting points(Account from, Account to, long points) {
        return new Posting(POINTS, from, to, points, Optional.empty());
    }

    /** Points into a member's lot. */
    public static Posting credit(Account from, LotKey lot, long points) {
        Account to = lot.activatesOn() == null
                ? Account.member(lot.member())
                : Account.pending(lot.member());
        return new Posting(POINTS, from, to, points, Optional.of(lot));
    }
}
