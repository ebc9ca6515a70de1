package shutaf.connectors.batch;

import org.apache.camel.component.file.GenericFile;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Files of one partner in the order of their headers' sequence, whatever their names are; others
 * come last.
 */
final class BySequence implements Comparator<GenericFile<File>> {
    private static final int HEADER = 200;

    @Override
    public int compare(GenericFile<File> a, GenericFile<File> b) {
        return Comparator.<GenericFile<File>>comparingInt(
                        f -> sequence(f.getFile().toPath()))
                .thenComparing(GenericFile::getFileName)
                .compare(a, b);
    }

    static int sequence(Path file) {
        char[] start = new char[HEADER];
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1),
                HEADER)) {
            int read = Math.max(0, in.read(start, 0, HEADER));
            String[] fields = new String(start, 0, read).split(";", 5);
            return fields.length == 5 && fields[3].matches("\\d{1,9}")
                    ? Integer.parseInt(fields[3])
                    : Integer.MAX_VALUE;
        } catch (IOException e) {
            return Integer.MAX_VALUE;
        }
    }
}
