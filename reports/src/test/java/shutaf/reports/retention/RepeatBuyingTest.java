package shutaf.reports.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import shutaf.purchase.CustomerDay;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RepeatBuyingTest {

    private static final LocalDate END = LocalDate.parse("2026-12-31");

    @Test
    void money_of_the_first_day_is_not_money_of_coming_back() {
        RepeatBuying figures = figures("a 2026-01-01 100", "a 2026-01-02 300", "b 2026-12-30 600");

        assertThat(figures.repeatRevenueShare()).isEqualTo(0.3);
        assertThat(figures.repeatCustomersRevenueShare()).isEqualTo(0.4);
        assertThat(figures.repeatCustomers()).isEqualTo(1);
    }

    @Test
    void two_receipts_of_the_first_day_are_both_of_the_first_day() {
        RepeatBuying figures = figures("a 2026-12-30 100", "a 2026-12-30 300");

        assertThat(figures.repeatRevenueShare()).isZero();
        assertThat(figures.repeatCustomers()).isZero();
    }

    @Test
    void a_silence_is_broken_by_a_purchase_or_lasts_to_the_end() {
        RepeatBuying figures = figures(
                "back 2026-01-01 1",
                "back 2026-06-30 1",
                "back 2026-12-30 1",
                "gone 2026-01-01 1",
                "fresh 2026-12-01 1");

        assertThat(figures.silences()).isEqualTo(3);
        assertThat(figures.broken()).isEqualTo(2);
        assertThat(figures.reactivationRate()).isCloseTo(2 / 3.0, offset(1e-15));
    }

    @Test
    void nothing_gives_no_share_rather_than_zero() {
        RepeatBuying none = RepeatBuying.of(Stream.of(), 180, END);
        assertThat(none.repeatRevenueShare()).isNaN();
        assertThat(none.reactivationRate()).isNaN();
    }

    @Test
    void disorder_and_a_silence_of_no_days_are_refused() {
        assertThatThrownBy(() -> figures("a 2026-02-01 1", "a 2026-01-01 1"))
                .hasMessageContaining("not ordered");
        assertThatThrownBy(() -> RepeatBuying.of(Stream.of(), 0, END))
                .hasMessageContaining("is none");
    }

    @ParameterizedTest
    @EnumSource
    void on_real_histories_it_agrees_with_the_other_figures(ReferenceData data) {
        LocalDate end = LocalDate.parse(data.summary("obs_end"));
        RepeatBuying figures = RepeatBuying.of(data.history().stream(), 180, end);

        assertThat(figures.customers()).isEqualTo(Long.parseLong(data.summary("customers")));
        assertThat(figures.repeatCustomers())
                .isEqualTo(Long.parseLong(data.summary("repeat_customers")));
        assertThat(figures.revenue())
                .isEqualTo(data.history().stream()
                        .mapToLong(CustomerDay::amountMinor)
                        .sum());
        assertThat(figures.repeatRevenueShare())
                .isBetween(0.0, figures.repeatCustomersRevenueShare());
    }

    /** Kalbfleisch and Prentice: exp(ln S * exp(z e / (S ln S))), here by 15-digit arithmetic. */
    @Test
    void the_band_of_a_curve_is_the_log_log_one() {
        SurvivalCurve curve = SurvivalCurve.of(List.of(
                new SurvivalCurve.Wait(6, true),
                new SurvivalCurve.Wait(6, true),
                new SurvivalCurve.Wait(6, true),
                new SurvivalCurve.Wait(6, false),
                new SurvivalCurve.Wait(7, true),
                new SurvivalCurve.Wait(9, false),
                new SurvivalCurve.Wait(10, true)));

        SurvivalCurve.Step first = curve.steps().getFirst();
        assertThat(first.survival()).isCloseTo(4 / 7.0, offset(1e-15));
        assertThat(first.low()).isCloseTo(0.171866015529, offset(1e-9));
        assertThat(first.high()).isCloseTo(0.837082780349, offset(1e-9));
        SurvivalCurve.Step last = curve.steps().getLast();
        assertThat(last.low()).isZero();
        assertThat(last.high()).isZero();
    }

    @Test
    void segments_have_curves_of_their_own() {
        List<CustomerHistory> customers = IntStream.range(0, 10)
                .mapToObj(k -> new CustomerHistory(
                        (k < 4 ? "loud" : "quiet") + k,
                        END.minusDays(100),
                        k < 4 ? END.minusDays(90) : END.minusDays(100),
                        END.minusDays(50),
                        k < 4 ? 2 : 1,
                        1))
                .toList();

        var curves = SurvivalCurve.secondPurchaseBySegment(
                customers, c -> c.customerId().replaceAll("[0-9]", ""), END);

        assertThat(curves.keySet()).containsExactly("loud", "quiet");
        assertThat(curves.get("loud").survivalAfter(10)).isZero();
        assertThat(curves.get("quiet").survivalAfter(100)).isEqualTo(1);
    }

    private static RepeatBuying figures(String... rows) {
        Stream<CustomerDay> days = Stream.of(rows).map(row -> {
            String[] parts = row.split(" ");
            return new CustomerDay(parts[0], LocalDate.parse(parts[1]), Long.parseLong(parts[2]));
        });
        return RepeatBuying.of(days, 180, END);
    }
}
