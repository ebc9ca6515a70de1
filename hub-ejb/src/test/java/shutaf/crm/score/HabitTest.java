package shutaf.crm.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Optional;

/** How a silence compares with what is usual for a member. */
class HabitTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | 0  | 50 | 0  | ONCE
            1  | 10 | 90 | 10 | TWICE
            2  | 20 | 14 | 10 | USUAL
            2  | 20 | 15 | 10 | LONGER
            2  | 20 | 29 | 10 | LONGER
            2  | 20 | 30 | 10 | UNUSUAL
            9  | 9  | 1  | 1  | USUAL
            """)
    void is_read_off_a_score(
            int repeats, int between, int silent, long every, Habit.Pace expected) {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate last = first.plusDays(between);

        Habit habit = Habit.of(
                new Score(1, repeats, first, last, last.plusDays(silent), Optional.empty(), 0));

        assertThat(habit.everyDays()).isEqualTo(every);
        assertThat(habit.silentDays()).isEqualTo(silent);
        assertThat(habit.overDays()).isEqualTo(between + silent);
        assertThat(habit.pace()).isEqualTo(expected);
    }
}
