package shutaf.reports.lifetimevalue;

import java.util.stream.Stream;

/**
 * BG/NBD: buying at a rate spread as Gamma(r, alpha); after each repeat purchase a customer leaves
 * with a probability spread as Beta(a, b). Fader, Hardie and Lee, "Counting Your Customers the Easy
 * Way", Marketing Science 24(2), 2005.
 *
 * <p>Who has never come back is active by definition: leaving is possible at a repeat purchase
 * only. Read P(alive) = 1 of a single purchase with that in mind.
 *
 * @param r shape of the buying rates
 * @param alpha scale of the buying rates, weeks
 * @param a first parameter of the leaving probability
 * @param b second parameter of the leaving probability
 */
public record BgNbd(double r, double alpha, double a, double b) implements BuyingModel {

    /** All parameters are above 0. */
    public BgNbd {
        BuyingModel.requireAboveZero(r, alpha, a, b);
    }

    @Override
    public double logLikelihood(BuyingPattern pattern) {
        return BetaGeometricLikelihood.bgNbd(Patterns.of(Stream.of(pattern)))
                .at(new double[] {r, alpha, a, b})
                .value();
    }

    @Override
    public double alive(BuyingPattern pattern) {
        return pattern.x() == 0 ? 1 : new BetaGeometric(r, alpha, a, b).alive(pattern);
    }

    @Override
    public double expected(BuyingPattern pattern, double weeks) {
        BuyingModel.requireHorizon(weeks);
        return alive(pattern) * new BetaGeometric(r, alpha, a, b).expectedIfActive(pattern, weeks);
    }
}
