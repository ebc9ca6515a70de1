package shutaf.demo;

import java.math.BigDecimal;

/** Amounts as whole agorot; the sources' dollars are read as shekels, one to one. */
final class Money {
    private Money() {}

    /** Reads "29.33" as 2933; more than two decimals are a fault of the data, not a rounding. */
    static long agorot(String decimal) {
        return new BigDecimal(decimal).movePointRight(2).longValueExact();
    }

    /** Writes 2933 as "29.33". */
    static String text(long agorot) {
        if (agorot < 0) {
            return "-" + text(-agorot);
        }
        return agorot / 100 + "." + CardNumber.padded(agorot % 100, 2);
    }
}
