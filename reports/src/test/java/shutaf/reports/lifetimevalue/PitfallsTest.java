package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.reports.statistics.Gauss2F1;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every numerical pitfall that the packages of the field fell into, one test each. */
class PitfallsTest {

    @Test
    void many_purchases_do_not_underflow() {
        BgNbd model = new BgNbd(0.25, 1, 0.8, 2.5);
        assertThat(model.logLikelihood(new BuyingPattern(200, 9.5, 10)))
                .isCloseTo(378.0546, offset(5e-5));
        BuyingPattern daily = new BuyingPattern(5000, 714, 715);
        assertThat(model.logLikelihood(daily)).isFinite();
        assertThat(model.alive(daily)).isBetween(0.0, 1.0);
        assertThat(model.expected(daily, 52)).isBetween(0.0, 52 * 5001 / 716.0);
    }

    @Test
    void a_negative_2f1_gives_a_forecast_not_a_logarithm_of_it() {
        BgNbd model = new BgNbd(0.3, 4, 0.2, 0.3);
        BuyingPattern once = new BuyingPattern(0, 0, 38);
        double f = Gauss2F1.value(0.3, 0.3, -0.5, 300 / 342.0);
        assertThat(f).isNegative();
        assertThat(model.expected(once, 300))
                .isCloseTo(textbook(model, once, 300), offset(1e-12))
                .isPositive();
    }

    @Test
    void a_2f1_too_large_for_a_double_still_gives_a_forecast() {
        BgNbd model = new BgNbd(0.25, 0.5, 0.8, 2.5);
        BuyingPattern busy = new BuyingPattern(2000, 9, 10);
        assertThat(Gauss2F1.value(2000.25, 2002.5, 2002.3, 0.83)).isInfinite();
        assertThat(model.expected(busy, 52)).isFinite().isPositive();
    }

    @Test
    void a_equal_to_one_is_no_singularity() {
        BuyingPattern p = new BuyingPattern(3, 20, 38);
        double at = new BgNbd(0.3, 4, 1, 2.5).expected(p, 39);
        double below = new BgNbd(0.3, 4, 1 - 1e-6, 2.5).expected(p, 39);
        double above = new BgNbd(0.3, 4, 1 + 1e-6, 2.5).expected(p, 39);
        assertThat(at).isCloseTo((below + above) / 2, offset(1e-11 * at));
    }

    @Test
    void s_equal_to_one_is_no_singularity() {
        BuyingPattern p = new BuyingPattern(3, 20, 38);
        double at = new ParetoNbd(0.3, 4, 1, 12).expected(p, 39);
        double below = new ParetoNbd(0.3, 4, 1 - 1e-6, 12).expected(p, 39);
        double above = new ParetoNbd(0.3, 4, 1 + 1e-6, 12).expected(p, 39);
        assertThat(at).isCloseTo((below + above) / 2, offset(1e-11 * at));
    }

    @ParameterizedTest
    @CsvSource({"10.5, 11.7", "11.7, 10.5", "8, 8", "0.05, 90", "90, 0.05"})
    void pareto_is_the_textbooks_in_either_branch(double alpha, double beta) {
        ParetoNbd model = new ParetoNbd(0.55, alpha, 0.6, beta);
        for (BuyingPattern p : List.of(
                new BuyingPattern(0, 0, 38.9),
                new BuyingPattern(2, 30.4, 38.9),
                new BuyingPattern(29, 1.3, 38.9))) {
            double ours = model.logLikelihood(p);
            assertThat(ours).isCloseTo(textbook(model, p), offset(1e-8 * Math.abs(ours)));
        }
    }

    @Test
    void a_purchase_on_the_last_day_means_active_for_sure() {
        ParetoNbd model = new ParetoNbd(0.55, 10.6, 0.6, 11.7);
        BuyingPattern today = new BuyingPattern(4, 38, 38);
        assertThat(model.alive(today)).isEqualTo(1);
        assertThat(model.logLikelihood(today)).isFinite();
    }

    @ParameterizedTest
    @CsvSource({"0.6, 11.7, 0.0027", "0.6, 1e8, 0.0027", "4.7, 4261, 0.013", "1, 9, 1e-6"})
    void discounted_residual_equals_its_sum_week_by_week(double s, double beta, double delta) {
        ParetoNbd model = new ParetoNbd(0.55, 10.6, s, beta);
        BuyingPattern p = new BuyingPattern(2, 30.4, 38.9);
        double sum = 0;
        double before = 0;
        double week = 0;
        double width = 0.05;
        while (week < 60 / delta) {
            double until = model.expected(p, week + width);
            sum += (until - before) * Math.exp(-delta * (week + width / 2));
            before = until;
            week += width;
            width *= 1.0005;
        }
        double ours = model.discountedResidual(p, delta);
        assertThat(ours).isCloseTo(sum, offset(2e-4 * sum));
    }

