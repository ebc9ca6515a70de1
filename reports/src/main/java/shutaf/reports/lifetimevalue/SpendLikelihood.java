package shutaf.reports.lifetimevalue;

import shutaf.reports.statistics.GammaFunctions;
import shutaf.reports.statistics.Likelihood;
import shutaf.reports.statistics.LogMixture;
import shutaf.reports.statistics.Score;

import java.util.Map;

/**
 * Log-likelihood of Gamma-Gamma (Fader and Hardie, note 025, eq. 1a): of the mean m of x purchases,
 *
 * <pre>G(px+q)/(G(px) G(q)) * v^q (x m)^(px) / (m (x m + v)^(px+q))</pre>
 *
 * with the powers combined so that none is large by itself. Parameters in the order p, q, v.
 */
final class SpendLikelihood implements Likelihood {

    static final int SIZE = 3;

    private final SpendMeans customers;

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

    /** From customers counted by their repeat purchases. */
    SpendLikelihood(Map<Spend, Long> customers) {
        this(SpendMeans.of(customers));
    }

    /** From customers' means. */
    SpendLikelihood(SpendMeans customers) {
        this.customers = customers;
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
        for (SpendMeans.Group group : customers.groups()) {
            density.of(group.x());
            for (int k = 0; k < group.size(); k++) {
                one.clear();
                one.add(density.log(group.mean(k)), density.slope, density.curvature);
                score.add(group.customers(k), one);
            }
        }
        return score;
    }

    /**
     * The density of one customer's mean, with its derivatives. What depends on x and the
     * parameters alone is worked out once for all customers with that x.
     */
    private static final class Density {
        private final double p;
        private final double q;
        private final double v;
        private final double digammaQ;
        private final double trigammaQ;
        private final double[] slope = new double[SIZE];
        private final double[] curvature = new double[SIZE * SIZE];
        private double x;
        private double px;
        private double logBeta;
        private double slopeOfP;
        private double slopeOfQ;

        Density(double p, double q, double v) {
            this.p = p;
            this.q = q;
            this.v = v;
            digammaQ = GammaFunctions.digamma(q);
            trigammaQ = GammaFunctions.trigamma(q);
        }

        void of(int repeats) {
            x = repeats;
            px = p * x;
            logBeta = GammaFunctions.logBeta(px, q);
            double digamma = GammaFunctions.digamma(px + q);
            double trigamma = GammaFunctions.trigamma(px + q);
            slopeOfP = digamma - GammaFunctions.digamma(px);
            slopeOfQ = digamma - digammaQ;
            curvature[0] = x * x * (trigamma - GammaFunctions.trigamma(px));
            curvature[SIZE] = x * trigamma;
            curvature[SIZE + 1] = trigamma - trigammaQ;
        }

        double log(double mean) {
            double sum = x * mean;
            double byScale = Math.log1p(sum / v);
            double bySum = Math.log1p(v / sum);
            double all = sum + v;
            slope[0] = x * (slopeOfP - bySum);
            slope[1] = slopeOfQ - byScale;
            slope[2] = (q * sum - px * v) / (v * all);
            curvature[2 * SIZE] = -x / all;
            curvature[2 * SIZE + 1] = sum / (v * all);
            curvature[2 * SIZE + 2] = -q / (v * v) + (px + q) / (all * all);
            return -logBeta - q * byScale - px * bySum - Math.log(mean);
        }
    }
}
