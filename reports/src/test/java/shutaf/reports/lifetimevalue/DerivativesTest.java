package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import shutaf.reports.lifetimevalue.SpendLikelihood.Spend;
import shutaf.reports.statistics.Likelihood;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** The exact derivatives against differences of the likelihood and of the gradient. */
class DerivativesTest {

    private static final double[][] POINTS = {
        {0.24, 4.4, 0.79, 2.4}, {1.4, 3.6, 0.04, 16}, {30, 200, 5, 0.3}, {0.55, 10.5, 12, 0.4}
    };

    static Stream<Likelihood> likelihoods() {
        Patterns patterns = Patterns.of(Stream.of(
                new BuyingPattern(0, 0, 38),
                new BuyingPattern(0, 0, 0),
                new BuyingPattern(1, 2.5, 38),
                new BuyingPattern(7, 30, 31),
                new BuyingPattern(3, 12, 12),
                new BuyingPattern(150, 9.5, 40)));
        Map<YearlyPattern, Long> years = Map.of(
                new YearlyPattern(0, 0, 6), 40L,
                new YearlyPattern(3, 4, 6), 7L,
                new YearlyPattern(6, 6, 6), 3L);
        Map<Spend, Long> spends = Map.of(new Spend(1, 12.5), 4L, new Spend(40, 99.0), 2L);
        return Stream.of(
                BetaGeometricLikelihood.bgNbd(patterns),
                BetaGeometricLikelihood.mbgNbd(patterns),
                new ParetoNbdLikelihood(patterns),
                Nbd.likelihood(patterns),
                new BgBbLikelihood(years),
                new SpendLikelihood(spends));
    }

    @ParameterizedTest
    @MethodSource("likelihoods")
    void equal_differences(Likelihood likelihood) {
        for (double[] point : POINTS) {
            double[] at = Arrays.copyOf(point, likelihood.size());
            for (int i = 0; i < at.length; i++) {
                double step = 1e-5 * at[i];
                double[] above = at.clone();
                double[] below = at.clone();
                above[i] += step;
                below[i] -= step;
                double slope =
                        (likelihood.at(above).value() - likelihood.at(below).value()) / (2 * step);
                near(likelihood.at(at).gradient(i), slope, 1 / at[i]);
                for (int j = 0; j < at.length; j++) {
                    double bend = (likelihood.at(above).gradient(j)
                                    - likelihood.at(below).gradient(j))
                            / (2 * step);
                    near(likelihood.at(at).hessian(i, j), bend, 1 / (at[i] * at[j]));
                }
            }
        }
    }

    private static void near(double exact, double difference, double scale) {
        assertThat(exact).isCloseTo(difference, offset(2e-5 * Math.abs(difference) + 1e-4 * scale));
    }
}
