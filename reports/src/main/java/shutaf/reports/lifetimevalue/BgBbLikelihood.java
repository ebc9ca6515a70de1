package shutaf.reports.lifetimevalue;

import shutaf.reports.statistics.Likelihood;
import shutaf.reports.statistics.LogMixture;
import shutaf.reports.statistics.Rising;
import shutaf.reports.statistics.Score;

import java.util.Map;
import java.util.TreeMap;

/**
 * Log-likelihood of BG/BB (Fader, Hardie, Shang 2010, eq. 5): still active after n periods, or left
 * after period t_x + i for some i below n - t_x,
 *
 * <pre>B(alpha+x, beta+n-x)/B(alpha,beta) * B(gamma, delta+n)/B(gamma,delta)
 * + sum over i of B(alpha+x, beta+t_x-x+i)/B(alpha,beta) * B(gamma+1, delta+t_x+i)/B(gamma,delta)
 * </pre>
 *
 * All arguments differ from the parameters by whole numbers, so that tables of rising factorials
 * are all it needs. Parameters in the order alpha, beta, gamma, delta.
 */
final class BgBbLikelihood implements Likelihood {

    static final int SIZE = 4;

    private final Map<YearlyPattern, Long> patterns;
    private final int longest;

    BgBbLikelihood(Map<YearlyPattern, Long> patterns) {
        this.patterns = new TreeMap<>(patterns);
        this.longest =
                patterns.keySet().stream().mapToInt(YearlyPattern::n).max().orElse(0);
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public Score at(double[] parameters) {
        Ways ways = new Ways(parameters, longest);
        Score score = new Score(SIZE);
        LogMixture mixture = new LogMixture(SIZE);
        patterns.forEach((pattern, customers) -> {
            ways.all(pattern, mixture);
            score.add(customers, mixture);
        });
        return score;
    }

    /** The ways of one history, each with its derivatives. */
    static final class Ways {
        private final Rising ofAlpha;
        private final Rising ofBeta;
        private final Rising ofBuying;
        private final Rising ofGamma;
        private final Rising ofDelta;
        private final Rising ofLeaving;
        private final double[] slope = new double[SIZE];
        private final double[] curvature = new double[SIZE * SIZE];

        Ways(double[] parameters, int longest) {
            ofAlpha = new Rising(parameters[0], longest + 1);
            ofBeta = new Rising(parameters[1], longest + 1);
            ofBuying = new Rising(parameters[0] + parameters[1], longest + 1);
            ofGamma = new Rising(parameters[2], 1);
            ofDelta = new Rising(parameters[3], longest + 1);
            ofLeaving = new Rising(parameters[2] + parameters[3], longest + 1);
        }

        /** Fills the mixture and returns the logarithm of the way "still active after n". */
        double all(YearlyPattern p, LogMixture mixture) {
            mixture.clear();
            double active = way(p.x(), p.n() - p.x(), 0, p.n());
            mixture.add(active, slope, curvature);
            for (int left = p.tx(); left < p.n(); left++) {
                double log = way(p.x(), left - p.x(), 1, left);
                mixture.add(log, slope, curvature);
            }
            return active;
        }

        /** So many periods bought and not bought while active; left or not after so many stayed. */
        private double way(int bought, int idle, int left, int stayed) {
            pair(0, ofAlpha, bought, ofBeta, idle, ofBuying);
            pair(2, ofGamma, left, ofDelta, stayed, ofLeaving);
            return ofAlpha.log(bought)
                    + ofBeta.log(idle)
                    - ofBuying.log(bought + idle)
                    + ofGamma.log(left)
                    + ofDelta.log(stayed)
                    - ofLeaving.log(left + stayed);
        }

        private void pair(int at, Rising one, int i, Rising other, int j, Rising both) {
            slope[at] = one.slope(i) - both.slope(i + j);
            slope[at + 1] = other.slope(j) - both.slope(i + j);
            curvature[at * SIZE + at] = one.curvature(i) - both.curvature(i + j);
            curvature[(at + 1) * SIZE + at] = -both.curvature(i + j);
            curvature[(at + 1) * SIZE + at + 1] = other.curvature(j) - both.curvature(i + j);
        }
    }
}
