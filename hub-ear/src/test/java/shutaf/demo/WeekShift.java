package shutaf.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Moves a history by whole weeks, so that weekdays and the gaps between purchases stay as they
 * were.
 *
 * @param weeks how far into the future; negative moves back
 */
public record WeekShift(long weeks) {
    /** Leaves every date where it is. */
    public static final WeekShift NONE = new WeekShift(0);

    /**
     * The only shift after which the history ends within the seven days before {@code today}: at
     * the latest yesterday, at the earliest a week ago.
     */
    public static WeekShift endingLastWeek(LocalDate latest, LocalDate today) {
        long days = ChronoUnit.DAYS.between(latest, today.minusDays(1));
        return new WeekShift(Math.floorDiv(days, 7L));
    }

    LocalDate moved(LocalDate date) {
        return date.plusWeeks(weeks);
    }

    LocalDateTime moved(LocalDateTime time) {
        return time.plusWeeks(weeks);
    }
}
