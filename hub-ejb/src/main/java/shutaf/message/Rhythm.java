package shutaf.message;

import shutaf.shared.BusinessDay;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** How often a report is sent. A due day begins at 06:00 in Asia/Jerusalem. */
public enum Rhythm {
    /** On Sundays, when the working week begins. */
    WEEKLY {
        @Override
        LocalDate lastUpTo(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        }

        @Override
        LocalDate after(LocalDate day) {
            return day.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        }
    },
    /** On the first of each month. */
    MONTHLY {
        @Override
        LocalDate lastUpTo(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate after(LocalDate day) {
            return day.plusMonths(1).withDayOfMonth(1);
        }
    };

    /** Before the first of the office comes, and after the night's jobs. */
    private static final LocalTime HOUR = LocalTime.of(6, 0);

    /** The latest due day that is not after that day. */
    abstract LocalDate lastUpTo(LocalDate day);

    /** The first due day after that day. */
    abstract LocalDate after(LocalDate day);

    /** The latest day whose hour of sending has come. */
    static LocalDate reached(Instant now) {
        ZonedDateTime here = now.atZone(BusinessDay.ZONE);
        LocalDate day = here.toLocalDate();
        return here.toLocalTime().isBefore(HOUR) ? day.minusDays(1) : day;
    }
}
