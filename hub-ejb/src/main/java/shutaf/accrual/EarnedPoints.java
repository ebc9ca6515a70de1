package shutaf.accrual;

import shutaf.shared.Reason;

import java.util.List;

/**
 * What a purchase is worth and why.
 *
 * @param base points of the agreement's rate
 * @param bonus points of bonus rules together
 * @param reasons each rule that was looked at, with what it gave or why it did not
 */
public record EarnedPoints(long base, long bonus, List<Reason> reasons) {
    /** Base and bonus together. */
    public long total() {
        return Math.addExact(base, bonus);
    }
}
