package shutaf.reports.lifetimevalue;

/**
 * Over how long, and with what discount, purchases are turned into value:
 *
 * <pre>sum over k = 1..periods of spend * (E[k * weeks] - E[(k-1) * weeks]) / (1 + rate)^k</pre>
 *
 * where E is the expected number of purchases until then: every period's purchases are paid at its
 * end. With twelve periods of 4.345 weeks at 1 percent this is the CLV of the packages lifetimes
 * and PyMC-Marketing for data in weeks. Margin is one: multiply by it where it is known.
 *
 * @param periods how many periods
 * @param weeks length of a period
 * @param rate discount a period, at least 0
 */
public record Horizon(int periods, double weeks, double rate) {

    /** Twelve months of 4.345 weeks at 1 percent a month. */
    public static final Horizon TWELVE_MONTHS = new Horizon(12, 4.345, 0.01);

    /** Refuses a horizon that has no end or grows money by waiting. */
    public Horizon {
        boolean sensible = periods > 0 && weeks > 0 && weeks < Double.POSITIVE_INFINITY;
        if (!sensible || !(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "no such horizon: " + periods + " periods, " + weeks + " weeks, " + rate);
        }
    }

    /** Discounted purchases of a customer over the horizon. */
    public double purchases(BuyingModel model, BuyingPattern pattern) {
        double sum = 0;
        double before = 0;
        double discount = 1;
        for (int k = 1; k <= periods; k++) {
            double until = model.expected(pattern, k * weeks);
            discount /= 1 + rate;
            sum += (until - before) * discount;
            before = until;
        }
        return sum;
    }

    /** Discounted value of a customer whose purchases are worth {@code spend} each. */
    public double value(BuyingModel model, BuyingPattern pattern, double spend) {
        return spend * purchases(model, pattern);
    }
}
