package shutaf.reports.lifetimevalue;

import shutaf.reports.statistics.LogMixture;
import shutaf.reports.statistics.TricomiU;

/**
 * Pareto/NBD: buying at a rate spread as Gamma(r, alpha) until an unseen end, whose rate is spread
 * as Gamma(s, beta). Schmittlein, Morrison and Colombo, "Counting Your Customers", Management
 * Science 33(1), 1987; expressions as in Fader and Hardie's notes 009 (2005) and Fader, Hardie and
 * Lee, "RFM and CLV", Journal of Marketing Research 42, 2005.
 *
 * @param r shape of the buying rates
 * @param alpha scale of the buying rates, weeks
 * @param s shape of the leaving rates
 * @param beta scale of the leaving rates, weeks
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements BuyingModel {

    /** All parameters are above 0. */
    public ParetoNbd {
        BuyingModel.requireAboveZero(r, alpha, s, beta);
    }

    @Override
    public double logLikelihood(BuyingPattern pattern) {
        LogMixture mixture = new LogMixture(ParetoNbdLikelihood.SIZE);
        ways(pattern).all(pattern, mixture);
        return mixture.log();
    }

    @Override
    public double alive(BuyingPattern pattern) {
        LogMixture mixture = new LogMixture(ParetoNbdLikelihood.SIZE);
        double active = ways(pattern).all(pattern, mixture);
        return Math.min(1, Math.exp(active - mixture.log()));
    }

    /**
     * {@code P(alive) (r+x)(beta+T)/(alpha+T) * [1 - ((beta+T)/(beta+T+t))^(s-1)]/(s-1)}; the last
     * factor by expm1, which is exact next to its removable singularity s = 1 too.
     */
    @Override
    public double expected(BuyingPattern pattern, double weeks) {
        double grown = Math.log1p(BuyingModel.requireHorizon(weeks) / (beta + pattern.t()));
        double left = s - 1;
        double lifetime = left == 0 ? grown : -Math.expm1(-left * grown) / left;
        return rateWhileAlive(pattern) * lifetime;
    }

    /**
     * Discounted expected residual transactions: all future purchases to the end of time, each
     * worth {@code exp(-delta u)} after u weeks.
     *
     * <p>{@code P(alive) (r+x)(beta+T)/(alpha+T) * U(1, 2-s, delta (beta+T))}, by Kummer's
     * transformation the published {@code delta^(s-1) (beta+T)^s U(s, s, delta (beta+T))} without
     * its huge and tiny factors.
     *
     * @param delta continuous discount rate per week, above 0
     */
    public double discountedResidual(BuyingPattern pattern, double delta) {
        if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("needs a discount rate above 0: " + delta);
        }
        return rateWhileAlive(pattern)
                * Math.exp(TricomiU.log(1, 2 - s, delta * (beta + pattern.t())));
    }

    private double rateWhileAlive(BuyingPattern pattern) {
        return alive(pattern) * (r + pattern.x()) * (beta + pattern.t()) / (alpha + pattern.t());
    }

    private ParetoNbdLikelihood.Ways ways(BuyingPattern pattern) {
        return new ParetoNbdLikelihood.Ways(new double[] {r, alpha, s, beta}, pattern.x());
    }
}
