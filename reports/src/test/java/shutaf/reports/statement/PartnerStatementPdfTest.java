package shutaf.reports.statement;

import static org.assertj.core.api.Assertions.assertThat;

import static shutaf.reports.statement.StatementExamples.OCTOBER;
import static shutaf.reports.statement.StatementExamples.line;
import static shutaf.reports.statement.StatementExamples.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import shutaf.reports.document.FigureText;
import shutaf.reports.document.PaperText;
import shutaf.reports.document.ReportLanguage;
import shutaf.settlement.LineKind;
import shutaf.settlement.Movement;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementLine;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

class PartnerStatementPdfTest {

    private final PartnerStatementFigures october = read(OCTOBER).figures();

    @ParameterizedTest
    @EnumSource
    void every_kind_stands_in_the_summary_with_its_points_and_money(ReportLanguage language) {
        String text = PaperText.of(PartnerStatementPdf.render(october, language));

        for (LineKind kind : LineKind.values()) {
            Movement sum = october.of(kind);
            assertThat(text)
                    .contains(row(
                            language,
                            language.text("statement.kind." + kind),
                            language.figures().whole(sum.lines()),
                            language.figures().whole(sum.points()),
                            money(language, sum.moneyMinor())));
        }
        assertThat(text)
                .contains(row(
                        language,
                        language.text("statement.closing"),
                        language.figures().whole(14_863),
                        money(language, 742_90)));
    }

    @ParameterizedTest
    @EnumSource
    void vat_outlets_days_and_proof_are_there(ReportLanguage language) {
        FigureText write = language.figures();
        String text = PaperText.of(PartnerStatementPdf.render(october, language));

        assertThat(text)
                .contains(row(
                        language,
                        language.text("statement.nature.POINTS_ISSUED"),
                        money(language, -9_00),
                        write.basisPoints(1800),
                        money(language, -1_62),
                        money(language, -10_62)));
        october.accrualsByOutlet()
                .forEach((outlet, sum) -> assertThat(text)
                        .contains(row(
                                language,
                                outlet,
                                write.whole(sum.lines()),
                                write.whole(sum.points()),
                                money(language, sum.moneyMinor()))));
        october.accrualsByDay()
                .forEach((day, sum) -> assertThat(text)
                        .contains(row(
                                language,
                                write.day(day),
                                write.whole(sum.lines()),
                                write.whole(sum.points()),
                                money(language, sum.moneyMinor()))));
        assertThat(text).contains(october.lineFileHash());
    }

    /** A row as its texts follow each other on the page, left to right. */
    private static String row(ReportLanguage language, String... cells) {
        List<String> inReadingOrder = List.of(cells);
        return PaperText.plain(String.join(
                " ", language.rightToLeft() ? inReadingOrder.reversed() : inReadingOrder));
    }

    private String money(ReportLanguage language, long minor) {
        return language.figures().money(minor, october.header().currency());
    }

    @Test
    void a_hebrew_statement_keeps_the_minus_before_its_number() {
        String text = PaperText.of(PartnerStatementPdf.render(october, ReportLanguage.HEBREW));

        assertThat(text).contains("−200").doesNotContain("200−");
    }

    @ParameterizedTest
    @EnumSource
    void the_same_figures_give_the_same_bytes_and_one_agora_more_does_not(ReportLanguage language) {
        byte[] once = PartnerStatementPdf.render(october, language);
        List<StatementLine> more = new ArrayList<>(OCTOBER);
        more.add(line("J8", "2026-10-31T10:00:00Z", LineKind.ADJUSTMENT, "", "", 0, 1));

        assertThat(PartnerStatementPdf.render(read(OCTOBER).figures(), language))
                .isEqualTo(once);
        assertThat(PartnerStatementPdf.render(read(more).figures(), language)).isNotEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource
    void fonts_title_language_and_page_numbers_are_in_the_file(ReportLanguage language) {
        byte[] paper = PartnerStatementPdf.render(october, language);

        assertThat(PaperText.fontsAreEmbedded(paper)).isTrue();
        assertThat(PaperText.properties(paper))
                .containsExactly(language.text("statement.title"), language.tag());
        int pages = PaperText.pages(paper);
        for (int page = 1; page <= pages; page++) {
            assertThat(PaperText.of(paper))
                    .contains(PaperText.plain(language.text(
                            "house.page",
                            language.figures().whole(page),
                            language.figures().whole(pages))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_long_period_shows_months_that_add_up_to_the_same_total(ReportLanguage language) {
        List<StatementLine> year = new ArrayList<>();
        Instant recorded = Instant.parse("2026-10-02T05:00:00Z");
        for (int day = 0; day < 300; day++) {
            year.add(new StatementLine(
                    "J" + day,
                    recorded,
                    recorded.minusSeconds(86_400L * day),
                    LineKind.ACCRUAL,
                    "S" + day,
                    "",
                    -10,
                    -50));
        }

        String text = PaperText.of(PartnerStatementPdf.render(read(year).figures(), language));

        FigureText write = language.figures();
        assertThat(text).contains(PaperText.plain(language.text("statement.months")));
        assertThat(text)
                .contains(row(
                        language,
                        write.month(YearMonth.of(2026, 9)),
                        write.whole(30),
                        write.whole(-300),
                        money(language, -15_00)));
        assertThat(text)
                .contains(row(
                        language,
                        language.text("statement.total"),
                        write.whole(300),
                        write.whole(-3_000),
                        money(language, -150_00)));
    }

    @ParameterizedTest
    @EnumSource
    void a_period_without_any_line_is_still_a_statement(ReportLanguage language) {
        String text = PaperText.of(PartnerStatementPdf.render(read(List.of()).figures(), language));

        assertThat(text).contains(PaperText.plain(language.text("statement.nothing")));
        assertThat(text)
                .contains(row(
                        language,
                        language.text("statement.closing"),
                        language.figures().whole(10_000),
                        money(language, 500_00)));
    }
}