    @Test
    void the_unit_of_time_changes_only_the_scale() {
        Patterns weeks = FitsAgainstReferenceTest.patterns("cdnow_sample");
        FitFigures inWeeks = ModelFits.bgNbd(weeks).climbed().orElseThrow();
        double repeats = IntStream.range(0, weeks.size())
                .mapToDouble(k -> (double) weeks.customers(k) * weeks.pattern(k).x())
                .sum();
        FitFigures inDays = ModelFits.bgNbd(Patterns.of(
                        all(weeks).map(p -> new BuyingPattern(p.x(), p.tx() * 7, p.t() * 7))))
                .climbed()
                .orElseThrow();
        assertThat(inDays.parameter("alpha"))
                .isCloseTo(7 * inWeeks.parameter("alpha"), offset(1e-5));
        assertThat(inDays.parameter("b")).isCloseTo(inWeeks.parameter("b"), offset(1e-5));
        assertThat(inDays.logLikelihood())
                .isCloseTo(inWeeks.logLikelihood() - repeats * Math.log(7), offset(1e-6));
    }

    @Test
    void a_history_without_leaving_falls_back_to_nbd_in_words() {
        Random random = new Random(11);
        Patterns patterns = Patterns.of(
                IntStream.range(0, 3000).mapToObj(k -> Simulated.nbd(random, 1.5, 6, 52)));
        Fit<BgNbd> bg = ModelFits.bgNbd(patterns);
        Fit<ParetoNbd> pareto = ModelFits.paretoNbd(patterns);

        assertThat(bg.findings()).contains(FitFinding.NOBODY_LEAVES);
        assertThat(pareto.findings()).contains(FitFinding.NOBODY_LEAVES);
        Nbd simpler = ((Fit.NotIdentified<BgNbd>) bg).simpler().orElseThrow();
        assertThat(simpler.r()).isCloseTo(1.5, offset(0.15));
        assertThat(simpler.alpha()).isCloseTo(6, offset(0.6));
    }

    @Test
    void spending_without_a_mean_gives_no_value_to_strangers() {
        GammaGamma wild = new GammaGamma(2, 0.9, 15);
        assertThat(wild.populationMean()).isEmpty();
        assertThat(wild.expectedSpend(0, 0)).isEmpty();
        assertThat(wild.expectedSpend(3, 20)).isPresent();
    }

    @Test
    void the_order_of_rows_does_not_change_a_bit() {
        List<BuyingPattern> rows = new ArrayList<>(
                all(FitsAgainstReferenceTest.patterns("cdnow_sample")).toList());
        FitFigures sorted =
                ModelFits.paretoNbd(Patterns.of(rows.stream())).climbed().orElseThrow();
        Collections.shuffle(rows, new Random(3));
        FitFigures shuffled =
                ModelFits.paretoNbd(Patterns.of(rows.stream())).climbed().orElseThrow();
        assertThat(shuffled).isEqualTo(sorted);
    }

    @Test
    void weeks_are_seventh_parts_of_days_not_calendar_weeks() {
        LocalDate first = LocalDate.parse("1997-01-01");
        CustomerBase base = CustomerBase.of(
                Stream.of(
                        new DayTotal("0001", first, new BigDecimal("29.33")),
                        new DayTotal("0001", first.plusDays(10), new BigDecimal("5.00"))),
                LocalDate.parse("1997-09-30"),
                LocalDate.parse("1998-06-30"));
        assertThat(base.customers().getFirst().pattern())
                .isEqualTo(new BuyingPattern(1, 10 / 7.0, 272 / 7.0));
        assertThat(base.holdoutWeeks()).isEqualTo(39);
    }

    private static Stream<BuyingPattern> all(Patterns patterns) {
        return IntStream.range(0, patterns.size())
                .boxed()
                .flatMap(k ->
                        Collections.nCopies((int) patterns.customers(k), patterns.pattern(k))
                                .stream());
    }

    /** Fader, Hardie and Lee 2005, equation 10, as printed. */
    static double textbook(BgNbd m, BuyingPattern p, double t) {
        double all = m.a() + m.b() + p.x() - 1;
        double end = m.alpha() + p.t();
        double f = Gauss2F1.value(m.r() + p.x(), m.b() + p.x(), all, t / (end + t));
        double bracket = 1 - Math.pow(end / (end + t), m.r() + p.x()) * f;
        return all / (m.a() - 1) * bracket * m.alive(p);
    }

    /** Fader and Hardie, note 009, with its two branches. */
    private static double textbook(ParetoNbd m, BuyingPattern p) {
        double least = Math.max(m.alpha(), m.beta());
        double order = m.r() + m.s() + p.x();
        double second = m.alpha() >= m.beta() ? m.s() + 1 : m.r() + p.x();
        double apart = Math.abs(m.alpha() - m.beta());
        double near = Gauss2F1.value(order, second, order + 1, apart / (least + p.tx()))
                / Math.pow(least + p.tx(), order);
        double far = Gauss2F1.value(order, second, order + 1, apart / (least + p.t()))
                / Math.pow(least + p.t(), order);
        double shape = m.r() + p.x();
        double active = Math.pow(m.alpha() + p.t(), -shape) * Math.pow(m.beta() + p.t(), -m.s());
        double rising = 1;
        for (int k = 0; k < p.x(); k++) {
            rising *= m.r() + k;
        }
        double scale = rising * Math.pow(m.alpha(), m.r()) * Math.pow(m.beta(), m.s());
        return Math.log(scale * (active + m.s() / order * (near - far)));
    }
}
