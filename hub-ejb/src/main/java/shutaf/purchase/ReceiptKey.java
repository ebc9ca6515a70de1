package shutaf.purchase;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The natural key of a receipt at its partner; sequence numbers alone repeat.
 *
 * @param outlet the partner's outlet
 * @param till till or terminal in the outlet
 * @param businessDate the partner's business date, which may differ from the calendar day
 * @param number the receipt's number
 */
public record ReceiptKey(String outlet, String till, LocalDate businessDate, String number) {
    private static final Pattern PART = Pattern.compile("[^/;\\p{Cntrl}]{1,64}");

    /**
     * Refuses parts that could not be told apart again.
     *
     * @throws IllegalArgumentException naming the part
     */
    public ReceiptKey {
        check("outlet", outlet);
        check("till", till);
        check("number", number);
        if (businessDate == null
                || businessDate.getYear() < 1990
                || businessDate.getYear() > 2200) {
            throw new IllegalArgumentException("businessDate must be a date like 2026-11-20");
        }
    }

    private static void check(String name, String part) {
        if (part == null || !PART.matcher(part).matches()) {
            throw new IllegalArgumentException(name
                    + " must have 1 to 64 characters without slash, semicolon or control"
                    + " characters");
        }
    }

    /**
     * Reads outlet/till/date/number.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ReceiptKey parse(String text) {
        List<String> parts = List.of(text.split("/", -1));
        if (parts.size() != 4) {
            throw new IllegalArgumentException("'" + text + "' is not outlet/till/date/number");
        }
        try {
            return new ReceiptKey(
                    parts.get(0), parts.get(1), LocalDate.parse(parts.get(2)), parts.get(3));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + parts.get(2) + "' is not a date like 2026-11-20", e);
        }
    }

    @Override
    public String toString() {
        return outlet + "/" + till + "/" + businessDate + "/" + number;
    }
}
