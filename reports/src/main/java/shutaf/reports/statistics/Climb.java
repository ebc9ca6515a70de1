package shutaf.reports.statistics;

import java.util.List;

/**
 * Maximum likelihood by a damped Newton method on the logarithms of the parameters.
 *
 * <p>Logarithms keep the parameters positive and make the path the same in whatever unit time is
 * counted. Each step divides the gradient by the absolute eigenvalues of the Hessian (so that a
 * saddle is left, not sought), is cut to a length of two, and is halved until it gains (Nocedal and
 * Wright, Numerical Optimization, 3.4). A parameter at a wall that the gradient presses against it
 * is held there. The end is judged by what Newton's next step would gain, in units of the
 * log-likelihood: that needs no scale of its own.
 */
public final class Climb {

    private static final int MOST_STEPS = 200;
    private static final double LONGEST_STEP = 2;
    private static final double NO_MORE_GAIN = 1e-9;
    private static final double ROUNDING = 1e-14;
    private static final double SAME_HILL = 0.02;
    private static final double LITTLE = 1e-3;

    private final Likelihood likelihood;
    private final Box box;

    /** A climb of this hill within these walls. */
    public Climb(Likelihood likelihood, Box box) {
        this.likelihood = likelihood;
        this.box = box;
    }

    /**
     * The best maximum reached from any of the starts, with how far the others fell short.
     *
     * @param starts parameters to start from, at least one
     */
    public Best best(List<double[]> starts) {
        Maximum best = from(starts.getFirst());
        double worst = best.logLikelihood();
        for (double[] start : starts.subList(1, starts.size())) {
            Maximum other = climb(start, best);
            worst = Math.min(worst, other.logLikelihood());
            if (other.logLikelihood() > best.logLikelihood()) {
                best = other;
            }
        }
        return new Best(best, best.logLikelihood() - worst);
    }

    /**
     * The best of several climbs.
     *
     * @param maximum the highest
     * @param spread how far the lowest of the others lies below it, log-likelihood units
     */
    public record Best(Maximum maximum, double spread) {}

    /** The maximum reached from one start. */
    public Maximum from(double[] start) {
        return climb(start, null);
    }

