package shutaf.reports.lifetimevalue;

import static shutaf.reports.statistics.GammaFunctions.logBeta;

import shutaf.reports.statistics.Gauss2F1;
import shutaf.reports.statistics.LogMixture;

/**
 * BG/BB: one chance to buy a period, taken with a probability spread as Beta(alpha, beta); at the
 * start of each period a customer leaves with a probability spread as Beta(gamma, delta). Fader,
 * Hardie and Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing
 * Science 29(6), 2010.
 *
 * @param alpha first parameter of the buying probability
 * @param beta second parameter of the buying probability
 * @param gamma first parameter of the leaving probability
 * @param delta second parameter of the leaving probability
 */
public record BgBb(double alpha, double beta, double gamma, double delta) {

    /** All parameters are above 0. */
    public BgBb {
        BuyingModel.requireAboveZero(alpha, beta, gamma, delta);
    }

    /** The log-likelihood of one customer's history. */
    public double logLikelihood(YearlyPattern p) {
        LogMixture mixture = new LogMixture(BgBbLikelihood.SIZE);
        ways(p).all(p, mixture);
        return mixture.log();
    }

    /** The probability, 0 to 1, to be active in the period after the last observed one. */
    public double alive(YearlyPattern p) {
        return Math.exp(boughtAsObserved(p, 0) + activeThrough(p.n() + 1) - logLikelihood(p));
    }

    /** Expected periods with a purchase among the next ones (eq. 13, term by term). */
    public double expected(YearlyPattern p, int periods) {
        double sum = 0;
        for (int j = 1; j <= periods; j++) {
            sum += Math.exp(activeThrough(p.n() + j));
        }
        return sum * Math.exp(boughtAsObserved(p, 1) - logLikelihood(p));
    }

    /**
     * Discounted expected residual transactions, to the end of time (eq. 14).
     *
     * @param d discount rate a period, above 0: a purchase j periods ahead counts 1/(1+d)^j
     */
    public double discountedResidual(YearlyPattern p, double d) {
        if (!(d > 0 && d < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("needs a discount rate above 0: " + d);
        }
        double next = delta + p.n() + 1;
        return Math.exp(boughtAsObserved(p, 1) + activeThrough(p.n() + 1) - logLikelihood(p))
                / (1 + d)
                * Gauss2F1.value(1, next, gamma + next, 1 / (1 + d));
    }

    /** The buying seen, while active all along, and so many purchases more. */
    private double boughtAsObserved(YearlyPattern p, int more) {
        return logBeta(alpha + p.x() + more, beta + p.n() - p.x()) - logBeta(alpha, beta);
    }

    private double activeThrough(int periods) {
        return logBeta(gamma, delta + periods) - logBeta(gamma, delta);
    }

    private BgBbLikelihood.Ways ways(YearlyPattern p) {
        return new BgBbLikelihood.Ways(new double[] {alpha, beta, gamma, delta}, p.n());
    }
}
