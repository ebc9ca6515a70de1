package shutaf.reports.statistics;

import java.util.Arrays;

/**
 * The logarithm of a sum of positive terms, each given by its own logarithm and that logarithm's
 * derivatives: the one shape that all the models' likelihoods have. A term is a way the observation
 * can have come about, for example "still a customer" or "left after the last purchase".
 *
 * <p>With shares w of the terms in the sum, the gradient is the mean of theirs under w, and the
 * Hessian the mean of theirs plus the covariance of their gradients. Nothing underflows, because
 * only ratios to the largest term are formed (Fader and Hardie 2013, note 027, on what happens
 * otherwise).
 */
public final class LogMixture {

    private final int size;
    private final double[] slopes;
    private final double[] products;
    private double largest = Double.NEGATIVE_INFINITY;
    private double sum;

    /** An empty sum whose terms depend on so many parameters. */
    public LogMixture(int size) {
        this.size = size;
        this.slopes = new double[size];
        this.products = new double[size * size];
    }

    /** Forgets all terms. */
    public void clear() {
        largest = Double.NEGATIVE_INFINITY;
        sum = 0;
        Arrays.fill(slopes, 0);
        Arrays.fill(products, 0);
    }

    /**
     * Adds a term.
     *
     * @param log its logarithm; minus infinity adds nothing
     * @param slope derivatives of the logarithm
     * @param curvature second derivatives of the logarithm, row by row; only the lower triangle is
     *     read
     */
    public void add(double log, double[] slope, double[] curvature) {
        if (log == Double.NEGATIVE_INFINITY) {
            return;
        }
        double share = 1;
        if (log > largest) {
            rescale(Math.exp(largest - log));
            largest = log;
        } else {
            share = Math.exp(log - largest);
        }
        sum += share;
        for (int i = 0; i < size; i++) {
            slopes[i] += share * slope[i];
            for (int j = 0; j <= i; j++) {
                products[i * size + j] += share * (curvature[i * size + j] + slope[i] * slope[j]);
            }
        }
    }

    private void rescale(double factor) {
        sum *= factor;
        for (int i = 0; i < size; i++) {
            slopes[i] *= factor;
            for (int j = 0; j <= i; j++) {
                products[i * size + j] *= factor;
            }
        }
    }

    /** The logarithm of the sum; minus infinity without a term. */
    public double log() {
        return largest + Math.log(sum);
    }

    /** The derivative of {@link #log} by parameter i. */
    double gradient(int i) {
        return slopes[i] / sum;
    }

    /** The second derivative of {@link #log} by parameters i and j, with j at most i. */
    double curvature(int i, int j) {
        return products[i * size + j] / sum - gradient(i) * gradient(j);
    }
}
