package shutaf.reports.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** Bad input: a figure with its caveat or a sentence that names the place, never NaN. */
class AnalystRefusalTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{1}")
    @MethodSource("unreadable")
    void a_file_that_cannot_be_read_is_refused_with_the_place(String csv, String sentence)
            throws IOException {
        assertThat(run(csv, "c,d,a")).isEqualTo(1);
        assertThat(outcome()).contains("alwaysFail", sentence);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("", "is empty"),
                arguments("c,d,a\n", "has no purchase"),
                arguments("c,day,a\n1,2026-01-01,5\n", "no column d. It has: c, day, a"),
                arguments("c,d,a\n1,2026-01-01,5\n\n2,01/02/2026,5\n", "line 4, has no day"),
                arguments("c,d,a\n1,2026-02-30,5\n", "line 2, has no day"),
                arguments("c,d,a\n1,2026-01-01,5 EUR\n", "line 2, has no amount in one currency"),
                arguments(
                        "c,d,a,currency\n1,2026-01-01,5,ILS\n2,2026-01-02,5,EUR\n",
                        "line 3, is in EUR, rows before in ILS"),
                arguments(
                        "c,d,a,Currency\n1,2026-01-01,5,ILS\n2,2026-01-02,5,EUR\n",
                        "line 3, is in EUR, rows before in ILS"),
                arguments("c,d,a\n1,2026-01-01,$5\n", "line 2, has no amount in one currency"),
                arguments("c,d,a\n1,2026-01-01,NaN\n", "line 2, has no amount"),
                arguments("c,d,a\n1,2026-01-01,1e99999\n", "line 2, has no amount"),
                arguments("c,d,a\n,2026-01-01,5\n", "line 2, has no customer"),
                arguments("c,d,a\n1,2026-01-01\n", "line 2, has 2 fields, the heading has 3"),
                arguments("c,d,a\n1,2026-07-01,5\n", "after the end of calibration"));
    }

    @Test
    void one_customer_gives_counts_and_a_refused_model() throws IOException {
        assertThat(run("c,d,a\n1,2026-01-01,5\n1,2026-01-09,7\n", "c,d,a")).isZero();

        assertThat(written("fit.json")).contains("too-few-repeaters").doesNotContain("NaN");
        assertThat(written("predictions.csv")).endsWith("1,1,1.14285714286,22,7,0,,,,,,,,,\n");
        assertThat(written("rfm.csv")).contains("1,1,2,12,1,1,1,1,1,1,");
    }

    @Test
    void nobody_coming_back_is_said() throws IOException {
        StringBuilder csv = new StringBuilder("c,d,a\n");
        for (int customer = 0; customer < 200; customer++) {
            csv.append(customer).append(",2026-01-").append(10 + customer % 20).append(",5\n");
        }
        assertThat(run(csv.toString(), "c,d,a")).isZero();

        assertThat(written("fit.json")).contains("no-repeats", "no-amounts").doesNotContain("NaN");
        assertThat(written("retention_summary.json")).contains("\"repeat_customers\": 0");
    }

    @Test
    void returns_that_outweigh_purchases_are_left_out_of_spending_and_counted() throws IOException {
        assertThat(run(manyCustomers("-9.50"), "c,d,a")).isZero();

        assertThat(written("fit.json")).contains("\"left_out_not_above_zero\": 1\n");
        assertThat(everything()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void equal_rows_of_one_day_are_one_purchase_of_their_sum() throws IOException {
        run("c,d,a\n1,2026-01-01,5\n1,2026-01-01,5\n1,2026-01-09T10:00:00,7\n", "c,d,a");

        assertThat(written("retention_summary.json"))
                .contains("\"raw_rows\": 3", "\"customer_days\": 2");
        assertThat(written("rfm.csv")).contains("1,1,2,17,");
        assertThat(written("fit.json"))
                .contains("\"1 rows repeat another row of the same customer and day");
    }

    @Test
    void days_after_calibration_are_held_out_and_later_ones_count_nowhere() throws IOException {
        String csv = "c,d,a\n1,2026-01-01,5\n1,2026-06-20,5\n1,2026-09-09,5\n2,2026-06-21,5\n";
        run(csv, "c,d,a");

        assertThat(written("fit.json"))
                .contains("calibration\": 1,", "left_out_days_after_holdout\": 1,");
        assertThat(written("predictions.csv")).contains("\n1,0,0,22,0,1,,,");
        assertThat(written("fit.json"))
                .contains("\"1 customers bought for the first time after the end of calibration")
                .contains("\"1 days of purchase after the end of the holdout count nowhere");
    }

    @Test
    void a_file_that_ends_early_is_said() throws IOException {
        run("c,d,a\n1,2026-01-01,5\n2,2026-05-20,5\n", "c,d,a");

        assertThat(written("fit.json"))
                .contains("The last purchase is on 2026-05-20, calibration ends on 2026-06-04")
                .contains("No purchase lies in the holdout, from the day after 2026-06-04");

        run("c,d,a\n1,2026-01-01,5\n2,2026-06-10,5\n", "c,d,a");

        assertThat(written("fit.json"))
                .contains("The last purchase is on 2026-06-10, the holdout ends on 2026-06-30")
                .doesNotContain("calibration ends on");
    }

    @Test
    void a_clean_file_has_no_caveat_about_its_rows() throws IOException {
        run("c,d,a\n1,2026-01-01,5\n1,2026-01-01,6\n1,2026-06-29,5\n", "c,d,a");

        assertThat(written("fit.json")).doesNotContain(" rows ", " days ", "The last purchase");
    }

    @Test
    void a_run_that_fails_takes_the_success_of_the_one_before_back() throws IOException {
        run("c,d,a\n1,2026-01-01,5\n", "c,d,a");
        assertThat(outcome()).contains("alwaysPass");
        Files.delete(folder.resolve("out/fit.json"));
        Files.createDirectory(folder.resolve("out/fit.json"));

        assertThat(run("c,d,a\n1,2026-01-01,5\n", "c,d,a")).isEqualTo(1);
        assertThat(outcome()).contains("alwaysFail", "could not be read or written");
    }

    @Test
    void what_does_not_fit_into_memory_is_told_how_much_it_had() {
        assertThat(AnalystReport.tooLarge())
                .containsPattern("more customers than fit into [1-9][0-9]* MB of memory")
                .containsPattern("-Xmx[1-9][0-9]*g");
    }

    @Test
    void without_amounts_there_are_forecasts_but_no_values() throws IOException {
        assertThat(run(manyCustomers("4"), "c,d")).isZero();

        assertThat(written("fit.json")).contains("no-amounts");
        assertThat(written("predictions.csv").lines().skip(1)).allMatch(row -> row.endsWith(",,,"));
        assertThat(everything()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void zero_amounts_are_purchases_without_a_value() throws IOException {
        assertThat(run(manyCustomers("0"), "c,d,a")).isZero();

        assertThat(written("fit.json"))
                .contains("\"left_out_not_above_zero\": 1\n", " add up to nothing or less");
        assertThat(written("retention_summary.json")).contains("\"customers\": 60");
        assertThat(everything()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void a_hundred_thousand_customers_with_one_purchase_are_told_that_nobody_came_back()
            throws IOException {
        StringBuilder csv = new StringBuilder("c,d,a\n");
        for (int customer = 0; customer < 100_000; customer++) {
            csv.append(customer).append(",2026-01-").append(10 + customer % 20).append(",5\n");
        }
        assertThat(run(csv.toString(), "c,d,a")).isZero();

        assertThat(written("fit.json"))
                .contains("\"customers\": 100000", "no-repeats")
                .doesNotContain("NaN");
        assertThat(written("predictions.csv").lines().count()).isEqualTo(100_001);
    }

    @Test
    void quoted_names_and_formulas_stay_harmless_text() throws IOException {
        run("c,d,a\n\"Levi, \"\"Dan\"\"\",2026-01-01,5\n=1+1,2026-01-01,5\n", "c,d,a");

        assertThat(written("rfm.csv")).contains("\"Levi, \"\"Dan\"\"\",", "\n'=1+1,");
    }

    @Test
    void a_missing_setting_or_a_holdout_before_calibration_is_named() throws IOException {
        Properties none = new Properties();
        none.setProperty("shutaf.outcome", folder.resolve("o/outcome.xml").toString());
        assertThat(AnalystReport.run(none)).isEqualTo(1);
        assertThat(outcome()).contains("-Dcolumns is missing");

        none.setProperty("columns", "c,d");
        none.setProperty("calibration", "2026-06-01");
        none.setProperty("holdout", "2026-05-01");
        assertThat(AnalystReport.run(none)).isEqualTo(1);
        assertThat(outcome()).contains("before calibration does");
    }

    /** Sixty customers with three to eight purchases; the first one's repeats have this amount. */
    private static String manyCustomers(String amount) {
        StringBuilder csv = new StringBuilder("c,d,a\n");
        for (int customer = 0; customer < 60; customer++) {
            for (int day = 0; day < 3 + customer % 6; day++) {
                String date = "2026-0" + (1 + day / 2) + "-" + (10 + (customer * 7 + day * 3) % 18);
                String paid = customer == 0 && day > 0 ? amount : "1" + customer % 9;
                csv.append(String.join(",", "c" + customer, date, paid)).append('\n');
            }
        }
        return csv.toString();
    }

    private int run(String csv, String columns) throws IOException {
        Properties properties = new Properties();
        Path log = Files.writeString(folder.resolve("log.csv"), csv);
        properties.setProperty("transactions", log.toString());
        properties.setProperty("columns", columns);
        properties.setProperty("calibration", "2026-06-04");
        properties.setProperty("holdout", "2026-06-30");
        properties.setProperty("out", folder.resolve("out").toString());
        properties.setProperty("shutaf.outcome", folder.resolve("o/outcome.xml").toString());
        return AnalystReport.run(properties);
    }

    private String outcome() throws IOException {
        return Files.readString(folder.resolve("o/outcome.xml"));
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve("out").resolve(file));
    }

    private String everything() throws IOException {
        return written("fit.json") + written("predictions.csv") + written("rfm.csv");
    }
}
