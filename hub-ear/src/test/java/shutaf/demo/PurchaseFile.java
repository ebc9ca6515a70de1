package shutaf.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes one purchase file: header, lines, trailer with count, sum and hash; UTF-8, each line ended
 * by a line feed.
 *
 * <p>A line of a return carries positive figures and the kind RETURN; only the trailer's sum counts
 * it as negative. The file grows under a hidden name and gets its own name when it is complete, so
 * that a folder that is being watched never shows half a file.
 */
final class PurchaseFile {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final OutputStream out;
    private final MessageDigest hash = sha256();
    private long lineCount;
    private long sumAgorot;

    private PurchaseFile(OutputStream out) {
        this.out = out;
    }

    /** The name that a partner's file with this sequence has: SUPER_000042.csv. */
    static String name(String partner, int sequence) {
        return partner + "_" + CardNumber.padded(sequence, 6) + ".csv";
    }

    /**
     * Writes the file into a folder that exists, replacing one of the same name.
     *
     * @throws IOException when the disk refuses; no file of that name is left half written
     */
    static Path write(
            Path folder,
            String partner,
            int sequence,
            OffsetDateTime created,
            List<DemoReceipt> receipts,
            List<BrokenReceipt> broken)
            throws IOException {
        Path whole = folder.resolve(name(partner, sequence));
        Path growing = folder.resolve("." + name(partner, sequence) + ".growing");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(growing), 1 << 16)) {
            PurchaseFile file = new PurchaseFile(out);
            file.plain("H;1;" + partner + ";" + CardNumber.padded(sequence, 6) + ";"
                    + created.format(TIME) + ";LIVE");
            for (DemoReceipt receipt : receipts) {
                file.add(receipt);
            }
            for (BrokenReceipt receipt : broken) {
                file.add(receipt);
            }
            file.plain("T;" + file.lineCount + ";" + Money.text(file.sumAgorot) + ";"
                    + HexFormat.of().formatHex(file.hash.digest()));
        }
        return Files.move(growing, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    private void add(DemoReceipt receipt) throws IOException {
        DemoReceipt.Key key = receipt.key();
        String head = "D;" + text(key.outlet()) + ";" + text(key.till()) + ";" + key.businessDate()
                + ";" + text(key.number()) + ";" + receipt.happenedAt().format(TIME) + ";"
                + receipt.scheme() + ";" + text(receipt.identifier()) + ";ILS;";
        String tail = ";" + receipt.kind() + ";"
                + receipt.original().map(DemoReceipt.Key::text).orElse("");
        for (DemoReceipt.Line line : receipt.lines()) {
            counted(head + line.number() + ";" + text(line.sku()) + ";" + text(line.description())
                    + ";" + line.category() + ";" + line.quantity() + ";"
                    + Money.text(line.agorot()) + ";" + Money.text(line.discountAgorot()) + ";"
                    + line.vatRate() + tail);
        }
        sumAgorot += receipt.signedAgorot();
    }

    private void add(BrokenReceipt receipt) throws IOException {
        for (String line : receipt.dLines()) {
            counted(line);
        }
        sumAgorot += receipt.countedAgorot();
    }

    private void counted(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        hash.update(bytes);
        lineCount++;
        out.write(bytes);
    }

    private void plain(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    // The demo needs no quoting, and a field that would need it is a fault of the generator.
    private static String text(String field) {
        if (field.indexOf(';') >= 0 || field.indexOf('"') >= 0 || field.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A field would need quoting: " + field);
        }
        return field;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
