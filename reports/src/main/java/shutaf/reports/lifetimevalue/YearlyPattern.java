package shutaf.reports.lifetimevalue;

import java.util.Comparator;

/**
 * One customer's history where buying is possible once a period, for example a donor by years.
 *
 * @param x periods with a purchase
 * @param tx the last of them, counted from 1; 0 exactly when x is 0
 * @param n periods observed
 */
public record YearlyPattern(int x, int tx, int n) implements Comparable<YearlyPattern> {

    private static final Comparator<YearlyPattern> ORDER = Comparator.comparingInt(YearlyPattern::x)
            .thenComparingInt(YearlyPattern::tx)
            .thenComparingInt(YearlyPattern::n);

    /** Refuses a history that cannot be. */
    public YearlyPattern {
        if (x < 0 || tx < x || n < tx || (x == 0) != (tx == 0)) {
            throw new IllegalArgumentException(
                    "no such history: x = " + x + ", t_x = " + tx + ", n = " + n);
        }
    }

    @Override
    public int compareTo(YearlyPattern other) {
        return ORDER.compare(this, other);
    }
}
