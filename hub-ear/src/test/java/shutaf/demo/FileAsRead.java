package shutaf.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A purchase file read back from its bytes by the words of the format, sharing nothing with what
 * wrote it.
 *
 * @param header fields of the H record
 * @param lines fields of each D record
 * @param trailer fields of the T record
 * @param hash SHA-256 of the bytes between the header and the trailer
 */
record FileAsRead(
        List<String> header, List<List<String>> lines, List<String> trailer, String hash) {
    private static final Pattern AMOUNT_WITH_AGOROT = Pattern.compile("[0-9]+\\.[0-9]{2}");

    static final int OUTLET = 1;
    static final int TILL = 2;
    static final int DATE = 3;
    static final int NUMBER = 4;
    static final int TIME = 5;
    static final int IDENTIFIER = 7;
    static final int LINE = 9;
    static final int AMOUNT = 14;
    static final int KIND = 17;
    static final int ORIGINAL = 18;

    static FileAsRead of(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int firstLine = text.indexOf('\n') + 1;
        int trailer = text.lastIndexOf("\nT;") + 1;
        String between = text.substring(firstLine, trailer);
        return new FileAsRead(
                fields(text.substring(0, firstLine - 1)),
                between.lines().map(FileAsRead::fields).toList(),
                fields(text.substring(trailer).stripTrailing()),
                sha256(between.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sum of the amounts, returns negative; amounts that are no numbers add nothing. */
    BigDecimal sum() {
        return lines.stream()
                .filter(line -> AMOUNT_WITH_AGOROT.matcher(line.get(AMOUNT)).matches())
                .map(line -> line.size() > KIND && line.get(KIND).equals("RETURN")
                        ? new BigDecimal(line.get(AMOUNT)).negate()
                        : new BigDecimal(line.get(AMOUNT)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static String key(List<String> line) {
        return line.get(OUTLET) + "/" + line.get(TILL) + "/" + line.get(DATE) + "/"
                + line.get(NUMBER);
    }

    private static List<String> fields(String line) {
        return List.of(line.split(";", -1));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
