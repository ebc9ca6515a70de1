package shutaf.reports.lifetimevalue;

import java.util.stream.Stream;

/**
 * MBG/NBD: as BG/NBD, but a customer may leave right after the first purchase too, so that a single
 * purchase long ago no longer counts as active for sure. Batislam, Denizel and Filiztekin,
 * "Empirical validation and comparison of models for customer base analysis", International Journal
 * of Research in Marketing 24(3), 2007.
 *
 * @param r shape of the buying rates
 * @param alpha scale of the buying rates, weeks
 * @param a first parameter of the leaving probability
 * @param b second parameter of the leaving probability
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BuyingModel {

    /** All parameters are above 0. */
    public MbgNbd {
        BuyingModel.requireAboveZero(r, alpha, a, b);
    }

    @Override
    public double logLikelihood(BuyingPattern pattern) {
        return BetaGeometricLikelihood.mbgNbd(Patterns.of(Stream.of(pattern)))
                .at(new double[] {r, alpha, a, b})
                .value();
    }

    @Override
    public double alive(BuyingPattern pattern) {
        return new BetaGeometric(r, alpha, a, b + 1).alive(pattern);
    }

    @Override
    public double expected(BuyingPattern pattern, double weeks) {
        BuyingModel.requireHorizon(weeks);
        return alive(pattern)
                * new BetaGeometric(r, alpha, a, b + 1).expectedIfActive(pattern, weeks);
    }
}
