package shutaf.reports.lifetimevalue;

/**
 * What a model expects of everybody with the same history, in columns by the number of the pattern.
 *
 * <p>Worked out once a pattern, however many customers show it.
 */
final class ExpectedBuying {
    private static final int WEEKS_OF_A_YEAR = 52;

    private final Patterns patterns;
    private final double[] alive;
    private final double[] purchases;
    private final double[] discounted;

    /** Asks the model about all patterns. */
    ExpectedBuying(BuyingModel model, Patterns patterns) {
        this.patterns = patterns;
        alive = new double[patterns.size()];
        purchases = new double[patterns.size()];
        discounted = new double[patterns.size()];
        for (int k = 0; k < patterns.size(); k++) {
            BuyingPattern pattern = patterns.pattern(k);
            alive[k] = model.alive(pattern);
            purchases[k] = model.expected(pattern, WEEKS_OF_A_YEAR);
            discounted[k] = Horizon.TWELVE_MONTHS.purchases(model, pattern);
        }
    }

    /** Number of a pattern that a customer shows. */
    int of(BuyingPattern pattern) {
        return patterns.indexOf(pattern);
    }

    /** Chance that such a customer ever buys again. */
    double alive(int k) {
        return alive[k];
    }

    /** Days of purchase of the next 52 weeks. */
    double purchases(int k) {
        return purchases[k];
    }

    /** Those of twelve months, each discounted to today. */
    double discounted(int k) {
        return discounted[k];
    }

    /** How many customers will buy again. */
    double allAlive() {
        return sum(alive);
    }

    /** Days of purchase of the next 52 weeks of all customers. */
    double allPurchases() {
        return sum(purchases);
    }

    private double sum(double[] column) {
        double sum = 0;
        for (int k = 0; k < column.length; k++) {
            sum += patterns.customers(k) * column[k];
        }
        return sum;
    }
}
