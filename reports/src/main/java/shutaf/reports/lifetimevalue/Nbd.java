package shutaf.reports.lifetimevalue;

import shutaf.reports.statistics.Likelihood;
import shutaf.reports.statistics.LogMixture;
import shutaf.reports.statistics.Score;

import java.util.stream.Stream;

/**
 * NBD: buying at a rate spread as Gamma(r, alpha), and nobody ever leaves. Ehrenberg, "The pattern
 * of consumer purchases", Applied Statistics 8, 1959. What the richer models fall back to when a
 * history shows nobody leaving.
 *
 * @param r shape of the buying rates
 * @param alpha scale of the buying rates, weeks
 */
public record Nbd(double r, double alpha) implements BuyingModel {

    /** Both parameters are above 0. */
    public Nbd {
        BuyingModel.requireAboveZero(r, alpha);
    }

    static Likelihood likelihood(Patterns patterns) {
        return new OfPatterns(patterns);
    }

    @Override
    public double logLikelihood(BuyingPattern pattern) {
        return likelihood(Patterns.of(Stream.of(pattern)))
                .at(new double[] {r, alpha})
                .value();
    }

    @Override
    public double alive(BuyingPattern pattern) {
        return 1;
    }

    @Override
    public double expected(BuyingPattern pattern, double weeks) {
        return (r + pattern.x()) / (alpha + pattern.t()) * BuyingModel.requireHorizon(weeks);
    }

    private record OfPatterns(Patterns patterns) implements Likelihood {

        @Override
        public int size() {
            return 2;
        }

        @Override
        public Score at(double[] parameters) {
            GammaRates rates = new GammaRates(parameters[0], parameters[1], patterns.mostRepeats());
            Score score = new Score(2);
            LogMixture one = new LogMixture(2);
            double[] slope = new double[2];
            double[] curvature = new double[4];
            for (int k = 0; k < patterns.size(); k++) {
                BuyingPattern p = patterns.pattern(k);
                one.clear();
                one.add(rates.buyUntil(p.x(), p.t(), slope, curvature, 2), slope, curvature);
                score.add(patterns.customers(k), one);
            }
            return score;
        }
    }
}
