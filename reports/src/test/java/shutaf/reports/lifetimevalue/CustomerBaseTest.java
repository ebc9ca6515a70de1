package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.reports.lifetimevalue.Reference.Row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class CustomerBaseTest {

    @ParameterizedTest
    @CsvSource({"cdnow_sample, 1997-09-30, 1998-06-30", "completejourney, 2017-09-30, 2017-12-31"})
    void every_customer_is_summed_up_as_in_the_reference(
            String set, LocalDate calibration, LocalDate holdout) {
        CustomerBase base = CustomerBase.of(days(set), calibration, holdout);

        List<Row> expected = Reference.table(set + "/cbs.csv.gz");
        assertThat(base.customers()).hasSameSizeAs(expected);
        for (int k = 0; k < expected.size(); k++) {
            Row row = expected.get(k);
            CustomerSummary ours = base.customers().get(k);
            assertThat(ours.customerId()).isEqualTo(row.text("customer_id"));
            assertThat(ours.first()).isEqualTo(row.text("first_date"));
            assertThat(ours.pattern().x()).isEqualTo(row.whole("x"));
            assertThat(ours.holdoutDays()).isEqualTo(row.whole("x_star"));
            near(ours.pattern().tx(), row.number("t_x"));
            near(ours.pattern().t(), row.number("T"));
            near(ours.meanSpend(), row.number("m_x"));
            near(ours.repeatSpend().doubleValue(), row.number("repeat_spend"));
            near(ours.holdoutSpend().doubleValue(), row.number("holdout_spend"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cdnow_sample, 1997-09-30, 1998-06-30, 1882, 1653.409",
        "completejourney, 2017-09-30, 2017-12-31, 11493, 11599.559"
    })
    void the_holdout_shows_the_forecast_beside_what_came(
            String set, LocalDate calibration, LocalDate holdout, long actual, double expected) {
        CustomerBase base = CustomerBase.of(days(set), calibration, holdout);
        BgNbd model = ModelFits.bgNbd(base.patterns()).forecasting().orElseThrow();

        HoldoutCheck check = HoldoutCheck.of(model, base, days(set));

        assertThat(check.actual()).isEqualTo(actual);
        assertThat(check.expected()).isCloseTo(expected, offset(0.01));
        assertThat(check.miss()).isCloseTo(expected / actual - 1, offset(1e-5));
        assertThat(check.weeks().stream().mapToLong(HoldoutCheck.Week::actual).sum())
                .isEqualTo(actual);
        assertThat(check.weeks().stream()
                        .mapToDouble(HoldoutCheck.Week::expected)
                        .sum())
                .isCloseTo(check.expected(), offset(1e-6));
        assertThat(check.weeks().getLast().last()).isEqualTo(holdout);
        assertThat(check.classes()).hasSize(8);
        assertThat(check.classes().stream()
                        .mapToLong(HoldoutCheck.FrequencyClass::customers)
                        .sum())
                .isEqualTo(base.customers().size());
        double error = Reference.number(set + "/predictions_meta.json", "totals", "mae_bgnbd");
        assertThat(check.meanAbsoluteError()).isCloseTo(error, offset(1e-6));
    }

    @Test
    void first_purchases_after_calibration_and_days_after_the_holdout_are_only_counted() {
        LocalDate end = LocalDate.parse("2026-06-30");
        CustomerBase base = CustomerBase.of(
                Stream.of(
                        day("old", "2026-06-01"),
                        day("old", "2026-07-02"),
                        day("old", "2026-08-15"),
                        day("new", "2026-07-20"),
                        day("never", "2026-08-20")),
                end,
                LocalDate.parse("2026-07-31"));

        assertThat(base.customers()).hasSize(1);
        assertThat(base.customers().getFirst().holdoutDays()).isEqualTo(1);
        assertThat(base.newInHoldout()).isEqualTo(1);
        assertThat(base.daysAfterHoldout()).isEqualTo(2);
        assertThatThrownBy(() -> CustomerBase.of(Stream.of(), end, end.minusDays(1)))
                .hasMessageContaining("before calibration does");
    }

    @Test
    void a_sample_that_carries_no_model_is_refused_with_the_reason() {
        assertThat(ModelFits.bgNbd(Patterns.of(Stream.of())).findings())
                .containsExactly(FitFinding.NO_CUSTOMERS);
        assertThat(fitted(new BuyingPattern(0, 0, 0), 50)).containsExactly(FitFinding.NO_TIME);
        assertThat(fitted(new BuyingPattern(0, 0, 9), 1_000_000))
                .containsExactly(FitFinding.NO_REPEATS);
        assertThat(fitted(new BuyingPattern(1, 4, 9), 9))
                .containsExactly(FitFinding.TOO_FEW_REPEATERS);
        assertThat(ModelFits.bgBb(Map.of()).findings()).containsExactly(FitFinding.NO_CUSTOMERS);
        assertThat(SpendFit.of(List.of()).fit().findings()).containsExactly(FitFinding.NO_AMOUNTS);
    }

    @Test
    void equal_customers_are_a_ridge_not_a_model() {
        assertThat(fitted(new BuyingPattern(1, 4, 9), 500)).isNotEmpty();
        assertThat(ModelFits.paretoNbd(equal(500))).isInstanceOf(Fit.NotIdentified.class);
        assertThat(ModelFits.bgNbd(equal(500))).isInstanceOf(Fit.NotIdentified.class);
    }

    private static List<FitFinding> fitted(BuyingPattern pattern, long customers) {
        return ModelFits.bgNbd(Patterns.counted(Map.of(pattern, customers))).findings();
    }

    private static Patterns equal(long customers) {
        return Patterns.counted(Map.of(new BuyingPattern(1, 4, 9), customers));
    }

    private static DayTotal day(String customer, String date) {
        return new DayTotal(customer, LocalDate.parse(date), BigDecimal.TEN);
    }

    private static Stream<DayTotal> days(String set) {
        return Reference.table("../retention/" + set + "/daily.csv.gz").stream()
                .map(row -> new DayTotal(
                        row.text("customer_id"),
                        LocalDate.parse(row.text("date")),
                        new BigDecimal(row.text("amount"))));
    }

    private static void near(double ours, double expected) {
        assertThat(ours).isCloseTo(expected, offset(1e-11 * Math.abs(expected) + 1e-12));
    }
}
