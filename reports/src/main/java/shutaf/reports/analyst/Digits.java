package shutaf.reports.analyst;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text, as C's {@code %.15g} writes them, so that files compare with other programs'.
 */
final class Digits {

    private static final int SMALLEST_PLAIN = -4;

    private Digits() {}

    /** Fifteen significant digits; empty for what is no number. */
    static String fifteen(double value) {
        return significant(value, 15);
    }

    /** Twelve significant digits; empty for what is no number. */
    static String twelve(double value) {
        return significant(value, 12);
    }

    private static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST_PLAIN && exponent < digits) {
            return rounded.toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        String sign = exponent < 0 ? "-" : "+";
        int size = Math.abs(exponent);
        return mantissa + "e" + sign + (size < 10 ? "0" : "") + size;
    }
}
