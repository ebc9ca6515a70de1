package shutaf.reports.statement;

import shutaf.reports.document.CsvText;
import shutaf.settlement.StatementHeader;
import shutaf.settlement.StatementLine;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes the line file: CSV, UTF-8, line end LF, one line per movement, each with a hash.
 *
 * <p>The hash of a line is the SHA-256, in lower-case hexadecimal, of the hash before it followed
 * by the line's own text up to the comma before its hash. Before the first line stands the SHA-256
 * of the heading. So the last hash, which is printed on the statement, fixes every line and their
 * order. {@link StatementVerifier} recomputes it with nothing of ours.
 *
 * <p>Figures stand before the texts of the partner, so that they are found by counting commas.
 */
final class StatementLinesCsv {

    static final String HEADING = "statement,line,journal,recorded,happened,kind,points,money,"
            + "currency,outlet,receipt,hash";

    private static final int BUFFER = 1 << 16;

    private final StatementHeader header;
    private final OutputStream file;
    private final int digits;
    private final MessageDigest sha256 = sha256();
    private final StringBuilder waiting = new StringBuilder(BUFFER);
    private String hash;
    private long lines;

    StatementLinesCsv(StatementHeader header, OutputStream file) throws IOException {
        this.header = header;
        this.file = file;
        this.digits = Math.max(0, header.currency().getDefaultFractionDigits());
        this.hash = hash(HEADING);
        put(HEADING);
    }

    void write(StatementLine line) throws IOException {
        lines++;
        String text = String.join(
                ",",
                header.reference(),
                Long.toString(lines),
                line.journalId(),
                line.recorded().toString(),
                line.happened().toString(),
                line.kind().name(),
                Long.toString(line.points()),
                BigDecimal.valueOf(line.moneyMinor(), digits).toPlainString(),
                header.currency().getCurrencyCode(),
                CsvText.field(line.outlet()),
                CsvText.field(line.receipt()));
        hash = hash(hash + text);
        put(text + ',' + hash);
    }

    /** Writes what is still waiting; the answer is the last hash. */
    String finish() throws IOException {
        file.write(waiting.toString().getBytes(StandardCharsets.UTF_8));
        file.flush();
        waiting.setLength(0);
        return hash;
    }

    private void put(String line) throws IOException {
        waiting.append(line).append('\n');
        if (waiting.length() >= BUFFER) {
            file.write(waiting.toString().getBytes(StandardCharsets.UTF_8));
            waiting.setLength(0);
        }
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
