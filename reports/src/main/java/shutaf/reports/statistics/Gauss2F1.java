package shutaf.reports.statistics;

/**
 * Gauss' hypergeometric function {@code F(a, b; c; z)} for real parameters and z from 0 up to, but
 * not including, 1.
 *
 * <p>The power series (Abramowitz and Stegun 15.1.1), or the same series after Euler's transform
 * {@code F = (1-z)^(c-a-b) F(c-a, c-b; c; z)} (15.3.3), whichever has terms of one sign: only a sum
 * of one sign keeps its digits. Values may be negative when c is; nobody takes their logarithm
 * here. Many textbook forms subtract two such values; the models of this product are written as
 * sums of positive terms instead, and are checked against those forms.
 *
 * <p>Error: 1e-13 relative where either series has terms of one sign (all that the models need),
 * which includes every case with {@code c > a > 0} and {@code c > b > 0}. Work grows as {@code 37 /
 * (1 - z)}.
 */
public final class Gauss2F1 {

    private static final int MOST_TERMS = 50_000_000;
    private static final double ENOUGH = 1e-17;
    private static final double LARGE = 0x1p600;

    private Gauss2F1() {}

    /**
     * The value; infinite only where the function itself exceeds a double.
     *
     * @throws IllegalArgumentException outside of 0 &le; z &lt; 1, or when c is 0, -1, -2...
     */
    public static double value(double a, double b, double c, double z) {
        if (!(z >= 0 && z < 1)) {
            throw new IllegalArgumentException("needs 0 <= z < 1: " + z);
        }
        if (c <= 0 && c == Math.rint(c)) {
            throw new IllegalArgumentException("has a pole at c = " + c);
        }
        boolean direct = signChanges(a, b, c) <= signChanges(c - a, c - b, c);
        Scaled sum = direct ? series(a, b, c, z) : series(c - a, c - b, c, z);
        double exponent = direct ? 0 : (c - a - b) * Math.log1p(-z);
        return sum.factor() * Math.exp(exponent + sum.exponent());
    }

    /**
     * How often, at most, the terms change their sign: once for each factor that starts below 0.
     */
    private static double signChanges(double a, double b, double c) {
        return Math.ceil(Math.max(0, -a)) + Math.ceil(Math.max(0, -b)) + Math.ceil(Math.max(0, -c));
    }

    /** {@code factor * exp(exponent)}. */
    private record Scaled(double factor, double exponent) {}

    private static Scaled series(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        double exponent = 0;
        for (int n = 0; n < MOST_TERMS; n++) {
            double ratio = (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
            term *= ratio;
            sum += term;
            double worst = Math.max(Math.abs(ratio), z);
            if (term == 0 || (worst < 1 && settled(a, b, c, n) && small(term, worst, sum))) {
                return new Scaled(sum, exponent);
            }
            if (Math.abs(sum) > LARGE || Math.abs(term) > LARGE) {
                sum /= LARGE;
                term /= LARGE;
                exponent += Math.log(LARGE);
            }
        }
        throw new ArithmeticException("z = " + z + " is too close to 1");
    }

    private static boolean small(double term, double worst, double sum) {
        return Math.abs(term) * worst <= ENOUGH * (1 - worst) * Math.abs(sum);
    }

    /** From here on every factor is positive, so that the ratio of terms runs straight to z. */
    private static boolean settled(double a, double b, double c, int n) {
        return a + n > 0 && b + n > 0 && c + n > 0;
    }
}
