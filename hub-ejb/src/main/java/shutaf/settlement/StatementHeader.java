package shutaf.settlement;

import java.time.LocalDate;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * Whose statement, which one, and of which days.
 *
 * @param partnerCode the partner's code, for example {@code SUPER}
 * @param nameHe the partner's name in Hebrew
 * @param nameEn the partner's name in English
 * @param number number of the statement, letters, digits, dash, dot; the same in all versions
 * @param version 1 for the first issue; a correction is a new version, never a change
 * @param from first processed day, in the programme's zone
 * @param to last processed day, inclusive
 * @param issuedOn the day that the figures were read
 * @param currency currency of all money on the statement
 * @param draft whether it was only read, not issued: then a later reading may say more
 */
public record StatementHeader(
        String partnerCode,
        String nameHe,
        String nameEn,
        String number,
        int version,
        LocalDate from,
        LocalDate to,
        LocalDate issuedOn,
        Currency currency,
        boolean draft) {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    /** Refuses a number that would need quoting in the line file, and a period turned round. */
    public StatementHeader {
        if (!NUMBER.matcher(number).matches() || version < 1) {
            throw new IllegalArgumentException("statement " + number + " version " + version);
        }
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("period " + from + " to " + to);
        }
    }

    /** The days it is about. */
    public StatementPeriod period() {
        return new StatementPeriod(from, to);
    }

    /** Number and version, as on each line of the line file and at the foot of each page. */
    public String reference() {
        return number + '/' + version;
    }
}
