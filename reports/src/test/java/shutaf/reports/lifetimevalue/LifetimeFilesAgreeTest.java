package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import shutaf.reports.document.PaperText;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.LifetimeFigures.Outlook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Page, paper, workbook, CSV and JSON read back: the same numbers stand in all of them. */
class LifetimeFilesAgreeTest {

    /** Everything that can be had of one report. */
    private record Outputs(
            Outlook outlook,
            LifetimeReading page,
            String paper,
            List<List<Object>> book,
            String csv,
            String json,
            LifetimeFigures figures) {}

    static Stream<Arguments> reports() {
        LifetimeReport cdnow =
                LifetimeReportPdfTest.report("cdnow_sample", "1997-09-30", "1998-06-30");
        LifetimeReport ridge =
                LifetimeReportPdfTest.report("completejourney", "2017-09-30", "2017-12-31");
        return Stream.of(ReportLanguage.values())
                .flatMap(language -> Stream.of(cdnow, ridge)
                        .map(r -> Arguments.of(Named.of(r.scopeEn(), r), language)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void the_five_key_figures_are_the_same_everywhere(
            LifetimeReport report, ReportLanguage language) throws IOException {
        Outputs all = read(report, language);
        Outlook outlook = all.outlook();
        HoldoutCheck check = outlook.check().orElseThrow();

        assertThat(all.page().customers())
                .isEqualTo(report.figures().base().customers().size());
        everywhere(all, "customers", (double) all.page().customers());
        everywhere(all, "expected_to_buy_again", outlook.active());
        everywhere(all, "expected_purchases_52_weeks", outlook.purchases());
        everywhere(all, "clv12_total", outlook.value());
        everywhere(all, "miss", check.miss());
        assertThat(all.paper())
                .contains(
                        grouped(all.page().customers()),
                        grouped(all.page().ahead().active()),
                        grouped(all.page().ahead().purchases()),
                        grouped(Math.round(all.page().ahead().valueMinor() / 100.0)),
                        grouped(check.actual()),
                        LifetimeWords.deviation(check.miss()));
        assertThat(all.page().ahead().check().missPerMille())
                .isEqualTo(Math.round(1000 * check.miss()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void parameters_and_log_likelihood_are_the_same_everywhere(
            LifetimeReport report, ReportLanguage language) throws IOException {
        Outputs all = read(report, language);

        for (var fit : all.figures().fits().entrySet()) {
            Optional<FitFigures> climbed = fit.getValue().climbed();
            double height = climbed.orElseThrow().logLikelihood();
            everywhere(all, "LL", height);
            assertThat(all.paper()).contains(LifetimeWords.two(height));
            assertThat(all.page().models().stream().map(LifetimeReading.Model::logLikelihood))
                    .contains(LifetimeWords.two(height));
            for (int k = 0; k < 4 && fit.getValue() instanceof Fit.Identified<?>; k++) {
                String name = climbed.get().names().get(k);
                double value = climbed.get().parameters().get(k);
                double error = climbed.get().errors().get(k);
                String written = name + " = " + LifetimeWords.four(value) + " \u00b1 "
                        + LifetimeWords.four(error);
                everywhere(all, name, value);
                assertThat(all.csv()).contains("," + name + "_se," + error + "\n");
                assertThat(all.book()).anyMatch(row -> row.contains(name) && row.contains(error));
                assertThat(all.paper()).contains(written);
                assertThat(all.page().models().stream().flatMap(m -> m.parameters().stream()))
                        .contains(written);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void the_forecast_by_week_and_by_frequency_is_the_same_everywhere(
            LifetimeReport report, ReportLanguage language) throws IOException {
        Outputs all = read(report, language);
        HoldoutCheck check = all.outlook().check().orElseThrow();
        LifetimeReading.Check shown = all.page().ahead().check();

        for (int k = 0; k < check.weeks().size(); k++) {
            HoldoutCheck.Week week = check.weeks().get(k);
            everywhere(all, "expected", week.expected());
            assertThat(shown.weeks().get(k).expected()).isEqualTo(two(week.expected()));
            assertThat(all.paper())
                    .contains(two(week.expected()), LifetimeWords.deviation(week.miss()));
            assertThat(all.book())
                    .anyMatch(row ->
                            row.contains(week.expected()) && row.contains((double) week.actual()));
        }
        for (int k = 0; k < check.filledClasses().size(); k++) {
            HoldoutCheck.FrequencyClass c = check.filledClasses().get(k);
            everywhere(all, "expected", c.expected());
            assertThat(shown.classes().get(k).expected()).isEqualTo(two(c.expectedEach()));
            assertThat(shown.classes().get(k).miss()).isEqualTo(LifetimeWords.deviation(c.miss()));
            assertThat(all.paper()).contains(two(c.actualEach()), two(c.expectedEach()));
        }
        assertThat(shown.classesDrawing().line().split(" "))
                .hasSize(check.filledClasses().size());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void what_is_to_be_said_is_said_in_page_paper_and_book(
            LifetimeReport report, ReportLanguage language) throws IOException {
        Outputs all = read(report, language);

        List<String> words = all.page().models().stream()
                .flatMap(model -> model.words().stream())
                .toList();
        assertThat(all.book().stream().flatMap(List::stream)).containsAll(words);
        if (language == ReportLanguage.ENGLISH) {
            words.forEach(sentence -> assertThat(all.json()).contains(sentence));
            words.forEach(sentence -> assertThat(all.paper()).contains(sentence));
        }
        for (String text : List.of(all.paper(), all.csv(), all.json())) {
            assertThat(text).doesNotContain("NaN", "Infinity");
        }
    }

    /** In the workbook and the two files for programs a number stands with all its digits. */
    private static void everywhere(Outputs all, String name, double value) {
        String whole = Long.toString(Math.round(value));
        String written = name.equals("customers") ? whole : Double.toString(value);
        assertThat(all.csv()).contains("," + name + "," + written + "\n");
        assertThat(all.json()).contains("\"" + name + "\": " + written);
        assertThat(all.book().stream().flatMap(List::stream))
                .as("%s = %s", name, value)
                .contains(value);
    }

    private static Outputs read(LifetimeReport report, ReportLanguage language) throws IOException {
        return new Outputs(
                report.figures().outlook().orElseThrow(),
                LifetimeReading.of(report, language),
                PaperText.of(LifetimeReportPdf.render(report, language)),
                book(LifetimeSheet.render(report, language)),
                LifetimeCsv.of(report),
                LifetimeJson.of(report),
                report.figures());
    }

    private static List<List<Object>> book(byte[] file) throws IOException {
        List<List<Object>> all = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.forEach(row -> all.add(row.stream()
                            .filter(cell -> cell != null && cell.getValue() != null)
                            .map(LifetimeFilesAgreeTest::value)
                            .toList()));
                }
            }
        }
        return all;
    }

    private static Object value(Cell cell) {
        return cell.getValue() instanceof Number number
                ? (Object) number.doubleValue()
                : String.valueOf(cell.getValue());
    }

    private static String two(double value) {
        return LifetimeWords.two(value);
    }

    private static String grouped(long whole) {
        return ReportLanguage.ENGLISH.figures().whole(whole);
    }
}
