package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import shutaf.reports.lifetimevalue.Reference.Row;

/** Functions at given parameters, to the promised 1e-9 relative. */
class FunctionsAgainstReferenceTest {

    private static final double PROMISE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "completejourney"})
    void fifty_customers_equal_forty_digit_arithmetic(String set) {
        Models models = Models.of(set);
        for (Row row : Reference.table(set + "/gold50.csv.gz")) {
            BuyingPattern p = row.pattern();
            close(row, "bgnbd_ll", models.bgNbd.logLikelihood(p));
            close(row, "pnbd_ll", models.paretoNbd.logLikelihood(p));
            close(row, "pnbd_dert_delta0.0027", models.paretoNbd.discountedResidual(p, 0.0027));
            models.compare(row);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "completejourney"})
    void every_customer_equals_the_reference_at_its_parameters(String set) {
        Models models = Models.of(set);
        Reference.table(set + "/predictions_all.csv.gz").forEach(models::compare);
    }

    @Test
    void edge_cases_equal_forty_digit_arithmetic() {
        for (Row row : Reference.table("edge_cases/edge_cases.csv")) {
            double[] p = {row.number("p1"), row.number("p2"), row.number("p3"), row.number("p4")};
            BuyingModel model = row.text("model").equals("bgnbd")
                    ? new BgNbd(p[0], p[1], p[2], p[3])
                    : new ParetoNbd(p[0], p[1], p[2], p[3]);
            close(row, "ll", model.logLikelihood(row.pattern()));
            close(row, "palive", model.alive(row.pattern()));
            close(row, "cet", model.expected(row.pattern(), row.number("t")));
        }
    }

    /** The reference integrates over all rates and leaving probabilities; see NOTICE.md. */
    @Test
    void mbg_nbd_equals_the_integral_over_its_process() {
        for (Row row : Reference.table("mbgnbd/functions.csv")) {
            MbgNbd model = new MbgNbd(
                    row.number("r"), row.number("alpha"), row.number("a"), row.number("b"));
            BuyingPattern p = row.pattern();
            close(row, "ll", model.logLikelihood(p));
            close(row, "palive", model.alive(p));
            close(row, "cet", model.expected(p, row.number("t")));
        }
    }

    @Test
    void donors_equal_forty_digit_arithmetic() {
        BgBb model = new BgBb(1.203522352, 0.7497163582, 0.6567182084, 2.783442233);
        for (Row row : Reference.table("donations/bgbb_gold.csv")) {
            YearlyPattern p = new YearlyPattern(row.whole("x"), row.whole("t_x"), row.whole("n"));
            close(row, "ll", model.logLikelihood(p));
            close(row, "p_alive_next_period", model.alive(p));
            close(row, "cet_5", model.expected(p, 5));
            close(row, "dert_d0_10", model.discountedResidual(p, 0.1));
        }
    }

    private static void close(Row row, String column, double ours) {
        double expected = row.number(column);
        assertThat(ours)
                .as(column + " of " + row.fields())
                .isCloseTo(expected, offset(PROMISE * Math.abs(expected)));
    }

    /** The three models with the parameters that the reference used. */
    private record Models(
            BgNbd bgNbd, ParetoNbd paretoNbd, GammaGamma gammaGamma, double holdoutWeeks) {

        static Models of(String set) {
            String file = set + "/predictions_meta.json";
            return new Models(
                    new BgNbd(
                            Reference.number(file, "bgnbd", "r"),
                            Reference.number(file, "bgnbd", "alpha"),
                            Reference.number(file, "bgnbd", "a"),
                            Reference.number(file, "bgnbd", "b")),
                    new ParetoNbd(
                            Reference.number(file, "pnbd", "r"),
                            Reference.number(file, "pnbd", "alpha"),
                            Reference.number(file, "pnbd", "s"),
                            Reference.number(file, "pnbd", "beta")),
                    new GammaGamma(
                            Reference.number(file, "gg", "p"),
                            Reference.number(file, "gg", "q"),
                            Reference.number(file, "gg", "v")),
                    set.equals("cdnow_sample") ? 39 : 92 / 7.0);
        }

        void compare(Row row) {
            BuyingPattern p = row.pattern();
            close(row, "bgnbd_palive", bgNbd.alive(p));
            close(row, "pnbd_palive", paretoNbd.alive(p));
            close(row, "bgnbd_cet_holdout", bgNbd.expected(p, holdoutWeeks));
            close(row, "pnbd_cet_holdout", paretoNbd.expected(p, holdoutWeeks));
            close(row, "bgnbd_cet_52w", bgNbd.expected(p, 52));
            close(row, "pnbd_cet_52w", paretoNbd.expected(p, 52));
            double spend = gammaGamma.expectedSpend(p.x(), row.number("m_x")).orElseThrow();
            close(row, "gg_expected_value", spend);
            close(row, "bgnbd_clv12", Horizon.TWELVE_MONTHS.value(bgNbd, p, spend));
            close(row, "pnbd_clv12", Horizon.TWELVE_MONTHS.value(paretoNbd, p, spend));
        }
    }
}
