package shutaf.reports.lifetimevalue;

import shutaf.reports.statistics.GaussLegendre;
import shutaf.reports.statistics.Likelihood;
import shutaf.reports.statistics.LogMixture;
import shutaf.reports.statistics.Score;

/**
 * Log-likelihood of Pareto/NBD (Schmittlein, Morrison, Colombo 1987; Fader and Hardie 2005, note
 * 009). One history is the sum over the ways it can have come about: still active at T, or left at
 * a moment u between t_x and T,
 *
 * <pre>G(r+x)/G(r) alpha^r { (alpha+T)^-(r+x) (beta/(beta+T))^s
 *     + integral from t_x to T of (alpha+u)^-(r+x) s beta^s (beta+u)^-(s+1) du }</pre>
 *
 * <p>The textbook writes the integral as a difference of two 2F1, in two forms for alpha above and
 * below beta. Here it stays an integral: positive, smooth, the same for every alpha and beta, zero
 * when t_x = T, and with exact derivatives by summing those of its points. It is cut into panels
 * over which the integrand falls by a factor of about e^8 and its base grows at most fourfold; 16
 * points on each leave 1e-13 relative. Parameters in the order r, alpha, s, beta.
 */
final class ParetoNbdLikelihood implements Likelihood {

    static final int SIZE = 4;

    private static final double FALL = 8;
    private static final double GROWTH = 3;
    private static final double NEGLIGIBLE = 38;

    private final Patterns patterns;

    ParetoNbdLikelihood(Patterns patterns) {
        this.patterns = patterns;
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public Score at(double[] parameters) {
        Ways ways = new Ways(parameters, patterns.mostRepeats());
        Score score = new Score(SIZE);
        LogMixture mixture = new LogMixture(SIZE);
        for (int k = 0; k < patterns.size(); k++) {
            ways.all(patterns.pattern(k), mixture);
            score.add(patterns.customers(k), mixture);
        }
        return score;
    }

    /** The ways of one history, each with its derivatives. */
    static final class Ways {
        private final GammaRates rates;
        private final double r;
        private final double alpha;
        private final double s;
        private final double beta;
        private final double[] slope = new double[SIZE];
        private final double[] curvature = new double[SIZE * SIZE];

        Ways(double[] parameters, int mostRepeats) {
            r = parameters[0];
            alpha = parameters[1];
            s = parameters[2];
            beta = parameters[3];
            rates = new GammaRates(r, alpha, mostRepeats);
        }

        /** Fills the mixture and returns the logarithm of the way "still active at T". */
        double all(BuyingPattern p, LogMixture mixture) {
            mixture.clear();
            double active = until(p.x(), p.t());
            mixture.add(active, slope, curvature);
            double from = p.tx();
            while (from < p.t()) {
                double speed = (r + p.x()) / (alpha + from) + (s + 1) / (beta + from);
                if (weightless(p.x(), from, speed, mixture.log())) {
                    break;
                }
                double base = Math.min(alpha, beta) + from;
                double width = Math.min(FALL / speed, GROWTH * base);
                // Rest a panel and a bit: one wider panel instead of a sliver.
                double to = p.t() - from < 1.2 * width ? p.t() : from + width;
                panel(p.x(), from, to, mixture);
                from = to;
            }
            return active;
        }

        private boolean weightless(int x, double from, double speed, double soFar) {
            double log = rates.log(x, from)
                    - s * Math.log1p(from / beta)
                    + Math.log(s / (beta + from))
                    - Math.log(speed);
            return log < soFar - NEGLIGIBLE;
        }

        private void panel(int x, double from, double to, LogMixture mixture) {
            double half = (to - from) / 2;
            for (int k = 0; k < GaussLegendre.POINTS; k++) {
                double u = from + half * (1 + GaussLegendre.node(k));
                double width = half * GaussLegendre.weight(k);
                mixture.add(leftAt(x, u) + Math.log(s * width / (beta + u)), slope, curvature);
            }
        }

        private double until(int x, double u) {
            double log = rates.buyUntil(x, u, slope, curvature, SIZE);
            double end = beta + u;
            double part = u / (beta * end);
            double grown = Math.log1p(u / beta);
            slope[2] = -grown;
            slope[3] = s * part;
            curvature[2 * SIZE + 2] = 0;
            curvature[3 * SIZE + 2] = part;
            curvature[3 * SIZE + 3] = -s * part * (1 / beta + 1 / end);
            return log - s * grown;
        }

        private double leftAt(int x, double u) {
            double log = until(x, u);
            double end = 1 / (beta + u);
            slope[2] += 1 / s;
            slope[3] -= end;
            curvature[2 * SIZE + 2] = -1 / (s * s);
            curvature[3 * SIZE + 3] += end * end;
            return log;
        }
    }
}
