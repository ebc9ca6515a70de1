package shutaf.reports.programme;

import shutaf.economics.ReportDays;
import shutaf.reports.document.FigureTable;
import shutaf.reports.document.FigureTable.Column;
import shutaf.reports.document.HousePaper;
import shutaf.reports.document.PaperFacts;
import shutaf.reports.document.ReportLanguage;

import java.util.ArrayList;
import java.util.List;

/**
 * The report as a paper: five figures and how they are to be read, then each section with its
 * drawing and table, then the method with its formulas and sources. Pure: same report and language,
 * same bytes.
 */
public final class ProgrammePdf {
    private static final float LEAD = 70;
    private static final float ROW = 21;
    private static final int TOGETHER = 10;

    private final ProgrammeReport report;
    private final ReportLanguage language;

    private ProgrammePdf(ProgrammeReport report, ReportLanguage language) {
        this.report = report;
        this.language = language;
    }

    /** Writes the report in one language; the answer is a complete PDF file. */
    public static byte[] render(ProgrammeReport report, ReportLanguage language) {
        ProgrammePdf pdf = new ProgrammePdf(report, language);
        String under = pdf.under();
        PaperFacts facts = new PaperFacts(
                language.text("programme.title"),
                under,
                under,
                report.figures().facts().days().to(),
                report.toString(),
                true);
        return HousePaper.write(facts, language, pdf::body);
    }

    private String under() {
        ReportDays days = report.figures().facts().days();
        return language.text(
                "programme.under",
                language.figures().code(report.scope(language)),
                language.span(days.from(), days.to()));
    }

    private void body(HousePaper paper) {
        paper.title(language.text("programme.title"), under());
        paper.keyFigures(ProgrammeKeys.ofFile(report, language));
        paper.paragraph(language.text("programme.read"));
        boolean first = true;
        for (Section section : report.sections(language)) {
            section(paper, section, first);
            first = false;
        }
        ProgrammeMethod.write(paper, language);
    }

    private void section(HousePaper paper, Section section, boolean onCover) {
        boolean drawn = section.chart().filter(c -> !c.labels().isEmpty()).isPresent();
        float rows = ROW * Math.min(TOGETHER, section.top().size() + 1);
        float matter = LEAD + (drawn ? ColumnsOnPaper.HEIGHT : 0) + (onCover ? 0 : rows);
        paper.heading(section.title(), matter);
        paper.paragraph(section.definition());
        if (drawn) {
            paper.block(ColumnsOnPaper.lay(section.chart().get(), paper));
        }
        if (section.rows().isEmpty()) {
            paper.note(language.text("programme.empty"));
        } else {
            paper.table(table(section));
        }
        section.notes().forEach(paper::note);
    }

    private FigureTable table(Section section) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < section.columns().size(); c++) {
            String title = section.columns().get(c).title();
            columns.add(
                    section.figures(c)
                            ? Column.figures(title, 2)
                            : Column.words(title, c == 0 ? 2.4f : 2));
        }
        FigureTable table = new FigureTable(columns);
        for (Section.Row row : section.top()) {
            String[] cells = row.cells().stream()
                    .map(cell -> cell.text(language.figures()))
                    .toArray(String[]::new);
            if (row.total()) {
                table.total(cells);
            } else {
                table.row(cells);
            }
            for (int c = 0; c < cells.length; c++) {
                table.opens(c, report.site(row.cells().get(c)));
            }
        }
        return table;
    }
}
