package shutaf.reports.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.reports.document.PaperText;
import shutaf.reports.document.ReportLanguage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/** The whole command on the two real histories, file by file against the references. */
class AnalystReportTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"cdnow_sample, 1997-09-30, 1998-06-30", "completejourney, 2017-09-30, 2017-12-31"})
    void reproduces_the_reference_files(String set, String calibration, String holdout)
            throws IOException {
        assertThat(AnalystReport.run(request(rawLog(set), calibration, holdout)))
                .isZero();

        assertThat(written("cohort_retention.csv"))
                .isEqualTo(retention(set, "cohort_retention.csv.gz"));
        same(written("rfm.csv"), retention(set, "rfm.csv.gz"), 1e-12);
        same(written("km_second_purchase.csv"), retention(set, "km_second_purchase.csv.gz"), 1e-13);
        // Where Pareto/NBD lies on a ridge, two points of it forecast alike, not the same.
        double alike = set.equals("completejourney") ? 5e-3 : 1e-6;
        same(written("predictions.csv"), lifetime(set, "predictions_all.csv.gz"), alike);
        String summary = plain("/shutaf/reports/retention/" + set + "/retention_summary.json");
        for (String line : summary.lines().takeWhile(l -> !l.contains("km_S")).toList()) {
            assertThat(written("retention_summary.json").lines().map(String::strip))
                    .contains(line.strip());
        }
    }

    @Test
    void says_in_words_instead_of_parameters_that_a_model_is_not_identified() throws IOException {
        AnalystReport.run(request(rawLog("completejourney"), "2017-09-30", "2017-12-31"));

        String pareto = written("fit.json").split("\"pnbd\"")[1];
        assertThat(pareto)
                .startsWith(": {\n  \"params\": null")
                .contains("\"degenerate\": true", "one-leaving-rate", "They are not shown");
        assertThat(written("fit.json")).contains("\"read_this_model\": \"bgnbd\"");
    }

    @Test
    void writes_both_reports_in_both_languages() throws IOException {
        AnalystReport.run(request(rawLog("cdnow_sample"), "1997-09-30", "1998-06-30"));

        for (ReportLanguage language : ReportLanguage.values()) {
            String ending = "_" + language.tag() + ".pdf";
            assertThat(PaperText.of(paper("lifetime_value" + ending)))
                    .contains("2,357", "71,508", "0.2426");
            String retention = PaperText.of(paper("retention" + ending));
            assertThat(retention)
                    .contains("log.csv", "2,357", "6,696")
                    .contains(language.text("retention.curve.second_purchase"))
                    .doesNotContain(language.text("retention.rates"))
                    .doesNotContain(language.text("retention.curve.first_redemption"));
        }
    }

    private byte[] paper(String file) throws IOException {
        return Files.readAllBytes(folder.resolve("out").resolve(file));
    }

    @Test
    void the_forecasts_add_up_to_the_published_totals() throws IOException {
        AnalystReport.run(request(rawLog("cdnow_sample"), "1997-09-30", "1998-06-30"));

        double value = 0;
        for (String line : written("predictions.csv").lines().skip(1).toList()) {
            value += Double.parseDouble(line.split(",")[13]);
        }
        assertThat(value).isCloseTo(71_507.952, offset(0.01));
        assertThat(written("fit.json")).contains("\"actual\": 1882");
    }

    /** One raw row for each that the reference counted, the day's money on the first of them. */
    private Path rawLog(String set) throws IOException {
        StringBuilder csv = new StringBuilder("customer_id,date,amount\n");
        for (String line : retention(set, "daily.csv.gz").lines().skip(1).toList()) {
            String[] day = line.split(",");
            csv.append(String.join(",", day[0], day[1] + " 09:30:00", day[2])).append('\n');
            for (int row = 1; row < Integer.parseInt(day[3]); row++) {
                csv.append(String.join(",", day[0], day[1] + " 18:00:00", "0")).append('\n');
            }
        }
        return Files.writeString(folder.resolve("log.csv"), csv);
    }

    private Properties request(Path log, String calibration, String holdout) {
        Properties properties = new Properties();
        properties.setProperty("transactions", log.toString());
        properties.setProperty("columns", "customer_id,date,amount");
        properties.setProperty("calibration", calibration);
        properties.setProperty("holdout", holdout);
        properties.setProperty("out", folder.resolve("out").toString());
        return properties;
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve("out").resolve(file));
    }

    /** Same heading, same rows in the same order, numbers within a relative distance. */
    private static void same(String ours, String theirs, double relative) {
        List<String> our = ours.lines().toList();
        List<String> their = theirs.lines().toList();
        assertThat(our).hasSameSizeAs(their);
        assertThat(our.getFirst()).isEqualTo(their.getFirst());
        for (int row = 1; row < our.size(); row++) {
            String[] left = our.get(row).split(",");
            String[] right = their.get(row).split(",");
            assertThat(left).hasSameSizeAs(right);
            for (int column = 0; column < left.length; column++) {
                if (!left[column].equals(right[column])) {
                    double expected = Double.parseDouble(right[column]);
                    assertThat(Double.parseDouble(left[column]))
                            .as(our.get(row))
                            .isCloseTo(expected, offset(relative * Math.abs(expected)));
                }
            }
        }
    }

    private static String retention(String set, String file) throws IOException {
        return unpacked("/shutaf/reports/retention/" + set + "/" + file);
    }

    private static String lifetime(String set, String file) throws IOException {
        return unpacked("/shutaf/reports/lifetimevalue/" + set + "/" + file);
    }

    private static String unpacked(String resource) throws IOException {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(AnalystReportTest.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
            return String.join("\n", text.lines().toList()) + "\n";
        }
    }

    private static String plain(String resource) throws IOException {
        try (var raw = AnalystReportTest.class.getResourceAsStream(resource)) {
            return new String(raw.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
