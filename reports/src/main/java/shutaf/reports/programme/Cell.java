package shutaf.reports.programme;

import shutaf.crm.behind.Question;
import shutaf.reports.document.FigureText;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** One cell of a section's table; each medium writes it in its own way, from the same value. */
public sealed interface Cell {

    /** What stands where there is no number. */
    String NONE = "\u2013";

    /** Words, such as a partner's name. */
    record Words(String text) implements Cell {}

    /**
     * A whole number of points, receipts or people.
     *
     * @param behind who is behind it; empty where it is of no members
     */
    record Whole(long number, Optional<Question> behind) implements Cell {
        /** A number that is not of members. */
        Whole(long number) {
            this(number, Optional.empty());
        }
    }

    /**
     * Minor units of the programme's currency.
     *
     * @param behind who is behind it; empty where it is of no members
     */
    record Money(long minor, Optional<Question> behind) implements Cell {
        /** Money that is not of members. */
        Money(long minor) {
            this(minor, Optional.empty());
        }
    }

    /**
     * A share, 0.25 for 25 percent; not a number where there is nothing to share.
     *
     * @param behind who is behind the part; empty where it is of no members
     */
    record Share(double share, Optional<Question> behind) implements Cell {
        /** A share that is not of members. */
        Share(double share) {
            this(share, Optional.empty());
        }

        /** Part of a whole; no number of nothing. */
        static Share of(long part, long whole) {
            return new Share(whole == 0 ? Double.NaN : (double) part / whole);
        }
    }

    /**
     * A ratio with two digits; not a number where it does not exist.
     *
     * @param behind who is behind it; empty where it is of no members
     */
    record Ratio(double ratio, Optional<Question> behind) implements Cell {
        /** A ratio that is not of members. */
        Ratio(double ratio) {
            this(ratio, Optional.empty());
        }
    }

    /** A month. */
    record Month(YearMonth month) implements Cell {}

    /** Who is behind it; empty where it is of no members, or nothing. */
    default Optional<Question> behind() {
        return Optional.empty();
    }

    /** The same with the members behind it; nothing has nobody. */
    default Cell behind(Question asked) {
        Optional<Question> who = Optional.of(asked);
        return switch (this) {
            case Whole whole -> whole.number() == 0 ? this : new Whole(whole.number(), who);
            case Money money -> money.minor() == 0 ? this : new Money(money.minor(), who);
            case Share share -> isNothing(share.share()) ? this : new Share(share.share(), who);
            case Ratio ratio -> isNothing(ratio.ratio()) ? this : new Ratio(ratio.ratio(), who);
            case Words words -> words;
            case Month month -> month;
        };
    }

    private static boolean isNothing(double value) {
        return value == 0 || !Double.isFinite(value);
    }

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
