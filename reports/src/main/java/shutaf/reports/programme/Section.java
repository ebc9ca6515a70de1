package shutaf.reports.programme;

import java.util.List;
import java.util.Optional;

/**
 * One part of the report in one language: what it is, why it can be trusted, a drawing where one
 * helps, and the table that every medium writes.
 *
 * @param key name in files
 * @param title its heading
 * @param tab the same in two or three words, for sheets and ways to it
 * @param definition one sentence that says what is counted
 * @param notes what else is to be known; may be empty
 * @param chart the table as a drawing; may be absent
 * @param columns headings of the table
 * @param rows its rows
 * @param shown how many of them page and paper show; files have all
 */
public record Section(
        String key,
        String title,
        String tab,
        String definition,
        List<String> notes,
        Optional<StackedColumns> chart,
        List<Column> columns,
        List<Row> rows,
        int shown) {

    /** Keeps its own lists. */
    public Section {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param key its name in files
     * @param title its heading
     */
    public record Column(String key, String title) {}

    /**
     * A row.
     *
     * @param cells one for each column
     * @param total whether it adds up those above
     */
    public record Row(List<Cell> cells, boolean total) {

        /** Keeps its own list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Whether a column holds figures, which stand at its edge. */
    public boolean figures(int column) {
        return rows.stream().anyMatch(r -> r.cells().get(column).figure());
    }

    /** The rows that page and paper show. */
    public List<Row> top() {
        return rows.subList(0, Math.min(shown, rows.size()));
    }
}
