package shutaf.reports.statistics;

/**
 * Gauss and Legendre's rule of 16 points on -1 to 1: exact for polynomials up to degree 31. Nodes
 * are the zeros of the Legendre polynomial, found by Newton's method (Abramowitz and Stegun
 * 25.4.29).
 */
public final class GaussLegendre {

    /** How many points the rule has. */
    public static final int POINTS = 16;

    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        for (int k = 0; k < POINTS; k++) {
            double z = Math.cos(Math.PI * (k + 0.75) / (POINTS + 0.5));
            for (int step = 0; step < 20; step++) {
                z -= legendre(z) / slope(z);
            }
            NODES[k] = z;
            WEIGHTS[k] = 2 / ((1 - z * z) * slope(z) * slope(z));
        }
    }

    private GaussLegendre() {}

    /** The k-th point, between -1 and 1. */
    public static double node(int k) {
        return NODES[k];
    }

    /** Its weight; all weights add up to 2. */
    public static double weight(int k) {
        return WEIGHTS[k];
    }

    private static double legendre(double z) {
        return polynomials(z)[0];
    }

    private static double slope(double z) {
        double[] p = polynomials(z);
        return POINTS * (z * p[0] - p[1]) / (z * z - 1);
    }

    /** The polynomials of degree 16 and 15. */
    private static double[] polynomials(double z) {
        double before = 1;
        double now = z;
        for (int degree = 2; degree <= POINTS; degree++) {
            double next = ((2 * degree - 1) * z * now - (degree - 1) * before) / degree;
            before = now;
            now = next;
        }
        return new double[] {now, before};
    }
}
