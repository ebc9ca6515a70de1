package shutaf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

class WeekShiftTest {
    @ParameterizedTest(name = "{0} seen from {1} moves to {2}: {3}")
    @CsvSource({
        "2017-12-31, 2026-11-21, 2026-11-15, a Sunday stays a Sunday",
        "2017-12-31, 2026-11-22, 2026-11-15, a week ago is still last week",
        "2017-12-31, 2026-11-23, 2026-11-22, yesterday is the latest",
        "1998-06-30, 2026-11-21, 2026-11-17, a Tuesday stays a Tuesday",
        "2026-11-20, 2026-11-21, 2026-11-20, already ends yesterday",
        "2030-01-01, 2026-11-21, 2026-11-17, a later history moves back",
    })
    void a_history_ends_in_the_seven_days_before(
            LocalDate latest, LocalDate today, LocalDate moved, String because) {
        assertThat(WeekShift.endingLastWeek(latest, today).moved(latest))
                .as(because)
                .isEqualTo(moved);
    }

    @Test
    void every_day_of_ten_years_keeps_the_weekday_and_ends_last_week() {
        LocalDate latest = LocalDate.of(2017, 12, 31);
        LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2035, 1, 1)).forEach(today -> {
            LocalDate moved = WeekShift.endingLastWeek(latest, today).moved(latest);
            assertThat(moved.getDayOfWeek()).isEqualTo(latest.getDayOfWeek());
            assertThat(moved).isBetween(today.minusDays(7), today.minusDays(1));
        });
    }
}
