package shutaf.connectors.batch;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * The last line: {@code T;1;12.80;<sha-256>}.
 *
 * @param lines number of D lines
 * @param sum of their amounts in major units, returns negative
 * @param hash SHA-256 of the bytes of all D lines with their line ends, 64 hexadecimal digits
 */
record FileTrailer(long lines, BigDecimal sum, String hash) {
    static FileTrailer parse(String line) throws MalformedFile {
        List<String> fields = List.of(line.split(";", -1));
        if (fields.size() != 4
                || !fields.get(1).matches("\\d{1,18}")
                || !fields.get(2).matches("-?\\d{1,18}(\\.\\d{1,6})?")
                || !fields.get(3).matches("[0-9a-fA-F]{64}")) {
            throw new MalformedFile(
                    MalformedFile.Code.TRAILER,
                    "the trailer must be T, number of D lines, sum of amounts like 12.80 and 64"
                            + " hexadecimal digits of a SHA-256");
        }
        return new FileTrailer(
                Long.parseLong(fields.get(1)),
                new BigDecimal(fields.get(2)),
                fields.get(3).toLowerCase(Locale.ROOT));
    }

    /** Compares what the trailer says with what the file has. */
    void mustBe(long foundLines, BigDecimal foundSum, String foundHash) throws MalformedFile {
        if (lines != foundLines) {
            throw new MalformedFile(
                    MalformedFile.Code.COUNT,
                    "the trailer says " + lines + " D lines, the file has " + foundLines);
        }
        if (sum.compareTo(foundSum) != 0) {
            throw new MalformedFile(
                    MalformedFile.Code.SUM,
                    "the trailer says a sum of " + sum.toPlainString() + ", the lines add up to "
                            + foundSum.toPlainString());
        }
        if (!hash.equals(foundHash)) {
            throw new MalformedFile(
                    MalformedFile.Code.HASH,
                    "the trailer's SHA-256 is not that of the D lines: " + foundHash);
        }
    }
}
