package shutaf.reports.lifetimevalue;

import java.util.Comparator;

/**
 * All that the models know of one customer, in the letters of the literature.
 *
 * @param x days of purchase after the first
 * @param tx weeks from the first to the last purchase; 0 exactly when x is 0
 * @param t weeks from the first purchase to the end of observation, at least {@code tx}
 */
public record BuyingPattern(int x, double tx, double t) implements Comparable<BuyingPattern> {

    private static final Comparator<BuyingPattern> ORDER = Comparator.comparingInt(BuyingPattern::x)
            .thenComparingDouble(BuyingPattern::tx)
            .thenComparingDouble(BuyingPattern::t);

    /** Refuses a history that cannot be: every formula would answer it with nonsense. */
    public BuyingPattern {
        boolean possible = x >= 0 && tx >= 0 && tx <= t && t < Double.POSITIVE_INFINITY;
        if (!possible || (x == 0) != (tx == 0)) {
            throw new IllegalArgumentException(
                    "no such history: x = " + x + ", t_x = " + tx + ", T = " + t);
        }
    }

    @Override
    public int compareTo(BuyingPattern other) {
        return ORDER.compare(this, other);
    }
}
