package shutaf.reports.programme;

import shutaf.reports.document.CsvText;
import shutaf.reports.document.ReportLanguage;

/**
 * The report as one long CSV, a figure a line, so that every section fits into the same four
 * columns and any program can pivot it. Names are English, money is in major units, a share of
 * nothing is empty.
 */
public final class ProgrammeCsv {
    private static final ReportLanguage NAMES = ReportLanguage.ENGLISH;

    private ProgrammeCsv() {}

    /** The figures with their heading; line end LF. */
    public static String of(ProgrammeReport report) {
        StringBuilder csv = new StringBuilder("section,row,column,value\n");
        for (Section section : report.sections(NAMES)) {
            int number = 0;
            for (Section.Row row : section.rows()) {
                number++;
                for (int c = 0; c < row.cells().size(); c++) {
                    csv.append(section.key()).append(',');
                    csv.append(number).append(',');
                    csv.append(section.columns().get(c).key()).append(',');
                    csv.append(field(row.cells().get(c))).append('\n');
                }
            }
        }
        return csv.toString();
    }

    /** Only words come from outside; a number below zero is no formula. */
    private static String field(Cell cell) {
        return cell instanceof Cell.Words ? CsvText.field(cell.plain()) : cell.plain();
    }
}
