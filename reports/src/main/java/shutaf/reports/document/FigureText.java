package shutaf.reports.document;

import shutaf.shared.BusinessDay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/**
 * Writes figures: thousands with a comma, a true minus, money with the currency's digits.
 *
 * <p>On a right-to-left paper each figure stands between two left-to-right marks: without them the
 * bidirectional algorithm moves a leading minus behind the number ({@code 300-}).
 */
public final class FigureText {

    private static final char LEFT_TO_RIGHT_MARK = '\u200e';
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final char MINUS = '\u2212';

    private final boolean rightToLeft;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;

    FigureText(Locale locale, boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
        this.day = DateTimeFormatter.ofPattern(rightToLeft ? "dd/MM/uuuu" : "d MMM uuuu", locale);
        this.month = DateTimeFormatter.ofPattern(rightToLeft ? "MM/uuuu" : "MMM uuuu", locale);
    }

    /** A whole number such as points or customers: {@code −1,234}. */
    public String whole(long number) {
        return isolated(signed(number < 0, grouped(digits(number))));
    }

    /** Minor units as major units with the currency's digits, no symbol: {@code −1,234.50}. */
    public String money(long minor, Currency currency) {
        return isolated(amount(minor, currency));
    }

    /** A share in percent with one digit, half up, from whole counts: {@code 48.3%}. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return "\u2013";
        }
        long permille =
                Math.floorDiv(Math.addExact(Math.multiplyExact(part, 2000L), whole), 2 * whole);
        return isolated(grouped(Long.toString(permille / 10)) + '.' + permille % 10 + '%');
    }

    /** Basis points (1800 is 18 percent) as percent, without needless zeros. */
    public String basisPoints(int basisPoints) {
        BigDecimal percent = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
        return isolated(percent.toPlainString() + '%');
    }

    /** A day as the language writes it in business letters. */
    public String day(LocalDate date) {
        return isolated(day.format(date));
    }

    /** The day of a moment in the programme's zone. */
    public String day(Instant moment) {
        return day(BusinessDay.of(moment));
    }

    /** The time of a moment in the programme's zone, to the second. */
    public String time(Instant moment) {
        return isolated(TIME.format(moment.atZone(BusinessDay.ZONE)));
    }

    /** A calendar month. */
    public String month(YearMonth yearMonth) {
        return isolated(month.format(yearMonth));
    }

    /** A code or number of ours or a partner's, kept left-to-right inside Hebrew. */
    public String code(String code) {
        return isolated(code);
    }

    private static String amount(long minor, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        String major = BigDecimal.valueOf(minor, digits).abs().toPlainString();
        int point = major.indexOf('.');
        String written = point < 0
                ? grouped(major)
                : grouped(major.substring(0, point)) + major.substring(point);
        return signed(minor < 0, written);
    }

    private static String digits(long number) {
        return BigDecimal.valueOf(number).abs().toPlainString();
    }

    private static String signed(boolean negative, String digits) {
        return negative ? MINUS + digits : digits;
    }

    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int comma = digits.length() - 3; comma > 0; comma -= 3) {
            grouped.insert(comma, ',');
        }
        return grouped.toString();
    }

    private String isolated(String figure) {
        return rightToLeft ? LEFT_TO_RIGHT_MARK + figure + LEFT_TO_RIGHT_MARK : figure;
    }
}
