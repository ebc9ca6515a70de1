package shutaf.demo;

/**
 * Member cards: 13-digit EAN numbers in the in-store range 29, which old scanners read as they are.
 */
public final class CardNumber {
    private CardNumber() {}

    /**
     * The card with this running number.
     *
     * @param running 0 to 9,999,999,999
     */
    public static String of(long running) {
        if (running < 0 || running > 9_999_999_999L) {
            throw new IllegalArgumentException(
                    "A card number has ten digits of its own: " + running);
        }
        String digits = "29" + padded(running, 10);
        return digits + checkDigit(digits);
    }

    /** True when the number has 13 digits and the last one is the EAN check digit of the others. */
    public static boolean isValid(String number) {
        return number.matches("[0-9]{13}")
                && checkDigit(number.substring(0, 12)) == number.charAt(12) - '0';
    }

    private static int checkDigit(String twelve) {
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }

    static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
