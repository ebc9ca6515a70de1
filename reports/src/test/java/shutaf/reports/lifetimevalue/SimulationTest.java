package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Data made by a model give its parameters back: each within 3.5 standard errors, which a right
 * engine misses once in two thousand times; the seeds are fixed.
 */
class SimulationTest {

    private static final int CUSTOMERS = 6000;

    /** r, alpha, a and b of customers who leave after a purchase, if at all. */
    private static final double[] UNTIL_A_PURCHASE = {0.6, 5, 0.8, 2.5};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bg_nbd_is_recovered(long seed) {
        Random random = new Random(seed);
        BgNbd truth = new BgNbd(0.6, 5, 0.8, 2.5);
        recovered(
                ModelFits.bgNbd(patterns(weeks -> Simulated.bgNbd(random, truth, weeks))),
                seed,
                UNTIL_A_PURCHASE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mbg_nbd_is_recovered(long seed) {
        Random random = new Random(seed);
        MbgNbd truth = new MbgNbd(0.6, 5, 0.8, 2.5);
        recovered(
                ModelFits.mbgNbd(patterns(weeks -> Simulated.mbgNbd(random, truth, weeks))),
                seed,
                UNTIL_A_PURCHASE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pareto_nbd_is_recovered(long seed) {
        Random random = new Random(seed);
        ParetoNbd truth = new ParetoNbd(0.9, 8, 0.7, 10);
        recovered(
                ModelFits.paretoNbd(patterns(weeks -> Simulated.paretoNbd(random, truth, weeks))),
                seed,
                0.9,
                8,
                0.7,
                10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bg_bb_is_recovered(long seed) {
        Random random = new Random(seed);
        BgBb truth = new BgBb(1.2, 0.75, 0.66, 2.8);
        Map<YearlyPattern, Long> donors = IntStream.range(0, CUSTOMERS)
                .mapToObj(k -> Simulated.bgBb(random, truth, 8))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        recovered(ModelFits.bgBb(donors), seed, 1.2, 0.75, 0.66, 2.8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void gamma_gamma_is_recovered(long seed) {
        Random random = new Random(seed);
        GammaGamma truth = new GammaGamma(6, 3.7, 15);
        List<CustomerSummary> customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(k -> spender(k, 1 + k % 9, Simulated.meanSpend(random, truth, 1 + k % 9)))
                .toList();
        recovered(SpendFit.of(customers).fit(), seed, 6, 3.7, 15);
    }

    private static CustomerSummary spender(int k, int x, double mean) {
        return new CustomerSummary(
                "c" + k,
                LocalDate.EPOCH,
                new BuyingPattern(x, 1, 2),
                BigDecimal.valueOf(mean * x),
                mean,
                0,
                BigDecimal.ZERO);
    }

    private static Patterns patterns(Function<Double, BuyingPattern> customer) {
        return Patterns.of(
                IntStream.range(0, CUSTOMERS).mapToObj(k -> customer.apply(40.0 + k % 30)));
    }

    private static void recovered(Fit<?> fit, long seed, double... truth) {
        FitFigures figures = fit.climbed().orElseThrow();
        assertThat(fit).as("seed " + seed).isInstanceOf(Fit.Identified.class);
        for (int i = 0; i < truth.length; i++) {
            double away = Math.abs(figures.parameters().get(i) - truth[i]);
            assertThat(away / figures.errors().get(i))
                    .as(figures.names().get(i) + ", seed " + seed + ", " + figures)
                    .isLessThan(3.5);
        }
    }
}
