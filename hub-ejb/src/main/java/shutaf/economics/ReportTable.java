package shutaf.economics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The beginning of a query: tables with a row for each dealing, which a figure adds up and which
 * the list of the members behind it groups by member. One text for both, so that they cannot
 * disagree.
 *
 * @param with the query's beginning, to be followed by a comma or by {@code select}
 * @param values of its question marks
 */
public record ReportTable(String with, List<Object> values) {
    /** Keeps its own list. */
    public ReportTable {
        values = List.copyOf(values);
    }

    static ReportTable of(Whom whom, String tables, Object... values) {
        return new ReportTable("with " + whom.table() + tables, List.of(whom.and(values)));
    }

    /** Its values, then those of what follows. */
    public Object[] and(Object... more) {
        List<Object> all = new ArrayList<>(values);
        Collections.addAll(all, more);
        return all.toArray();
    }
}
