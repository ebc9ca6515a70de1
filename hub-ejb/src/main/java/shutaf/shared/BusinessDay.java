package shutaf.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** Days are days in Asia/Jerusalem, whatever zone a server or a till is in. */
public final class BusinessDay {
    /** The programme's zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");

    private BusinessDay() {}

    /** The day on which the instant falls. */
    public static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /**
     * The last day on which points of that day may be used: the end of the month that lies so many
     * months later, so that lots of one month expire together and a member never loses a day.
     */
    public static LocalDate lastDayAfterMonths(LocalDate day, int months) {
        return YearMonth.from(day).plusMonths(months).atEndOfMonth();
    }
}
