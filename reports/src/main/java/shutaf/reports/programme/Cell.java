package shutaf.reports.programme;

import shutaf.reports.document.FigureText;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Locale;

/** One cell of a section's table; each medium writes it in its own way, from the same value. */
public sealed interface Cell {

    /** What stands where there is no number. */
    String NONE = "\u2013";

    /** Words, such as a partner's name. */
    record Words(String text) implements Cell {}

    /**
     * A whole number of points, receipts or people.
     *
     * @param behind parameters of the list of the members that it counts; empty where it is of none
     */
    record Whole(long number, String behind) implements Cell {
        /** A number that is not of members. */
        Whole(long number) {
            this(number, "");
        }
    }

    /** Minor units of the programme's currency. */
    record Money(long minor) implements Cell {}

    /** A share, 0.25 for 25 percent; not a number where there is nothing to share. */
    record Share(double share) implements Cell {
        /** Part of a whole; no number of nothing. */
        static Share of(long part, long whole) {
            return new Share(whole == 0 ? Double.NaN : (double) part / whole);
        }
    }

    /** A ratio with two digits; not a number where it does not exist. */
    record Ratio(double ratio) implements Cell {}

    /** A month. */
    record Month(YearMonth month) implements Cell {}

    /** As people read it. */
    default String text(FigureText write) {
        return switch (this) {
            case Words words -> words.text();
            case Whole whole -> write.whole(whole.number());
            case Money money -> write.money(money.minor(), Currency.getInstance("ILS"));
            case Share share -> percent(share.share(), write);
            case Ratio ratio ->
                Double.isFinite(ratio.ratio()) ? write.code(two(ratio.ratio())) : NONE;
            case Month month -> write.month(month.month());
        };
    }

    /** As programs read it: words as they are, money in major units, nothing where it is none. */
    default String plain() {
        return switch (this) {
            case Words words -> words.text();
            case Whole whole -> Long.toString(whole.number());
            case Money money -> BigDecimal.valueOf(money.minor(), 2).toPlainString();
            case Share share -> number(share.share());
            case Ratio ratio -> number(ratio.ratio());
            case Month month -> month.month().toString();
        };
    }

    /** Whether it stands at the edge of its column as figures do. */
    default boolean figure() {
        return !(this instanceof Words || this instanceof Month);
    }

    /** A share in percent with one digit, half up. */
    static String percent(double share, FigureText write) {
        if (!Double.isFinite(share)) {
            return NONE;
        }
        String tenth = BigDecimal.valueOf(Math.abs(share) * 100)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
        return write.code((share < 0 ? "\u2212" : "") + tenth + "%");
    }

    private static String two(double ratio) {
        return (ratio < 0 ? "\u2212" : "") + String.format(Locale.ROOT, "%,.2f", Math.abs(ratio));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
