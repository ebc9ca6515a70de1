package shutaf.run;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Passwords and client secrets, made at the first start and kept in one file of mode 0600.
 *
 * <p>The repository holds none. Who deletes the file while the databases stay has locked himself
 * out: the databases hold the matching half.
 */
final class Secrets {

    /** No letters that are mistaken for one another, so that a demo password can be typed. */
    private static final String ALPHABET =
            "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            load();
        }
    }

    /** A password that people type: 16 characters, about 92 random bits. */
    String password(String name) {
        return value(name, 16);
    }

    /** A secret that only machines use: 40 characters, about 230 random bits. */
    String secret(String name) {
        return value(name, 40);
    }

    private synchronized String value(String name, int length) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String made = RANDOM.ints(length, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
        values.put(name, made);
        save();
        return made;
    }

    private void load() {
        Properties stored = new Properties();
        try (Reader reader = new StringReader(Files.readString(file))) {
            stored.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + file, failed);
        }
        stored.stringPropertyNames().forEach(name -> values.put(name, stored.getProperty(name)));
    }

    private void save() {
        String text = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        PrivateFile.write(
                file, "# Made at the first start; belongs to the data beside it.\n" + text);
    }
}
