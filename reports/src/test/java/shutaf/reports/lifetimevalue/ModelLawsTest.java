package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What holds for every model, every customer and every sensible parameter. */
class ModelLawsTest {
    /** Always the same cases: rounding at the edge of a tolerance is no news. */
    private static final String SEED = "19970930";

    @Property(tries = 500, seed = SEED)
    void a_probability_lies_between_zero_and_one(
            @ForAll("models") BuyingModel model, @ForAll("patterns") BuyingPattern p) {
        assertThat(model.alive(p)).isBetween(0.0, 1.0);
    }

    @Property(tries = 500, seed = SEED)
    void who_bought_more_recently_is_more_likely_active(
            @ForAll("models") BuyingModel model, @ForAll("patterns") BuyingPattern p) {
        if (p.x() > 0) {
            BuyingPattern later = new BuyingPattern(p.x(), (p.tx() + p.t()) / 2, p.t());
            assertThat(model.alive(later)).isGreaterThanOrEqualTo(model.alive(p) - 1e-12);
        }
    }

    @Property(tries = 300, seed = SEED)
    void pieces_of_a_horizon_add_up_and_none_is_larger_than_the_one_before(
            @ForAll("models") BuyingModel model, @ForAll("patterns") BuyingPattern p) {
        double sum = 0;
        double before = 0;
        double piece = Double.POSITIVE_INFINITY;
        for (int month = 1; month <= 12; month++) {
            double until = model.expected(p, month * 4.345);
            double rounding = 1e-10 * (1 + until);
            assertThat(until - before).isBetween(-rounding, piece * (1 + 1e-9) + rounding);
            piece = until - before;
            sum += piece;
            before = until;
        }
        assertThat(sum).isCloseTo(model.expected(p, 52.14), offset(1e-9 * (1 + sum)));
    }

    @Property(tries = 300, seed = SEED)
    void expected_purchases_start_at_the_posterior_rate_of_who_is_active(
            @ForAll("models") BuyingModel model, @ForAll("patterns") BuyingPattern p) {
        double week = 1e-5;
        double rate = model.expected(p, week) / week;
        Nbd buying = rates(model);
        double active = model.alive(p) * buying.expected(p, week) / week;
        assertThat(rate).isCloseTo(active, offset(2e-3 * active + 1e-10));
    }

    @Property(tries = 200, seed = SEED)
    void bg_nbd_expects_what_its_textbook_formula_says(
            @ForAll("patterns") BuyingPattern p, @ForAll("horizons") double weeks) {
        BgNbd model = new BgNbd(0.2426, 4.4136, 0.7929, 2.4259);
        double ours = model.expected(p, weeks);
        assertThat(ours)
                .isCloseTo(PitfallsTest.textbook(model, p, weeks), offset(1e-8 * (1 + ours)));
    }

    @Property(tries = 100, seed = SEED)
    void a_likelihood_counts_customers_not_rows(
            @ForAll("models") BuyingModel model, @ForAll("samples") List<BuyingPattern> rows) {
        double[] at = {0.7, 5, 0.9, 3};
        Patterns counted = Patterns.counted(
                rows.stream().collect(Collectors.toMap(p -> p, p -> 3L, Long::sum)));
        Patterns thrice = Patterns.of(IntStream.range(0, 3).boxed().flatMap(k -> rows.stream()));
        Patterns backwards = Patterns.of(rows.reversed().stream());
        assertThat(new ParetoNbdLikelihood(counted).at(at).value())
                .isEqualTo(new ParetoNbdLikelihood(thrice).at(at).value());
        assertThat(BetaGeometricLikelihood.bgNbd(Patterns.of(rows.stream()))
                        .at(at)
                        .value())
                .isEqualTo(BetaGeometricLikelihood.bgNbd(backwards).at(at).value());
        double one = rows.stream().mapToDouble(model::logLikelihood).sum();
        assertThat(one).isFinite();
    }

    private static Nbd rates(BuyingModel model) {
        return switch (model) {
            case BgNbd m -> new Nbd(m.r(), m.alpha());
            case MbgNbd m -> new Nbd(m.r(), m.alpha());
            case ParetoNbd m -> new Nbd(m.r(), m.alpha());
            case Nbd m -> m;
        };
    }

    @Provide
    Arbitrary<BuyingModel> models() {
        Arbitrary<Double> shape = Arbitraries.doubles().between(0.05, 20).ofScale(3);
        Arbitrary<Double> scale = Arbitraries.doubles().between(0.1, 200).ofScale(3);
        return Combinators.combine(Arbitraries.of(0, 1, 2), shape, scale, shape, scale)
                .as((kind, r, alpha, a, b) -> Map.<Integer, BuyingModel>of(
                                0, new BgNbd(r, alpha, a, b),
                                1, new MbgNbd(r, alpha, a, b),
                                2, new ParetoNbd(r, alpha, a, b))
                        .get(kind));
    }

    @Provide
    Arbitrary<BuyingPattern> patterns() {
        Arbitrary<Integer> days = Arbitraries.integers().between(1, 800);
        return Combinators.combine(Arbitraries.integers().between(0, 120), days, days)
                .as((x, one, other) -> new BuyingPattern(
                        x, x == 0 ? 0 : Math.min(one, other) / 7.0, Math.max(one, other) / 7.0));
    }

    @Provide
    Arbitrary<Double> horizons() {
        return Arbitraries.doubles().between(0.1, 300).ofScale(2);
    }

    @Provide
    Arbitrary<List<BuyingPattern>> samples() {
        return patterns().list().ofMinSize(1).ofMaxSize(30);
    }

    @Property(tries = 50, seed = SEED)
    void a_newcomer_is_a_customer_without_a_past(@ForAll("models") BuyingModel model) {
        assertThat(model.expectedOfNewcomer(26))
                .isEqualTo(model.expected(new BuyingPattern(0, 0, 0), 26));
        double week = model.expectedOfNewcomer(1);
        assertThat(model.expectedOfNewcomer(0)).isZero();
        assertThat(week).isPositive();
        assertThat(model.expectedOfNewcomer(10)).isGreaterThanOrEqualTo(week * (1 - 1e-12));
    }
}
