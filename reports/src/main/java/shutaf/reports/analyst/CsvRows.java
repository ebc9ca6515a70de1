package shutaf.reports.analyst;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a CSV as RFC 4180 has them: fields may be quoted, a quoted field may hold commas, line
 * ends and doubled quotes. A byte order mark at the start is skipped.
 */
final class CsvRows {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader text;
    private long line;

    CsvRows(BufferedReader text) {
        this.text = text;
    }

    /** The line that the last row began on, from 1. */
    long line() {
        return line;
    }

    /** The next row that is not blank. */
    Optional<List<String>> next() throws IOException {
        String read = text.readLine();
        line++;
        while (read != null && read.isBlank()) {
            read = text.readLine();
            line++;
        }
        if (read == null) {
            return Optional.empty();
        }
        if (line == 1 && read.charAt(0) == BYTE_ORDER_MARK) {
            read = read.substring(1);
        }
        return Optional.of(fields(read));
    }

    private List<String> fields(String first) throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        String rest = first;
        boolean quoted = false;
        int at = 0;
        while (at < rest.length() || quoted) {
            if (at == rest.length()) {
                String more = text.readLine();
                if (more == null) {
                    break;
                }
                field.append('\n');
                rest = more;
                at = 0;
                continue;
            }
            char c = rest.charAt(at++);
            boolean doubled = c == '"' && quoted && at < rest.length() && rest.charAt(at) == '"';
            if (doubled) {
                field.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
