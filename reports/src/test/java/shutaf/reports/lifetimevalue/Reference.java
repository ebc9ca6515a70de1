package shutaf.reports.lifetimevalue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Results of other programs for real purchase histories; see NOTICE.md beside them. */
final class Reference {

    private Reference() {}

    /** One line of a table. */
    record Row(Map<String, String> fields) {
        String text(String column) {
            return fields.get(column);
        }

        double number(String column) {
            return Double.parseDouble(fields.get(column));
        }

        int whole(String column) {
            return Integer.parseInt(fields.get(column));
        }

        BuyingPattern pattern() {
            return new BuyingPattern(whole("x"), number("t_x"), number("T"));
        }
    }

    /** A table, compressed when its name ends in gz. */
    static List<Row> table(String file) {
        List<String> lines = text(file).lines().toList();
        String[] columns = lines.getFirst().split(",");
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
            Map<String, String> fields = new HashMap<>();
            for (int k = 0; k < values.length; k++) {
                fields.put(columns[k], values[k]);
            }
            rows.add(new Row(fields));
        }
        return rows;
    }

    /** A file as text. */
    static String text(String file) {
        try (InputStream raw = Reference.class.getResourceAsStream(file);
                InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader text =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            StringBuilder all = new StringBuilder();
            text.lines().forEach(line -> all.append(line).append('\n'));
            return all.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The number behind a key inside a named object of a JSON file. */
    static double number(String file, String object, String key) {
        Matcher value = Pattern.compile(
                        "\"" + object + "\": \\{.*?\"" + key + "\": ([-+0-9.eE]+)", Pattern.DOTALL)
                .matcher(text(file));
        if (!value.find()) {
            throw new IllegalArgumentException(file + " has no " + object + "." + key);
        }
        return Double.parseDouble(value.group(1));
    }
}