    private Maximum climb(double[] start, Maximum known) {
        double[] log = new double[start.length];
        for (int i = 0; i < log.length; i++) {
            log[i] = box.inside(i, Math.log(start[i]));
        }
        Slope here = slope(log);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (known != null && sameHill(log, known)) {
                return known;
            }
            double[] direction = here.newton(box);
            double gain = here.gain(direction) / 2;
            if (known != null && nothingToAdd(here, gain, known)) {
                return known;
            }
            Slope next = forward(here, direction);
            if (next.value < here.value) {
                return maximum(here, gain);
            }
            boolean arrived = gain < here.leastGain();
            here = next;
            log = here.log;
            if (arrived) {
                return maximum(here, gain);
            }
        }
        return maximum(here, here.gain(here.newton(box)) / 2);
    }

    /** Two starts that come this close end on the same hilltop: the second need not climb it. */
    private static boolean sameHill(double[] log, Maximum known) {
        for (int i = 0; i < log.length; i++) {
            if (Math.abs(log[i] - Math.log(known.parameter(i))) > SAME_HILL) {
                return false;
            }
        }
        return known.inside();
    }

    /** On a ridge there is no one hilltop, but a place as high as the known one with no way up. */
    private static boolean nothingToAdd(Slope here, double gain, Maximum known) {
        return gain < LITTLE && Math.abs(here.value - known.logLikelihood()) < LITTLE;
    }

    /** The first point on the way that gains; a point below the start when there is none. */
    private Slope forward(Slope here, double[] direction) {
        double length = 1;
        Slope next = slope(moved(here.log, direction, length));
        while (!(next.value >= here.value + 1e-4 * length * here.gain(direction))
                && length > 1e-6) {
            if (here.gain(direction) < here.leastGain() && next.value >= here.value) {
                break;
            }
            length /= 2;
            next = slope(moved(here.log, direction, length));
        }
        return next;
    }

    private double[] moved(double[] log, double[] direction, double length) {
        double[] to = new double[log.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = box.inside(i, log[i] + length * direction[i]);
        }
        return to;
    }

    private Slope slope(double[] log) {
        double[] parameters = new double[log.length];
        for (int i = 0; i < log.length; i++) {
            parameters[i] = Math.exp(log[i]);
        }
        return new Slope(log, parameters, likelihood.at(parameters));
    }

    private Maximum maximum(Slope at, double gain) {
        return new Maximum(at.parameters, at.value, at.logErrors(), at.walls(box), Math.abs(gain));
    }

    /** The hill at one point, with derivatives by the logarithms. */
    private static final class Slope {
        private static final double FLAT = 1e-13;

        /** A straight slope has no curvature to divide by; so far would be far enough. */
        private static final double STRAIGHT = 1e3;

        private final double[] log;
        private final double[] parameters;
        private final double value;
        private final double[] gradient;
        private final double[][] hessian;

        Slope(double[] log, double[] parameters, Score score) {
            this.log = log;
            this.parameters = parameters;
            this.value = Double.isFinite(score.value()) ? score.value() : -Double.MAX_VALUE;
            int size = log.length;
            gradient = new double[size];
            hessian = new double[size][size];
            for (int i = 0; i < size; i++) {
                gradient[i] = parameters[i] * score.gradient(i);
                for (int j = 0; j < size; j++) {
                    hessian[i][j] = parameters[i] * parameters[j] * score.hessian(i, j);
                }
                hessian[i][i] += gradient[i];
            }
        }

        /**
         * Less than this is no gain: of millions of customers the sum itself is not known better.
         */
        double leastGain() {
            return Math.max(NO_MORE_GAIN, ROUNDING * Math.abs(value));
        }

        /** What a move promises to first order. */
        double gain(double[] direction) {
            double gain = 0;
            for (int i = 0; i < direction.length; i++) {
                gain += gradient[i] * direction[i];
            }
            return gain;
        }

        double[] newton(Box box) {
            boolean[] held = held(box);
            Symmetric shape = Symmetric.of(without(held));
            double steepest = 0;
            for (int k = 0; k < log.length; k++) {
                steepest = Math.max(steepest, Math.abs(shape.value(k)));
            }
            double[] direction = new double[log.length];
            for (int k = 0; k < log.length; k++) {
                double along = 0;
                for (int i = 0; i < log.length; i++) {
                    along += held[i] ? 0 : shape.vector(i, k) * gradient[i];
                }
                double curvature = Math.max(
                        Math.max(Math.abs(shape.value(k)), FLAT * steepest),
                        Math.abs(along) / STRAIGHT);
                for (int i = 0; i < log.length && along != 0; i++) {
                    direction[i] += held[i] ? 0 : shape.vector(i, k) * along / curvature;
                }
            }
            return cut(direction);
        }

        private static double[] cut(double[] direction) {
            double longest = 0;
            for (double part : direction) {
                longest = Math.max(longest, Math.abs(part));
            }
            for (int i = 0; i < direction.length && longest > LONGEST_STEP; i++) {
                direction[i] *= LONGEST_STEP / longest;
            }
            return direction;
        }

        private boolean[] held(Box box) {
            boolean[] held = new boolean[log.length];
            for (int i = 0; i < held.length; i++) {
                held[i] = (box.atTop(i, log[i]) && gradient[i] > 0)
                        || (box.atBottom(i, log[i]) && gradient[i] < 0);
            }
            return held;
        }

        /** Minus the Hessian of the free parameters; held ones stand apart with curvature 1. */
        private double[][] without(boolean[] held) {
            double[][] free = new double[log.length][log.length];
            for (int i = 0; i < free.length; i++) {
                for (int j = 0; j < free.length; j++) {
                    free[i][j] = held[i] || held[j] ? 0 : -hessian[i][j];
                }
                free[i][i] = held[i] ? 1 : free[i][i];
            }
            return free;
        }

        int[] walls(Box box) {
            int[] walls = new int[log.length];
            for (int i = 0; i < walls.length; i++) {
                walls[i] = box.atTop(i, log[i]) ? 1 : box.atBottom(i, log[i]) ? -1 : 0;
            }
            return walls;
        }

        /** Square roots of the diagonal of the inverse; infinite along a flat direction. */
        double[] logErrors() {
            Symmetric shape = Symmetric.of(without(new boolean[log.length]));
            double[] errors = new double[log.length];
            for (int i = 0; i < errors.length; i++) {
                double variance = 0;
                for (int k = 0; k < errors.length; k++) {
                    double part = shape.vector(i, k) * shape.vector(i, k);
                    double curvature = shape.value(k);
                    variance += part < 1e-12
                            ? 0
                            : curvature > 0 ? part / curvature : Double.POSITIVE_INFINITY;
                }
                errors[i] = Math.sqrt(variance);
            }
            return errors;
        }
    }
}
