package shutaf.reports.statistics;

/**
 * A log-likelihood with its first and second derivatives, summed over observations.
 *
 * <p>Mutable and not safe between threads: one is filled per evaluation, millions of times a fit.
 */
public final class Score {

    private final int size;
    private final double[] gradient;
    private final double[][] hessian;
    private double value;

    /** An empty sum over so many parameters. */
    public Score(int size) {
        this.size = size;
        this.gradient = new double[size];
        this.hessian = new double[size][size];
    }

    /** Adds one observation that occurs {@code count} times. */
    public void add(long count, LogMixture observation) {
        double weight = (double) count;
        value += weight * observation.log();
        for (int i = 0; i < size; i++) {
            gradient[i] += weight * observation.gradient(i);
            for (int j = 0; j <= i; j++) {
                double curvature = weight * observation.curvature(i, j);
                hessian[i][j] += curvature;
                if (i != j) {
                    hessian[j][i] += curvature;
                }
            }
        }
    }

    /** The sum of log-likelihoods. */
    public double value() {
        return value;
    }

    /** The slope by parameter i. */
    public double gradient(int i) {
        return gradient[i];
    }

    /** The second derivative by parameters i and j. */
    public double hessian(int i, int j) {
        return hessian[i][j];
    }
}
