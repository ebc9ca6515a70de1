package shutaf.reports.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import shutaf.economics.PointsMovement;
import shutaf.economics.PointsMovement.Flow;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What becomes of points: the curve against a count by hand, and no figure where there is none. */
class BreakageTest {
    private static final LocalDate END_OF_APRIL = LocalDate.of(2026, 4, 30);

    private static Breakage of(List<PointsMovement> movements, LocalDate day) {
        return CohortFold.breakage(movements, day);
    }

    @Test
    void a_tenth_of_what_is_open_is_spent_each_month_until_the_end() {
        Breakage breakage = of(SampleProgramme.movements(), END_OF_APRIL);

        assertThat(breakage.ages()).extracting(Breakage.Age::cohorts).containsExactly(4, 3, 2, 1);
        assertThat(breakage.ages())
                .extracting(Breakage.Age::atRisk)
                .containsExactly(4_000L, 2_700L, 1_620L, 729L + 0);
        assertThat(breakage.ages().get(2).open()).isCloseTo(0.729, within(1e-3));
        assertThat(breakage.life()).isEqualTo(24);
        assertThat(breakage.carriedOn()).isEqualTo(21);
        assertThat(breakage.estimate().orElseThrow()).isCloseTo(Math.pow(0.9, 25), within(2e-3));
        assertThat(breakage.least()).isLessThanOrEqualTo(breakage.estimate().orElseThrow());
        assertThat(breakage.lowest()).isZero();
        assertThat(breakage.highest()).isCloseTo(Math.pow(0.9, 4), within(2e-3));
    }

    @Test
    void a_month_that_is_not_over_does_not_bend_the_curve() {
        Breakage whole = of(SampleProgramme.movements(), END_OF_APRIL);
        Breakage early = of(SampleProgramme.movements(), END_OF_APRIL.minusDays(1));

        assertThat(whole.ages()).hasSize(4);
        assertThat(early.ages()).hasSize(3);
        assertThat(early.cohorts()).hasSize(4);
    }

    @Test
    void what_expires_at_the_end_of_its_life_is_seen_and_nothing_is_carried_on() {
        YearMonth born = YearMonth.of(2020, 1);
        List<PointsMovement> moved = new ArrayList<>();
        moved.add(SampleProgramme.moved(born, born, Flow.ISSUED, 1_000));
        moved.add(SampleProgramme.moved(born, born, Flow.CLAWED_BACK, -200));
        moved.add(SampleProgramme.moved(born.plusMonths(3), born, Flow.SPENT, -500));
        moved.add(SampleProgramme.moved(born.plusMonths(3), born, Flow.GIVEN_BACK, 100));
        moved.add(SampleProgramme.moved(born.plusMonths(25), born, Flow.EXPIRED, -400));

        Breakage breakage = of(moved, END_OF_APRIL);

        assertThat(breakage.estimate()).hasValue(0.5);
        assertThat(breakage.carriedOn()).isZero();
        assertThat(breakage.lowest()).isEqualTo(0.5);
        assertThat(breakage.highest()).isEqualTo(0.5);
        assertThat(breakage.ages().getLast().age()).isEqualTo(25);
        assertThat(breakage.cohorts().getFirst().open()).isZero();
    }

    @Test
    void too_young_or_unspent_or_endless_points_have_bounds_and_no_estimate() {
        YearMonth april = YearMonth.of(2026, 4);
        PointsMovement earned = SampleProgramme.moved(april, april, Flow.ISSUED, 10);
        List<List<PointsMovement>> cases = List.of(
                List.of(),
                List.of(earned),
                List.of(earned, SampleProgramme.moved(april, april, Flow.SPENT, -10)),
                List.of(earned, SampleProgramme.moved(april, april, Flow.CLAWED_BACK, -10)),
                SampleProgramme.movements().stream()
                        .filter(m -> m.flow() == Flow.ISSUED)
                        .toList());
        for (List<PointsMovement> young : cases) {
            Breakage breakage = of(young, END_OF_APRIL);
            assertThat(breakage.estimate()).as("%s", young).isEmpty();
            assertThat(breakage.lowest()).isBetween(0.0, 1.0);
            assertThat(breakage.highest()).isBetween(breakage.lowest(), 1.0);
            assertThat(breakage.stillSpent(0)).isEmpty();
        }
    }

    @Test
    void open_points_are_worth_what_is_still_expected_to_be_spent_of_their_age() {
        Breakage breakage = of(SampleProgramme.movements(), END_OF_APRIL);

        double ever = 1 - breakage.estimate().orElseThrow();
        assertThat(breakage.stillSpent(-1)).hasValue(ever);
        Breakage.Age first = breakage.ages().getFirst();
        assertThat(breakage.stillSpent(0)).hasValue((ever - first.spent()) / first.open());
        assertThat(breakage.stillSpent(99)).hasValue(breakage.stillSpent(3).orElseThrow());
    }
}
