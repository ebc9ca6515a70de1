package shutaf.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each function against values of arbitrary-precision arithmetic, and against its own laws. */
class SpecialFunctionsTest {

    /** The values were computed with mpmath at 60 to 120 digits, U also by quadrature. */
    @ParameterizedTest(name = "{0}({1}, {2}, {3}, {4})")
    @CsvFileSource(
            resources = "/shutaf/reports/statistics/special_functions.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void equals_arbitrary_precision(
            String function, double p1, String p2, String p3, String p4, double expected) {
        double ours = switch (function) {
            case "logGamma" -> GammaFunctions.logGamma(p1);
            case "digamma" -> GammaFunctions.digamma(p1);
            case "trigamma" -> GammaFunctions.trigamma(p1);
            case "logRising" -> GammaFunctions.logRising(p1, number(p2));
            case "logBeta" -> GammaFunctions.logBeta(p1, number(p2));
            case "hyp2f1" -> Gauss2F1.value(p1, number(p2), number(p3), number(p4));
            case "logU" -> TricomiU.log(p1, number(p2), number(p3));
            default -> throw new IllegalArgumentException(function);
        };
        boolean hypergeometric = function.equals("hyp2f1");
        double scale = hypergeometric ? Math.abs(expected) : Math.max(1, Math.abs(expected));
        assertThat(ours).isCloseTo(expected, offset(bound(function, p4) * scale));
    }

    private static double bound(String function, String z) {
        return switch (function) {
            case "hyp2f1" -> number(z) > 0.999 ? 1e-12 : 1e-13;
            case "logU" -> 1e-13;
            default -> 4e-15;
        };
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    @Property(tries = 300)
    void the_derivative_of_log_gamma_is_digamma(
            @ForAll @DoubleRange(min = 0.05, max = 1e4) double z) {
        double step = 1e-5 * z;
        double slope = (GammaFunctions.logGamma(z + step) - GammaFunctions.logGamma(z - step))
                / (2 * step);
        assertThat(GammaFunctions.digamma(z)).isCloseTo(slope, offset(1e-6 * (1 + 1 / z)));
    }

    /** Abramowitz and Stegun 15.1.3: F(1,1;2;z) = -ln(1-z)/z. */
    @Property(tries = 200)
    void gauss_f_has_its_closed_form(
            @ForAll @DoubleRange(min = 0.001, max = 0.999) @Scale(6) double z) {
        assertThat(Gauss2F1.value(1, 1, 2, z))
                .isCloseTo(-Math.log1p(-z) / z, offset(1e-13 * -Math.log1p(-z) / z));
    }

    /** Abramowitz and Stegun 13.1.29: U(a,b,z) = z^(1-b) U(1+a-b, 2-b, z). */
    @Property(tries = 100)
    void tricomi_u_keeps_kummers_transformation(
            @ForAll @DoubleRange(min = 0.01, max = 50) double a,
            @ForAll @DoubleRange(min = 1e-6, max = 1e3) @Scale(6) double z) {
        double b = a - 0.5;
        assertThat(TricomiU.log(a, b, z))
                .isCloseTo((1 - b) * Math.log(z) + TricomiU.log(1.5, 2 - b, z), offset(1e-11));
    }

    @Test
    void a_pole_and_a_point_outside_are_refused() {
        assertThatThrownBy(() -> Gauss2F1.value(1, 1, -2, 0.5)).hasMessageContaining("pole");
        assertThatThrownBy(() -> Gauss2F1.value(1, 1, 2, 1)).hasMessageContaining("z < 1");
        assertThatThrownBy(() -> TricomiU.log(0, 1, 1)).hasMessageContaining("a > 0");
        assertThatThrownBy(() -> GammaFunctions.logGamma(-0.5)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> GammaFunctions.logRising(1, Double.NaN))
                .hasMessageContaining("at least 0");
    }
}
