package shutaf.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A table that ships with the demo: `;` between fields, one heading line, packed or plain. */
final class PackedTable {
    private PackedTable() {}

    /** Hands over row after row without keeping any, in the file's order, without the heading. */
    static void rows(String name, Consumer<String[]> taker) {
        try (InputStream stored = PackedTable.class.getResourceAsStream("/demo/" + name)) {
            if (stored == null) {
                throw new IllegalStateException(
                        "The demo's table is not on the class path: " + name);
            }
            InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stored) : stored;
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                taker.accept(line.split(";", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's table cannot be read: " + name, e);
        }
    }
}
