package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import shutaf.reports.statistics.Box;
import shutaf.reports.statistics.Climb;
import shutaf.reports.statistics.Maximum;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Of very many patterns the way to the top is shorter, and the top is the same. */
class ManyPatternsTest {
    private static final int CUSTOMERS = 34_000;
    private static final ParetoNbd TRUTH = new ParetoNbd(0.9, 8, 0.7, 10);

    /** Hardly two alike, since weeks are cut nowhere. */
    private static Patterns many() {
        Random random = new Random(20261122);
        return Patterns.of(IntStream.range(0, CUSTOMERS)
                .mapToObj(k -> Simulated.paretoNbd(random, TRUTH, 20 + 32 * random.nextDouble())));
    }

    @Test
    void the_top_is_that_of_all_customers_and_not_of_a_sample() {
        Patterns many = many();
        assertThat(many.size()).isGreaterThan(30_000);

        FitFigures fit = ModelFits.paretoNbd(many).climbed().orElseThrow();

        Maximum alone = new Climb(
                        new ParetoNbdLikelihood(many), Box.around(new double[] {1, 9, 1, 50}, 1e6))
                .from(new double[] {1.5, 13, 1, 500});
        assertThat(fit.logLikelihood()).isCloseTo(alone.logLikelihood(), within(1e-5));
        assertThat(fit.customers()).isEqualTo(CUSTOMERS);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(fit.parameters().get(i) / alone.parameter(i)).isCloseTo(1, within(1e-4));
            assertThat(fit.errors().get(i) / alone.error(i)).isCloseTo(1, within(1e-3));
        }
        Maximum sample = new Climb(
                        new ParetoNbdLikelihood(many.sample(10_000)),
                        Box.around(new double[] {1, 9, 1, 50}, 1e6))
                .from(alone.parameters());
        assertThat(sample.parameter(0) / alone.parameter(0)).isNotCloseTo(1, within(1e-4));
    }

    @Test
    void a_sample_has_every_so_many_th_customer_and_no_more_than_asked_for() {
        List<BuyingPattern> alike = LongStream.range(0, 1_000)
                .mapToObj(k -> new BuyingPattern(0, 0, k % 3 + 1))
                .toList();
        Patterns patterns = Patterns.of(alike.stream());

        Patterns tenth = patterns.sample(100);

        assertThat(tenth.total()).isEqualTo(100);
        assertThat(tenth.size()).isEqualTo(3);
        assertThat(patterns.sample(1_000).total()).isEqualTo(1_000);
        assertThat(patterns.sample(5_000).total()).isEqualTo(1_000);
        assertThat(patterns.sample(999).total()).isLessThanOrEqualTo(999).isPositive();
        assertThat(tenth.indexOf(new BuyingPattern(0, 0, 2))).isEqualTo(1);
        assertThat(tenth.indexOf(new BuyingPattern(0, 0, 9))).isNegative();
    }
}
