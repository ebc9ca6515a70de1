package shutaf.reports.lifetimevalue;

import java.util.OptionalDouble;

/**
 * Gamma-Gamma: what one purchase is worth varies around a customer's own mean, and the means vary
 * between customers. Fader, Hardie and Lee, "RFM and CLV", Journal of Marketing Research 42, 2005;
 * Fader and Hardie, note 025 (2013). Assumes that how much and how often have nothing to do with
 * each other: their correlation is reported beside every fit.
 *
 * @param p shape of one customer's purchases
 * @param q shape of the spread between customers; a mean exists only above 1
 * @param v scale of the spread between customers, money
 */
public record GammaGamma(double p, double q, double v) {

    /** All parameters are above 0. */
    public GammaGamma {
        BuyingModel.requireAboveZero(p, q, v);
    }

    /** The mean worth of a purchase over all customers, or empty when q is 1 or less. */
    public OptionalDouble populationMean() {
        return expectedSpend(0, 0);
    }

    /**
     * Expected mean worth of this customer's purchases, {@code p (v + x m) / (p x + q - 1)}:
     * between the customer's own mean and everybody's. Empty where the distribution has no mean.
     *
     * @param x purchases behind the mean, at least 0
     * @param mean their mean worth; not read when x is 0
     */
    public OptionalDouble expectedSpend(int x, double mean) {
        double below = p * x + q - 1;
        if (below <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(p * (v + (x == 0 ? 0 : x * mean)) / below);
    }
}
