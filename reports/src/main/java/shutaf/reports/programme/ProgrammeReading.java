package shutaf.reports.programme;

import shutaf.reports.document.FigureText;
import shutaf.reports.document.KeyFigure;
import shutaf.reports.document.ReportLanguage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The report as a page shows it: finished texts and drawings, so that no page calculates.
 *
 * @param keys the five figures
 * @param proven whether every check of the points holds
 * @param parts the sections
 */
public record ProgrammeReading(List<KeyFigure> keys, boolean proven, List<Part> parts) {

    /** Keeps its own lists. */
    public ProgrammeReading {
        keys = List.copyOf(keys);
        parts = List.copyOf(parts);
    }

    /**
     * A section.
     *
     * @param key its name in files
     * @param title its heading
     * @param tab the same in two or three words
     * @param definition what is counted
     * @param notes what else is to be known
     * @param chart the drawing; null where there is none
     * @param heads headings of the columns
     * @param rows the table
     */
    public record Part(
            String key,
            String title,
            String tab,
            String definition,
            List<String> notes,
            ColumnsDrawing chart,
            List<Head> heads,
            List<Line> rows) {

        /** Keeps its own lists. */
        public Part {
            notes = List.copyOf(notes);
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A heading.
     *
     * @param text its words
     * @param figures whether figures stand below it
     */
    public record Head(String text, boolean figures) {}

    /**
     * A cell.
     *
     * @param text what it says
     * @param figures whether it stands in a column of figures
     * @param behind address of the list of the members behind it; empty where it is of none
     */
    public record Value(String text, boolean figures, String behind) {}

    /**
     * A row.
     *
     * @param first what it is about
     * @param cells the others
     * @param total whether it adds up those above
     */
    public record Line(String first, List<Value> cells, boolean total) {

        /** Keeps its own list. */
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** Puts the report into one language's words. */
    public static ProgrammeReading of(ProgrammeReport report, ReportLanguage language) {
        List<Part> parts = new ArrayList<>();
        for (Section section : report.sections(language)) {
            parts.add(part(report, section, language));
        }
        return new ProgrammeReading(
                ProgrammeKeys.ofPage(report, language), report.figures().proven(), parts);
    }

    private static Part part(ProgrammeReport report, Section section, ReportLanguage language) {
        FigureText write = language.figures();
        List<Boolean> figures = IntStream.range(0, section.columns().size())
                .mapToObj(section::figures)
                .toList();
        List<Head> heads = new ArrayList<>();
        for (int c = 0; c < figures.size(); c++) {
            heads.add(new Head(section.columns().get(c).title(), figures.get(c)));
        }
        List<Line> rows = new ArrayList<>();
        for (Section.Row row : section.top()) {
            List<Value> cells = new ArrayList<>();
            for (int c = 1; c < figures.size(); c++) {
                Cell cell = row.cells().get(c);
                cells.add(new Value(cell.text(write), figures.get(c), report.address(cell)));
            }
            rows.add(new Line(row.cells().getFirst().text(write), cells, row.total()));
        }
        return new Part(
                section.key(),
                section.title(),
                section.tab(),
                section.definition(),
                section.notes(),
                section.chart()
                        .filter(c -> !c.labels().isEmpty())
                        .map(c -> ColumnsDrawing.of(c, language))
                        .orElse(null),
                heads,
                rows);
    }
}
