package shutaf.settlement;

import shutaf.shared.BusinessDay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The days of a statement, by the day that the hub processed a movement, in the programme's zone.
 *
 * @param from first day
 * @param to last day, inclusive
 */
public record StatementPeriod(LocalDate from, LocalDate to) {
    /**
     * How long after its last midnight a period is still open. A journal carries the time at which
     * it was written and is seen when its transaction commits; the server gives a transaction five
     * minutes, so after fifteen nothing of the period can be missing any more.
     */
    static final Duration UNTIL_ALL_IS_WRITTEN = Duration.ofMinutes(15);

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** Refuses a period turned round. */
    public StatementPeriod {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("period " + from + " to " + to);
        }
    }

    /** A calendar month: the usual period. */
    public static StatementPeriod month(YearMonth month) {
        return new StatementPeriod(month.atDay(1), month.atEndOfMonth());
    }

    /** Short text that stands in the statement's number: 2026-10, or 20261001-20261015. */
    public String label() {
        YearMonth month = YearMonth.from(from);
        return equals(month(month)) ? month.toString() : DAY.format(from) + "-" + DAY.format(to);
    }

    /** Reads what {@link #label} wrote; empty when it is no such text. */
    public static Optional<StatementPeriod> parse(String label) {
        try {
            if (label.matches("\\d{4}-\\d{2}")) {
                return Optional.of(month(YearMonth.parse(label)));
            }
            if (label.matches("\\d{8}-\\d{8}")) {
                return Optional.of(new StatementPeriod(
                                LocalDate.parse(label.substring(0, 8), DAY),
                                LocalDate.parse(label.substring(9), DAY)))
                        .filter(p -> p.label().equals(label));
            }
            return Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException notAPeriod) {
            return Optional.empty();
        }
    }

    /** Whether nothing can be added to the period any more. */
    public boolean isOver(Instant now) {
        return !now.isBefore(end().plus(UNTIL_ALL_IS_WRITTEN));
    }

    Instant begin() {
        return from.atStartOfDay(BusinessDay.ZONE).toInstant();
    }

    /** The first instant after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(BusinessDay.ZONE).toInstant();
    }
}
