package shutaf.reports.lifetimevalue;

import shutaf.reports.statistics.Likelihood;
import shutaf.reports.statistics.LogMixture;
import shutaf.reports.statistics.Rising;
import shutaf.reports.statistics.Score;

/**
 * Log-likelihood of BG/NBD (Fader, Hardie, Lee 2005, eq. 6) and MBG/NBD (Batislam, Denizel,
 * Filiztekin 2007). With R(z,k) = G(z+k)/G(z), one history is the sum of two ways:
 *
 * <pre>still active:    R(r,x) alpha^r/(alpha+T)^(r+x)    R(b,k)/R(a+b,k)
 * left at t_x:     R(r,x) alpha^r/(alpha+t_x)^(r+x)  R(a,1) R(b,k-1)/R(a+b,k)</pre>
 *
 * where k, the chances to leave that were not taken, is x in BG (and "left" needs x above 0) and
 * x+1 in MBG. Parameters in the order r, alpha, a, b.
 */
final class BetaGeometricLikelihood implements Likelihood {

    private static final int SIZE = 4;

    private final Patterns patterns;
    private final int early;

    private BetaGeometricLikelihood(Patterns patterns, int early) {
        this.patterns = patterns;
        this.early = early;
    }

    static Likelihood bgNbd(Patterns patterns) {
        return new BetaGeometricLikelihood(patterns, 0);
    }

    static Likelihood mbgNbd(Patterns patterns) {
        return new BetaGeometricLikelihood(patterns, 1);
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public Score at(double[] parameters) {
        Ways ways = new Ways(parameters, patterns.mostRepeats() + early);
        Score score = new Score(SIZE);
        LogMixture mixture = new LogMixture(SIZE);
        for (int k = 0; k < patterns.size(); k++) {
            BuyingPattern p = patterns.pattern(k);
            int chances = p.x() + early;
            mixture.clear();
            ways.active(p, chances);
            ways.addTo(mixture);
            if (chances > 0) {
                ways.left(p, chances);
                ways.addTo(mixture);
            }
            score.add(patterns.customers(k), mixture);
        }
        return score;
    }

    /** One way at a time: its logarithm and derivatives. */
    private static final class Ways {
        private final GammaRates rates;
        private final double a;
        private final Rising ofB;
        private final Rising ofSum;
        private final double[] slope = new double[SIZE];
        private final double[] curvature = new double[SIZE * SIZE];
        private double log;

        Ways(double[] parameters, int most) {
            rates = new GammaRates(parameters[0], parameters[1], most);
            a = parameters[2];
            ofB = new Rising(parameters[3], most);
            ofSum = new Rising(a + parameters[3], most);
        }

        void addTo(LogMixture mixture) {
            mixture.add(log, slope, curvature);
        }

        void active(BuyingPattern p, int chances) {
            log = rates.buyUntil(p.x(), p.t(), slope, curvature, SIZE)
                    + ofB.log(chances)
                    - ofSum.log(chances);
            beta(chances, chances);
        }

        void left(BuyingPattern p, int chances) {
            log = rates.buyUntil(p.x(), p.tx(), slope, curvature, SIZE)
                    + Math.log(a)
                    + ofB.log(chances - 1)
                    - ofSum.log(chances);
            beta(chances - 1, chances);
            slope[2] += 1 / a;
            curvature[2 * SIZE + 2] -= 1 / (a * a);
        }

        private void beta(int stayed, int chances) {
            slope[2] = -ofSum.slope(chances);
            slope[3] = ofB.slope(stayed) - ofSum.slope(chances);
            curvature[2 * SIZE + 2] = -ofSum.curvature(chances);
            curvature[3 * SIZE + 2] = -ofSum.curvature(chances);
            curvature[3 * SIZE + 3] = ofB.curvature(stayed) - ofSum.curvature(chances);
        }
    }
}
