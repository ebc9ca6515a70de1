package shutaf.shared;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount of money.
 *
 * @param minor minor units (agorot for ILS), signed
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) {
    /**
     * Reads a decimal string in major units, for example "45.90".
     *
     * @throws IllegalArgumentException when it is no plain decimal, has more digits than the
     *     currency, or overflows
     */
    public static Money parse(String decimal, String currency) {
        BigDecimal value;
        try {
            value = new BigDecimal(decimal.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + decimal + "' is not an amount like 45.90", e);
        }
        if (value.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("'" + decimal + "' is larger than an amount may be");
        }
        try {
            return new Money(value.movePointRight(digits(currency)).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + decimal + "' has more decimals than " + currency + " has", e);
        }
    }

    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    /** The amount as a decimal string in major units, always with the currency's digits. */
    public String decimal() {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return decimal() + " " + currency;
    }
}
