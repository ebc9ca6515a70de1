package shutaf.reports.statistics;

/**
 * The logarithm of the gamma function, its differences and derivatives, for positive arguments.
 *
 * <p>All by Stirling's series (Abramowitz and Stegun 6.1.40, 6.3.18, 6.4.12) from 10 upwards, where
 * seven terms leave less than 1e-16, and by the recurrence {@code G(z+1) = z G(z)} below.
 * Differences are formed term by term before the large parts are added: a plain difference of two
 * log-gammas loses every digit near 1e16 and once sent an optimiser to a "likelihood" of 1e29.
 *
 * <p>Error: 4e-15 of the larger of 1 and the result, for arguments from 1e-300 to 1e300.
 */
public final class GammaFunctions {

    private static final double STIRLING_FROM = 10;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    /** {@code B(2k) / (2k (2k-1))}: coefficients of Stirling's correction in odd powers of 1/z. */
    private static final double[] LOG_GAMMA = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };

    /** {@code B(2k) / 2k}: coefficients of digamma in even powers of 1/z. */
    private static final double[] DIGAMMA = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12
    };

    /** {@code B(2k)}: coefficients of trigamma in odd powers of 1/z from the third. */
    private static final double[] BERNOULLI = {
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6
    };

    private GammaFunctions() {}

    /** {@code ln G(z)} for z above 0. */
    public static double logGamma(double z) {
        requirePositive(z);
        double product = 1;
        double shifted = z;
        while (shifted < STIRLING_FROM) {
            product *= shifted;
            shifted++;
        }
        return (shifted - 0.5) * Math.log(shifted)
                - shifted
                + HALF_LOG_TWO_PI
                + correction(shifted)
                - Math.log(product);
    }

    /** {@code ln G(z+d) - ln G(z)} for z above 0 and d at least 0, without cancellation. */
    public static double logRising(double z, double d) {
        requirePositive(z);
        if (!(d >= 0)) {
            throw new IllegalArgumentException("needs a step of at least 0: " + d);
        }
        double quotient = 1;
        double shifted = z;
        while (shifted < STIRLING_FROM) {
            quotient *= shifted / (shifted + d);
            shifted++;
        }
        return (shifted - 0.5) * Math.log1p(d / shifted)
                + d * Math.log(shifted + d)
                - d
                + correction(shifted + d)
                - correction(shifted)
                + logOf(quotient, z, d);
    }

    /** Ten tiny factors may underflow together; then their logarithms are added one by one. */
    private static double logOf(double quotient, double z, double d) {
        if (quotient > Double.MIN_NORMAL) {
            return Math.log(quotient);
        }
        double sum = 0;
        for (double shifted = z; shifted < STIRLING_FROM; shifted++) {
            sum += Math.log(shifted) - Math.log(shifted + d);
        }
        return sum;
    }

    /** {@code ln B(a, b) = ln G(a) + ln G(b) - ln G(a+b)}, the larger two as one difference. */
    public static double logBeta(double a, double b) {
        double small = Math.min(a, b);
        return logGamma(small) - logRising(Math.max(a, b), small);
    }

    /** The derivative of {@link #logGamma}. */
    public static double digamma(double z) {
        requirePositive(z);
        double sum = 0;
        double shifted = z;
        while (shifted < STIRLING_FROM) {
            sum -= 1 / shifted;
            shifted++;
        }
        double square = 1 / (shifted * shifted);
        return sum + Math.log(shifted) - 0.5 / shifted - square * series(DIGAMMA, square);
    }

    /** The second derivative of {@link #logGamma}. */
    public static double trigamma(double z) {
        requirePositive(z);
        double sum = 0;
        double shifted = z;
        while (shifted < STIRLING_FROM) {
            sum += 1 / (shifted * shifted);
            shifted++;
        }
        double inverse = 1 / shifted;
        double square = inverse * inverse;
        return sum + inverse + 0.5 * square + square * inverse * series(BERNOULLI, square);
    }

    private static double correction(double z) {
        double inverse = 1 / z;
        return inverse * series(LOG_GAMMA, inverse * inverse);
    }

    private static double series(double[] coefficients, double square) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * square + coefficients[k];
        }
        return sum;
    }

    private static void requirePositive(double z) {
        if (!(z > 0) || Double.isInfinite(z)) {
            throw new IllegalArgumentException("needs a finite argument above 0: " + z);
        }
    }
}
