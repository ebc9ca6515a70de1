package shutaf.connectors.batch;

import shutaf.filing.ArrivedFile;
import shutaf.shared.Fingerprint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * First pass over a file: is it whole, is it text, is it this partner's, does the trailer hold?
 * Copies it on the way, so that what is posted later is what was checked, whatever happens to the
 * file in the inbox.
 */
final class FileCheck {
    private static final int AMOUNT = 14;
    private static final Pattern READABLE = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final int KIND = 17;
    private static final int BUFFER = 1 << 16;

    private final FileText text;
    private final String partner;
    private final MessageDigest linesHash = Fingerprint.sha256();
    private long lines;
    private BigDecimal sum = BigDecimal.ZERO;
    private Optional<FileHeading> heading = Optional.empty();

    private FileCheck(FileText text, String partner) {
        this.text = text;
        this.partner = partner;
    }

    /**
     * Reads a file through.
     *
     * @param partner code that the header must name
     * @param copy gets all bytes of the file, rejected or not
     */
    static CheckedFile read(Path file, FileText text, String partner, Path copy)
            throws IOException {
        FileCheck check = new FileCheck(text, partner);
        MessageDigest whole = Fingerprint.sha256();
        Optional<MalformedFile> why = Optional.empty();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy), BUFFER);
                InputStream in = new DigestInputStream(
                        new CopyingInputStream(Files.newInputStream(file), out), whole)) {
            try {
                check.run(new RawLines(in, 0, 0));
            } catch (MalformedFile e) {
                why = Optional.of(e);
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
        ArrivedFile arrived = new ArrivedFile(
                check.heading.stream().mapToInt(FileHeading::sequence).findFirst(),
                new Fingerprint(HexFormat.of().formatHex(whole.digest())),
                file.getFileName().toString(),
                Files.size(copy));
        return why.isPresent()
                ? new CheckedFile.Rejected(arrived, check.heading, why.get())
                : new CheckedFile.Sound(arrived, check.heading.orElseThrow());
    }

    private void run(RawLines in) throws IOException, MalformedFile {
        RawLine first = in.next()
                .orElseThrow(() ->
                        new MalformedFile(MalformedFile.Code.EMPTY, "nothing is in the file"));
        heading = Optional.of(FileHeading.parse(text.of(first)));
        if (!heading.get().partner().equals(partner)) {
            String named = heading.get().partner();
            // A foreign file says nothing about this partner's sequence.
            heading = Optional.empty();
            throw new MalformedFile(
                    MalformedFile.Code.PARTNER,
                    "the header names " + (named.length() > 40 ? "another partner" : named)
                            + ", this folder is that of " + partner);
        }
        FileTrailer trailer = FileTrailer.parse(text.of(upToTrailer(in)));
        trailer.mustBe(lines, sum, HexFormat.of().formatHex(linesHash.digest()));
        nothingAfter(in);
    }

    private RawLine upToTrailer(RawLines in) throws IOException, MalformedFile {
        Optional<RawLine> line = in.next();
        while (line.isPresent() && line.get().is('D')) {
            count(line.get());
            line = in.next();
        }
        if (line.isPresent() && line.get().is('T')) {
            return line.get();
        }
        if (line.isEmpty()) {
            throw new MalformedFile(
                    MalformedFile.Code.TRAILER,
                    "the file ends without a trailer; it seems to be cut off");
        }
        text.of(line.get());
        throw new MalformedFile(
                MalformedFile.Code.RECORD,
                "line " + line.get().number() + " is neither a D nor a T record");
    }

    private void count(RawLine line) throws MalformedFile {
        linesHash.update(line.bytes());
        lines++;
        sum = sum.add(counted(text.of(line)));
    }

    /** What a line adds to the trailer's sum: nothing when its amount cannot be read. */
    private static BigDecimal counted(String line) {
        List<String> fields;
        try {
            fields = FileText.fields(line);
        } catch (MalformedLine e) {
            return BigDecimal.ZERO;
        }
        if (fields.size() <= AMOUNT || !READABLE.matcher(fields.get(AMOUNT)).matches()) {
            return BigDecimal.ZERO;
        }
        BigDecimal amount = new BigDecimal(fields.get(AMOUNT));
        return fields.size() > KIND && fields.get(KIND).equals("RETURN") ? amount.negate() : amount;
    }

    private void nothingAfter(RawLines in) throws IOException, MalformedFile {
        Optional<RawLine> line = in.next();
        while (line.isPresent()) {
            if (line.get().textLength() > 0) {
                throw new MalformedFile(
                        MalformedFile.Code.RECORD,
                        "line " + line.get().number() + " stands after the trailer");
            }
            line = in.next();
        }
    }
}
