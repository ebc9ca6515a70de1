package shutaf.reports.lifetimevalue;

import shutaf.reports.statistics.GammaFunctions;
import shutaf.reports.statistics.Likelihood;
import shutaf.reports.statistics.LogMixture;
import shutaf.reports.statistics.Score;

import java.util.Map;
import java.util.TreeMap;

/**
 * Log-likelihood of Gamma-Gamma (Fader and Hardie, note 025, eq. 1a): of the mean m of x purchases,
 *
 * <pre>G(px+q)/(G(px) G(q)) * v^q (x m)^(px) / (m (x m + v)^(px+q))</pre>
 *
 * with the powers combined so that none is large by itself. Parameters in the order p, q, v.
 */
final class SpendLikelihood implements Likelihood {

    static final int SIZE = 3;

    private final Map<Spend, Long> patterns;

    /**
     * A customer's repeat purchases.
     *
     * @param x how many, at least 1
     * @param mean their mean worth, above 0
     */
    record Spend(int x, double mean) implements Comparable<Spend> {
        @Override
        public int compareTo(Spend other) {
            int byCount = Integer.compare(x, other.x);
            return byCount != 0 ? byCount : Double.compare(mean, other.mean);
        }
    }

    SpendLikelihood(Map<Spend, Long> patterns) {
        this.patterns = new TreeMap<>(patterns);
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public Score at(double[] parameters) {
        Density density = new Density(parameters[0], parameters[1], parameters[2]);
        Score score = new Score(SIZE);
        LogMixture one = new LogMixture(SIZE);
        patterns.forEach((spend, customers) -> {
            one.clear();
            one.add(density.log(spend), density.slope, density.curvature);
            score.add(customers, one);
        });
        return score;
    }

    /** The density of one customer's mean, with its derivatives. */
    private static final class Density {
        private final double p;
        private final double q;
        private final double v;
        private final double digammaQ;
        private final double trigammaQ;
        private final double[] slope = new double[SIZE];
        private final double[] curvature = new double[SIZE * SIZE];

        Density(double p, double q, double v) {
            this.p = p;
            this.q = q;
            this.v = v;
            digammaQ = GammaFunctions.digamma(q);
            trigammaQ = GammaFunctions.trigamma(q);
        }

        double log(Spend spend) {
            double x = spend.x();
            double px = p * x;
            double sum = x * spend.mean();
            double byScale = Math.log1p(sum / v);
            double bySum = Math.log1p(v / sum);
            double all = sum + v;
            double digamma = GammaFunctions.digamma(px + q);
            double trigamma = GammaFunctions.trigamma(px + q);
            slope[0] = x * (digamma - GammaFunctions.digamma(px) - bySum);
            slope[1] = digamma - digammaQ - byScale;
            slope[2] = (q * sum - px * v) / (v * all);
            curvature[0] = x * x * (trigamma - GammaFunctions.trigamma(px));
            curvature[SIZE] = x * trigamma;
            curvature[SIZE + 1] = trigamma - trigammaQ;
            curvature[2 * SIZE] = -x / all;
            curvature[2 * SIZE + 1] = sum / (v * all);
            curvature[2 * SIZE + 2] = -q / (v * v) + (px + q) / (all * all);
            return -GammaFunctions.logBeta(px, q)
                    - q * byScale
                    - px * bySum
                    - Math.log(spend.mean());
        }
    }
}
