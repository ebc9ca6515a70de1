package shutaf.reports.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Ours against the figures that two other programs computed from the same purchases. */
class RetentionAgainstReferenceTest {

    @ParameterizedTest
    @EnumSource
    void the_matrix_equals_the_reference_cell_by_cell(ReferenceData data) {
        RetentionFigures figures = RetentionFigures.of(data.history().stream());

        List<String[]> expected = data.rows("cohort_retention.csv.gz");
        assertThat(figures.cells()).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            String[] columns = expected.get(row);
            CohortCell cell = figures.cells().get(row);
            assertThat(cell)
                    .isEqualTo(new CohortCell(
                            YearMonth.parse(columns[0]),
                            Integer.parseInt(columns[1]),
                            Long.parseLong(columns[2]),
                            Long.parseLong(columns[3])));
            assertThat(cell.rate()).isCloseTo(Double.parseDouble(columns[4]), offset(1e-14));
        }
    }

    @ParameterizedTest
    @EnumSource
    void our_csv_is_the_reference_file_to_the_last_byte(ReferenceData data) {
        RetentionFigures figures = RetentionFigures.of(data.history().stream());

        assertThat(RetentionCsv.of(figures)).isEqualTo(data.text("cohort_retention.csv.gz"));
    }

    @ParameterizedTest
    @EnumSource
    void the_repeat_rates_equal_the_reference(ReferenceData data) {
        RetentionSummary summary = RetentionFigures.of(data.history().stream()).summary();

        assertThat(summary)
                .isEqualTo(new RetentionSummary(
                        Long.parseLong(data.summary("customers")),
                        Long.parseLong(data.summary("customer_days")),
                        LocalDate.parse(data.summary("obs_start")),
                        LocalDate.parse(data.summary("obs_end")),
                        Long.parseLong(data.summary("repeat_customers")),
                        Long.parseLong(data.summary("eligible_90d")),
                        Long.parseLong(data.summary("repeat_90d"))));
        assertThat(summary.repeatRateAll())
                .isEqualTo(Double.parseDouble(data.summary("repeat_rate_all")));
        assertThat(summary.repeatRate90d())
                .isEqualTo(Double.parseDouble(data.summary("repeat_rate_90d")));
    }

    @ParameterizedTest
    @EnumSource
    void every_customer_has_the_reference_scores_and_segment(ReferenceData data) {
        List<CustomerHistory> customers = CustomerHistory.of(data.history().stream());
        LocalDate end = LocalDate.parse(data.summary("obs_end"));

        List<String> ours =
                RfmScores.of(customers, end).stream().map(this::asReferenceRow).toList();

        List<String> expected = data.rows("rfm.csv.gz").stream()
                .map(columns -> {
                    columns[3] = Long.toString(ReferenceData.hundredths(columns[3]));
                    return String.join(",", columns);
                })
                .toList();
        assertThat(ours).containsExactlyInAnyOrderElementsOf(expected);
    }

    private String asReferenceRow(RfmScore score) {
        return String.join(
                ",",
                score.customerId(),
                Long.toString(score.recencyDays()),
                Long.toString(score.frequency()),
                Long.toString(score.monetaryMinor()),
                Integer.toString(score.rNtile()),
                Integer.toString(score.fNtile()),
                Integer.toString(score.mNtile()),
                Integer.toString(score.rTie()),
                Integer.toString(score.fTie()),
                Integer.toString(score.mTie()),
                score.segment().name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void time_to_the_second_purchase_equals_the_reference(ReferenceData data) {
        List<CustomerHistory> customers = CustomerHistory.of(data.history().stream());
        LocalDate end = LocalDate.parse(data.summary("obs_end"));

        SurvivalCurve curve = SurvivalCurve.secondPurchase(customers, end);

        compare(curve, data.rows("km_second_purchase.csv.gz"));
        assertThat(curve.survivalAfter(90))
                .isEqualTo(Double.parseDouble(data.summary("90")), offset(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void churn_after_180_silent_days_equals_the_reference(ReferenceData data) {
        List<CustomerHistory> customers = CustomerHistory.of(data.history().stream());
        LocalDate end = LocalDate.parse(data.summary("obs_end"));

        compare(SurvivalCurve.churn180(customers, end), data.rows("km_churn180.csv.gz"));
    }

    private static void compare(SurvivalCurve curve, List<String[]> expected) {
        assertThat(curve.steps()).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            String[] columns = expected.get(row);
            SurvivalCurve.Step step = curve.steps().get(row);
            assertThat(List.of(step.day(), step.atRisk(), step.events(), step.censored()))
                    .isEqualTo(List.of(
                            Long.valueOf(columns[0]),
                            Long.valueOf(columns[1]),
                            Long.valueOf(columns[2]),
                            Long.valueOf(columns[3])));
            close(step.survival(), columns[4]);
            close(step.error(), columns[5]);
        }
    }

    private static void close(double ours, String expected) {
        if (expected.isEmpty() || expected.equalsIgnoreCase("nan")) {
            assertThat(ours).isNaN();
        } else {
            assertThat(ours).isCloseTo(Double.parseDouble(expected), offset(1e-12));
        }
    }
}
