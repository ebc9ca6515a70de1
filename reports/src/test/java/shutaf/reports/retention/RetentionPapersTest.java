package shutaf.reports.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import shutaf.purchase.CustomerDay;
import shutaf.reports.asked.MembersLinks;
import shutaf.reports.document.PaperText;
import shutaf.reports.document.ReportLanguage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

class RetentionPapersTest {

    private static final RetentionReport CDNOW =
            report(RetentionFigures.of(ReferenceData.CDNOW.history().stream()));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void the_paper_carries_every_figure_of_the_matrix(ReportLanguage language) {
        String text = PaperText.of(RetentionReportPdf.render(CDNOW, language));

        RetentionSummary summary = CDNOW.figures().summary();
        assertThat(text)
                .contains(language.figures()
                        .percent(summary.repeatCustomers(), summary.customers())
                        .replace("\u200e", ""));
        CDNOW.figures().byCohort().values().forEach(cohort -> {
            assertThat(text).contains(row(language, cohort, true));
            assertThat(text).contains(row(language, cohort, false));
        });
    }

    /** The cells of one cohort as they follow each other on the page, left to right. */
    private static String row(ReportLanguage language, List<CohortCell> cells, boolean counts) {
        Stream<String> texts = cells.stream()
                .map(cell -> PaperText.plain(
                        counts
                                ? language.figures().whole(cell.active())
                                : language.figures().percent(cell.active(), cell.size())));
        List<String> inReadingOrder = texts.toList();
        return String.join(
                " ", language.rightToLeft() ? inReadingOrder.reversed() : inReadingOrder);
    }

    @ParameterizedTest
    @EnumSource
    void the_paper_defines_its_terms_in_its_language(ReportLanguage language) {
        String text = PaperText.of(RetentionReportPdf.render(CDNOW, language));

        for (String key : List.of("day", "cohort", "all", "repeat", "repeat90")) {
            String term = "retention.define." + key;
            assertThat(text).contains(PaperText.plain(language.text(term)));
        }
        assertThat(text).contains(language.either("קניות לדוגמה", "sample purchases"));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_figures_give_the_same_bytes_and_others_do_not(ReportLanguage language) {
        byte[] once = RetentionReportPdf.render(CDNOW, language);
        byte[] again = RetentionReportPdf.render(
                report(RetentionFigures.of(ReferenceData.CDNOW.history().stream())), language);
        byte[] other = RetentionReportPdf.render(
                report(RetentionFiguresTest.figures("a 2026-01-01", "a 2026-02-01")), language);

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    /** 08:30 UTC is 10:30 in the programme's zone in winter. */
    @ParameterizedTest
    @EnumSource
    void a_paper_read_from_a_replica_says_up_to_when(ReportLanguage language) {
        Optional<Instant> asOf = Optional.of(Instant.parse("2026-11-20T08:30:05Z"));
        RetentionReport far = new RetentionReport(
                CDNOW.scopeHe(),
                CDNOW.scopeEn(),
                CDNOW.sourceHe(),
                CDNOW.sourceEn(),
                CDNOW.readOn(),
                CDNOW.figures(),
                CDNOW.members(),
                CDNOW.partners(),
                CDNOW.links(),
                asOf);

        String sentence = PaperText.plain(language.asOf(asOf));

        assertThat(sentence).contains(language.either("20/11/2026", "20 Nov 2026"), "10:30:05");
        assertThat(PaperText.of(RetentionReportPdf.render(far, language))).contains(sentence);
        assertThat(language.asOf(Optional.empty())).isEmpty();
        assertThat(PaperText.of(RetentionReportPdf.render(CDNOW, language)))
                .doesNotContain("10:30:05");
    }

    @Test
    void papers_written_at_the_same_time_do_not_touch_each_other() {
        byte[] alone = RetentionReportPdf.render(CDNOW, ReportLanguage.HEBREW);

        List<byte[]> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(unused -> RetentionReportPdf.render(CDNOW, ReportLanguage.HEBREW))
                .toList();

        assertThat(together).allMatch(paper -> Arrays.equals(paper, alone));
    }

    @Test
    void five_years_of_months_stay_readable_in_several_parts() {
        Stream<CustomerDay> days = IntStream.range(0, 60)
                .mapToObj(month ->
                        new CustomerDay("a", LocalDate.of(2021, 1, 15).plusMonths(month), 100));
        RetentionReport report = report(RetentionFigures.of(days));

        String text = PaperText.of(RetentionReportPdf.render(report, ReportLanguage.ENGLISH));

        assertThat(text).contains("Cohort matrix, months 0 to 18", "months 57 to 59");
        assertThat(text).contains("* Dec 2025 ends on 15 Dec 2025", "100.0%*");
    }

    @Test
    void a_single_month_of_data_is_still_a_paper() {
        RetentionReport report = report(RetentionFiguresTest.figures("a 2026-01-31"));

        for (ReportLanguage language : ReportLanguage.values()) {
            byte[] paper = RetentionReportPdf.render(report, language);
            assertThat(PaperText.fontsAreEmbedded(paper)).isTrue();
        }
    }

    @Test
    void the_book_has_numbers_as_numbers() throws IOException {
        byte[] file = RetentionSheet.render(CDNOW, ReportLanguage.ENGLISH);

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = book.getSheet(1).orElseThrow().openStream()) {
            List<Row> shares = rows.toList();
            for (CohortCell cell :
                    CDNOW.figures().byCohort().values().iterator().next()) {
                assertThat(shares.get(1)
                                .getCellAsNumber(2 + cell.k())
                                .orElseThrow()
                                .doubleValue())
                        .isEqualTo(cell.rate());
            }
        }
    }

    @Test
    void a_hebrew_book_reads_from_right_to_left_and_an_english_one_does_not() throws IOException {
        assertThat(sheets(RetentionSheet.render(CDNOW, ReportLanguage.HEBREW)))
                .contains("rightToLeft=\"true\"");
        assertThat(sheets(RetentionSheet.render(CDNOW, ReportLanguage.ENGLISH)))
                .doesNotContain("rightToLeft=\"true\"");
    }

    private String sheets(byte[] book) throws IOException {
        Path file = Files.write(folder.resolve("book.xlsx"), book);
        StringBuilder text = new StringBuilder();
        try (ZipFile parts = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                if (part.getName().startsWith("xl/worksheets/")) {
                    byte[] sheet = parts.getInputStream(part).readAllBytes();
                    text.append(new String(sheet, StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }

    private static RetentionReport report(RetentionFigures figures) {
        return new RetentionReport(
                "חנות תקליטים",
                "CD shop",
                "קניות לדוגמה",
                "sample purchases",
                LocalDate.of(2026, 11, 20),
                figures,
                MemberFigures.of(List.of()),
                List.of(),
                MembersLinks.none());
    }
}
