package shutaf.reports.lifetimevalue;

/** A model of when customers buy and when they silently leave, with its parameters. */
public sealed interface BuyingModel permits BgNbd, MbgNbd, ParetoNbd, Nbd {

    /** The log-likelihood of one customer's history. */
    double logLikelihood(BuyingPattern pattern);

    /** The probability, 0 to 1, that a customer with this history will ever buy again. */
    double alive(BuyingPattern pattern);

    /**
     * How many days of purchase this customer is expected to have in the next weeks.
     *
     * @param weeks length of the horizon from the end of observation, at least 0 and finite
     */
    double expected(BuyingPattern pattern, double weeks);

    /**
     * How many repeat purchases anyone, of whom nothing is known yet, makes in the first weeks
     * after the first purchase.
     *
     * @param weeks at least 0 and finite
     */
    default double expectedOfNewcomer(double weeks) {
        return expected(new BuyingPattern(0, 0, 0), weeks);
    }

    /** Refuses a horizon that has no meaning. */
    static double requireHorizon(double weeks) {
        if (!(weeks >= 0 && weeks < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("needs a horizon of at least 0 weeks: " + weeks);
        }
        return weeks;
    }

    /** Refuses a parameter that no distribution has. */
    static void requireAboveZero(double... parameters) {
        for (double parameter : parameters) {
            if (!(parameter > 0 && parameter < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("needs parameters above 0: " + parameter);
            }
        }
    }
}
