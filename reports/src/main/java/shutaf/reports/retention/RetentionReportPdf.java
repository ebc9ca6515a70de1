package shutaf.reports.retention;

import org.openpdf.text.pdf.PdfPTable;

import shutaf.reports.document.FigureTable;
import shutaf.reports.document.FigureTable.Column;
import shutaf.reports.document.FigureText;
import shutaf.reports.document.HousePaper;
import shutaf.reports.document.KeyFigure;
import shutaf.reports.document.PaperFacts;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.RetentionFigures.AllCohorts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The retention report as a paper in three parts: key figures and curve, the cohort matrix, and the
 * definitions with the sources. Pure: same report and language, same bytes.
 */
public final class RetentionReportPdf {

    /** Columns of months that stay readable across a landscape page. */
    static final int MONTHS_A_PAGE = 19;

    /** Room in points for what stands between a matrix's heading and the next one. */
    private static final float LEAD_AND_NOTES = 80;

    private final RetentionReport report;
    private final RetentionFigures figures;
    private final RetentionSummary summary;
    private final RetentionLinks links;
    private final ReportLanguage language;
    private final FigureText write;

    private RetentionReportPdf(RetentionReport report, ReportLanguage language) {
        this.report = report;
        this.figures = report.figures();
        this.summary = figures.summary();
        this.links = RetentionLinks.ofFiles(report);
        this.language = language;
        this.write = language.figures();
    }

    /** Writes the report in one language; the answer is a complete PDF file. */
    public static byte[] render(RetentionReport report, ReportLanguage language) {
        RetentionReportPdf pdf = new RetentionReportPdf(report, language);
        return HousePaper.write(pdf.facts(), language, pdf::body);
    }

    /** The figures on the paper's cover, for whoever sends it. */
    public static List<KeyFigure> keyFigures(RetentionReport report, ReportLanguage language) {
        return new RetentionReportPdf(report, language).keyFigures();
    }

    private PaperFacts facts() {
        return new PaperFacts(
                language.text("retention.title"),
                language.text("retention.subject", scope(), window()),
                language.text("retention.reference", scope(), write.day(report.readOn())),
                report.readOn(),
                report.toString(),
                true);
    }

    private void body(HousePaper paper) {
        paper.title(
                language.text("retention.title"),
                language.text("retention.under", scope(), window()));
        paper.note(language.asOf(report.asOf()));
        paper.keyFigures(keyFigures());
        if (figures.allCohorts().size() > 2) {
            paper.heading(language.text("retention.curve"), 150);
            paper.block(RetentionCurve.lay(figures, paper));
        }
        paper.heading(language.text("retention.read"));
        paper.paragraph(language.text(
                "retention.read.text",
                write.whole(summary.customers()),
                write.whole(summary.repeatCustomers()),
                write.percent(summary.repeatCustomers(), summary.customers()),
                write.whole(summary.eligible90d()),
                write.whole(summary.repeat90d()),
                write.percent(summary.repeat90d(), summary.eligible90d())));
        if (!links.customers().isEmpty()) {
            paper.note(language.text("retention.links"));
        }
        matrix(paper, false);
        matrix(paper, true);
        new MemberPages(RetentionReading.inFile(report, language), language).write(paper);
        definitions(paper);
    }

    private List<KeyFigure> keyFigures() {
        List<KeyFigure> keys = new ArrayList<>();
        keys.add(new KeyFigure(
                        write.whole(summary.customers()),
                        language.text("retention.key.customers"),
                        language.text(
                                "retention.key.customers.detail",
                                write.whole(summary.customerDays())))
                .opening(links.customers(), links.days()));
        keys.add(share("retention.key.repeat", summary.repeatCustomers(), summary.customers())
                .opening(links.repeaters(), links.customers()));
        keys.add(share("retention.key.repeat90", summary.repeat90d(), summary.eligible90d())
                .opening(links.soon(), links.longEnough()));
        List<AllCohorts> all = figures.allCohorts();
        if (all.size() > 1) {
            keys.add(month("retention.key.month1", all.get(1)));
        }
        if (all.size() > 12) {
            keys.add(month("retention.key.month12", all.get(12)));
        }
        return keys;
    }

    private KeyFigure month(String key, AllCohorts all) {
        return share(key, all.active(), all.size()).opening(links.month(all), links.reached(all));
    }

    private KeyFigure share(String key, long part, long whole) {
        return new KeyFigure(
                write.percent(part, whole),
                language.text(key),
                language.text(key + ".detail", write.whole(part), write.whole(whole)));
    }

    private void matrix(HousePaper paper, boolean counts) {
        String key = counts ? "retention.counts" : "retention.matrix";
        int months = figures.allCohorts().size();
        CohortTable table = new CohortTable(report, paper.style(), counts);
        for (int from = 0; from < months; from += MONTHS_A_PAGE) {
            int to = Math.min(months, from + MONTHS_A_PAGE) - 1;
            PdfPTable cells = table.lay(from, to);
            if (from == 0 && !counts) {
                paper.newPage();
            }
            paper.heading(
                    months <= MONTHS_A_PAGE
                            ? language.text(key)
                            : language.text(key + ".part", write.whole(from), write.whole(to)),
                    paper.height(cells) + LEAD_AND_NOTES);
            paper.paragraph(language.text(key + ".lead"));
            paper.block(cells);
            CohortTable.highest(figures)
                    .ifPresent(highest -> paper.note(language.text(
                            "retention.scale", write.percent(highest.active(), highest.size()))));
            if (figures.lastMonthIsPartial()) {
                paper.note(language.text(
                        "retention.partial",
                        write.month(YearMonth.from(summary.obsEnd())),
                        write.day(summary.obsEnd())));
            }
        }
    }

    private void definitions(HousePaper paper) {
        paper.newPage();
        paper.heading(language.text("retention.definitions"));
        FigureTable table = new FigureTable(List.of(
                Column.words(language.text("retention.definition.term"), 1.6f),
                Column.words(language.text("retention.definition.meaning"), 7)));
        for (String term : List.of("day", "cohort", "rate", "all", "repeat", "repeat90")) {
            table.row(
                    language.text("retention.define." + term),
                    language.text("retention.define." + term + ".text"));
        }
        table.row(
                language.text("retention.define.window"),
                language.text("retention.define.window.text", window()));
        paper.table(table);
        paper.heading(language.text("retention.formulas"), 100);
        SurvivalFormulas.ALL.forEach(formula -> paper.note(write.code(formula)));
        paper.heading(language.text("retention.sources"), 120);
        paper.paragraph(language.text(
                "retention.sources.text",
                language.either(report.sourceHe(), report.sourceEn()),
                write.day(report.readOn())));
        SurvivalFormulas.SOURCES.forEach(source -> paper.note(write.code(source)));
    }

    private String scope() {
        return language.either(report.scopeHe(), report.scopeEn());
    }

    private String window() {
        return language.span(summary.obsStart(), summary.obsEnd());
    }
}
