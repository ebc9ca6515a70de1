package shutaf.reports.statistics;

import java.util.Arrays;

/** The highest point that a climb found, and the shape of the hill there. */
public final class Maximum {

    private final double[] parameters;
    private final double logLikelihood;
    private final double[] logErrors;
    private final int[] walls;
    private final double remaining;

    Maximum(
            double[] parameters,
            double logLikelihood,
            double[] logErrors,
            int[] walls,
            double remaining) {
        this.parameters = parameters;
        this.logLikelihood = logLikelihood;
        this.logErrors = logErrors;
        this.walls = walls;
        this.remaining = remaining;
    }

    /** Parameter i, in the model's own unit. */
    public double parameter(int i) {
        return parameters[i];
    }

    /** All parameters, to climb on from. */
    public double[] parameters() {
        return parameters.clone();
    }

    /** How many parameters there are. */
    public int size() {
        return parameters.length;
    }

    /** The log-likelihood there. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * Standard error of the logarithm of parameter i, from the inverse of the Hessian; infinite
     * where the hill is flat.
     */
    public double logError(int i) {
        return logErrors[i];
    }

    /** Standard error in the model's own unit: the logarithm's times the parameter. */
    public double error(int i) {
        return parameters[i] * logErrors[i];
    }

    /** Of parameter i: -1 at its lower bound, 1 at its upper bound, 0 inside. */
    public int wall(int i) {
        return walls[i];
    }

    /** True when every parameter lies inside the bounds. */
    public boolean inside() {
        return Arrays.stream(walls).allMatch(wall -> wall == 0);
    }

    /** The largest standard error of a logarithm. */
    public double worstLogError() {
        return Arrays.stream(logErrors).max().orElse(0);
    }

    /** What another step promised to gain, log-likelihood units: how exactly the top was met. */
    public double remaining() {
        return remaining;
    }
}
