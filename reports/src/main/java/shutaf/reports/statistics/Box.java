package shutaf.reports.statistics;

/**
 * Where the climb may go: bounds on the logarithms of the parameters. A likelihood without a finite
 * maximum runs to the wall instead of to 1e38, and is recognised there.
 */
public final class Box {

    /** How close to a wall, in logarithms, counts as at the wall. */
    private static final double TOUCHING = 1e-6;

    private final double[] lowest;
    private final double[] highest;

    private Box(double[] lowest, double[] highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * From {@code unit / width} to {@code unit * width} for each parameter.
     *
     * @param units a usual size of each parameter, in its own unit, so that the box does not depend
     *     on whether time is counted in days or weeks
     * @param width above 1
     */
    public static Box around(double[] units, double width) {
        double[] lowest = new double[units.length];
        double[] highest = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            lowest[i] = Math.log(units[i]) - Math.log(width);
            highest[i] = Math.log(units[i]) + Math.log(width);
        }
        return new Box(lowest, highest);
    }

    double inside(int i, double log) {
        return Math.clamp(log, lowest[i], highest[i]);
    }

    boolean atTop(int i, double log) {
        return log >= highest[i] - TOUCHING;
    }

    boolean atBottom(int i, double log) {
        return log <= lowest[i] + TOUCHING;
    }
}
