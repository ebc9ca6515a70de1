package shutaf.reports.statistics;

/**
 * {@code ln G(z+k) - ln G(z)} with its first two derivatives by z, for all whole k up to a limit:
 * plain sums of {@code ln(z+i)}, exact at any size of z, where differences of log-gammas are not.
 */
public final class Rising {

    private final double[] log;
    private final double[] slope;
    private final double[] curvature;

    /** The table for k from 0 to {@code most}. */
    public Rising(double z, int most) {
        log = new double[most + 1];
        slope = new double[most + 1];
        curvature = new double[most + 1];
        for (int k = 0; k < most; k++) {
            double inverse = 1 / (z + k);
            log[k + 1] = log[k] + Math.log(z + k);
            slope[k + 1] = slope[k] + inverse;
            curvature[k + 1] = curvature[k] - inverse * inverse;
        }
    }

    /** {@code ln G(z+k) - ln G(z)}. */
    public double log(int k) {
        return log[k];
    }

    /** Its derivative by z. */
    public double slope(int k) {
        return slope[k];
    }

    /** Its second derivative by z. */
    public double curvature(int k) {
        return curvature[k];
    }
}
