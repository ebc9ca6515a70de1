package shutaf.reports.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import shutaf.purchase.CustomerDay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;

class RetentionFiguresTest {

    @Test
    void two_receipts_of_one_day_are_one_visit() {
        RetentionFigures figures = figures("a 2026-01-05", "a 2026-01-05", "b 2026-01-06");

        assertThat(figures.summary().customerDays()).isEqualTo(2);
        assertThat(figures.summary().repeatCustomers()).isZero();
    }

    @Test
    void the_ninetieth_day_still_counts_and_the_ninety_first_does_not() {
        RetentionFigures figures = figures(
                "back-on-90 2026-01-01", "back-on-90 2026-04-01",
                "back-on-91 2026-01-01", "back-on-91 2026-04-02");

        assertThat(figures.summary().repeatCustomers()).isEqualTo(2);
        assertThat(figures.summary().repeat90d()).isEqualTo(1);
    }

    @Test
    void who_has_not_had_ninety_days_is_not_asked() {
        RetentionFigures figures = figures(
                "early 2026-01-01", "late 2026-01-02", "late 2026-01-03", "other 2026-04-01");

        assertThat(figures.summary().eligible90d()).isEqualTo(1);
        assertThat(figures.summary().repeat90d()).isZero();
    }

    @Test
    void a_share_of_nobody_is_no_number_rather_than_zero() {
        assertThat(figures("a 2026-01-01").summary().repeatRate90d()).isNaN();
    }

    @Test
    void a_month_without_visits_is_zero_and_a_month_after_the_data_is_absent() {
        RetentionFigures figures =
                figures("a 2026-01-31", "a 2026-03-01", "b 2026-02-10", "c 2026-03-02");

        assertThat(figures.cells())
                .containsExactly(
                        cell("2026-01", 0, 1, 1),
                        cell("2026-01", 1, 0, 1),
                        cell("2026-01", 2, 1, 1),
                        cell("2026-02", 0, 1, 1),
                        cell("2026-02", 1, 0, 1),
                        cell("2026-03", 0, 1, 1));
    }

    @Test
    void young_cohorts_do_not_pull_late_months_down() {
        RetentionFigures figures =
                figures("a 2026-01-01", "a 2026-02-01", "a 2026-03-01", "b 2026-02-05");

        RetentionFigures.AllCohorts third = figures.allCohorts().get(2);
        assertThat(third).isEqualTo(new RetentionFigures.AllCohorts(2, 1, 1, 1));
    }

    @Test
    void the_last_month_is_partial_until_its_last_day_has_data() {
        assertThat(figures("a 2026-02-27").lastMonthIsPartial()).isTrue();
        assertThat(figures("a 2026-02-28").lastMonthIsPartial()).isFalse();
    }

    @Test
    void a_history_out_of_order_is_refused_and_names_the_row() {
        assertThatThrownBy(() -> figures("a 2026-01-02", "a 2026-01-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a 2026-01-01");
        assertThatThrownBy(() -> figures("b 2026-01-01", "a 2026-01-01"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_history_is_refused() {
        assertThatThrownBy(RetentionFiguresTest::figures)
                .isInstanceOf(IllegalArgumentException.class);
    }

    static RetentionFigures figures(String... rows) {
        return RetentionFigures.of(Stream.of(rows).map(row -> {
            String[] parts = row.split(" ", 2);
            return new CustomerDay(parts[0], LocalDate.parse(parts[1]), 100);
        }));
    }

    private static CohortCell cell(String cohort, int k, long active, long size) {
        return new CohortCell(YearMonth.parse(cohort), k, active, size);
    }
}
