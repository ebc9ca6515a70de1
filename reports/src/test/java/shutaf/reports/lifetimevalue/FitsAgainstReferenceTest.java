package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import shutaf.reports.lifetimevalue.Reference.Row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fits to the promised 1e-4 relative in parameters and 1e-3 in the log-likelihood. */
class FitsAgainstReferenceTest {

    private static final double PARAMETERS = 1e-4;
    private static final double LIKELIHOOD = 1e-3;

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "completejourney"})
    void bg_nbd_equals_the_reference_with_its_errors(String set) {
        FitFigures ours = identified(ModelFits.bgNbd(patterns(set)));

        equal(ours, set + "/fit_reference.json", "bgnbd");
        assertThat(ours.customers()).isEqualTo((long) fitted(set, "bgnbd", "n"));
        assertThat(ours.patterns()).isEqualTo((int) fitted(set, "bgnbd", "unique_patterns"));
        double[] errors = set.equals("cdnow_sample")
                ? new double[] {
                    0.012557378067873583,
                    0.3782240598538925,
                    0.18573382137192665,
                    0.7054142597938518
                }
                : new double[] {
                    0.0493353942708187, 0.1391252471229284, 0.05611030558326853, 31.222049973948003
                };
        for (int i = 0; i < 4; i++) {
            assertThat(ours.errors().get(i)).isCloseTo(errors[i], offset(1e-3 * errors[i]));
        }
    }

    @Test
    void pareto_nbd_equals_the_reference_where_it_is_identified() {
        FitFigures ours = identified(ModelFits.paretoNbd(patterns("cdnow_sample")));

        equal(ours, "cdnow_sample/fit_reference.json", "pnbd");
    }

    @Test
    void pareto_nbd_on_a_ridge_says_so_reaches_its_height_and_shows_no_parameters() {
        Fit<ParetoNbd> fit = ModelFits.paretoNbd(patterns("completejourney"));

        assertThat(fit).isInstanceOf(Fit.NotIdentified.class);
        assertThat(fit.findings()).containsExactly(FitFinding.ONE_LEAVING_RATE);
        double best = fitted("completejourney", "pnbd", "best_known_LL");
        assertThat(fit.climbed().orElseThrow().logLikelihood()).isGreaterThan(best - 1e-2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "completejourney"})
    void gamma_gamma_equals_the_reference(String set) {
        SpendFit ours = SpendFit.of(customers(set));

        equal(identified(ours.fit()), set + "/fit_reference.json", "gg");
        assertThat(ours.customers()).isEqualTo((long) fitted(set, "gg", "n"));
        assertThat(ours.correlation()).isCloseTo(fitted(set, "gg", "corr_x_m"), offset(1e-9));
        double mean = ours.fit().forecasting().orElseThrow().populationMean().orElseThrow();
        double expected = fitted(set, "gg", "population_mean");
        assertThat(mean).isCloseTo(expected, offset(1e-4 * expected));
    }

    /** Published by the package lifetimes for CDNOW: 0.525, 6.183, 0.891, 1.614. */
    @Test
    void mbg_nbd_equals_the_published_parameters() {
        FitFigures ours = identified(ModelFits.mbgNbd(patterns("cdnow_sample")));

        double[] published = {0.525, 6.183, 0.891, 1.614};
        for (int i = 0; i < published.length; i++) {
            assertThat(ours.parameters().get(i)).isCloseTo(published[i], offset(5e-4));
        }
    }

    @Test
    void mbg_nbd_equals_the_reference_with_its_errors() {
        for (Row row : Reference.table("mbgnbd/fits.csv")) {
            FitFigures ours = identified(ModelFits.mbgNbd(patterns(row.text("set"))));

            for (int i = 0; i < ours.names().size(); i++) {
                String name = ours.names().get(i);
                double expected = row.number(name);
                assertThat(ours.parameter(name))
                        .as(name)
                        .isCloseTo(expected, offset(PARAMETERS * expected));
                double error = row.number("se_" + name);
                assertThat(ours.errors().get(i)).isCloseTo(error, offset(1e-3 * error));
            }
            assertThat(ours.logLikelihood()).isCloseTo(row.number("ll"), offset(LIKELIHOOD));
            assertThat(ours.customers()).isEqualTo(row.whole("n"));
            assertThat(ours.patterns()).isEqualTo(row.whole("unique_patterns"));
        }
    }

    @Test
    void bg_bb_equals_the_reference() {
        Map<YearlyPattern, Long> donors = new HashMap<>();
        for (Row row : Reference.table("donations/bgbb_gold.csv")) {
            donors.put(new YearlyPattern(row.whole("x"), row.whole("t_x"), row.whole("n")), (long)
                    row.whole("custs"));
        }

        FitFigures ours = identified(ModelFits.bgBb(donors));

        String file = "donations/fit_reference.json";
        for (String name : ours.names()) {
            double expected = Reference.number(file, "params", name);
            assertThat(ours.parameter(name)).isCloseTo(expected, offset(PARAMETERS * expected));
        }
        assertThat(ours.logLikelihood()).isCloseTo(-33225.58127434699, offset(LIKELIHOOD));
    }

    private static <M> FitFigures identified(Fit<M> fit) {
        assertThat(fit).isInstanceOf(Fit.Identified.class);
        return fit.climbed().orElseThrow();
    }

    private static void equal(FitFigures ours, String file, String model) {
        for (String name : ours.names()) {
            double expected = Reference.number(file, model, name);
            assertThat(ours.parameter(name))
                    .as(name)
                    .isCloseTo(expected, offset(PARAMETERS * expected));
        }
        assertThat(ours.logLikelihood())
                .isCloseTo(Reference.number(file, model, "LL"), offset(LIKELIHOOD));
    }

    private static double fitted(String set, String model, String key) {
        return Reference.number(set + "/fit_reference.json", model, key);
    }

    static Patterns patterns(String set) {
        return Patterns.of(Reference.table(set + "/cbs.csv.gz").stream().map(Row::pattern));
    }

    private static List<CustomerSummary> customers(String set) {
        return Reference.table(set + "/cbs.csv.gz").stream()
                .map(row -> new CustomerSummary(
                        row.text("customer_id"),
                        LocalDate.parse(row.text("first_date")),
                        row.pattern(),
                        new BigDecimal(row.text("repeat_spend")),
                        row.number("m_x"),
                        row.whole("x_star"),
                        new BigDecimal(row.text("holdout_spend"))))
                .toList();
    }
}
