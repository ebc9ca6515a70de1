package shutaf.reports.lifetimevalue;

import shutaf.reports.statistics.Rising;

/**
 * Buying rates spread as Gamma(r, alpha): the part that all continuous models share. The density of
 * x purchases at given moments and none else until u is
 *
 * <pre>G(r+x)/G(r) * alpha^r / (alpha+u)^(r+x)</pre>
 */
final class GammaRates {

    private final double r;
    private final double alpha;
    private final Rising ofR;

    GammaRates(double r, double alpha, int mostRepeats) {
        this.r = r;
        this.alpha = alpha;
        this.ofR = new Rising(r, mostRepeats);
    }

    /** Only the logarithm of the density. */
    double log(int x, double u) {
        return ofR.log(x) - r * Math.log1p(u / alpha) - x * Math.log(alpha + u);
    }

    /**
     * The logarithm of the density; its derivatives by r and alpha are put into places 0 and 1.
     *
     * @param slope receives the gradient
     * @param curvature receives the lower triangle, row by row
     * @param size length of a row
     */
    double buyUntil(int x, double u, double[] slope, double[] curvature, int size) {
        double end = alpha + u;
        double grown = Math.log1p(u / alpha);
        double part = u / (alpha * end);
        slope[0] = ofR.slope(x) - grown;
        slope[1] = r * part - x / end;
        curvature[0] = ofR.curvature(x);
        curvature[size] = part;
        curvature[size + 1] = -r * part * (1 / alpha + 1 / end) + x / (end * end);
        return ofR.log(x) - r * grown - x * Math.log(end);
    }
}
