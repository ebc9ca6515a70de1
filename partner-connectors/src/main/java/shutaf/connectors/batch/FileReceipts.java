package shutaf.connectors.batch;

import shutaf.purchase.Channel;
import shutaf.purchase.Purchase;
import shutaf.purchase.ReceiptKey;
import shutaf.returns.GoodsReturn;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Second pass over a file that is known to be whole: its receipts, one at a time. */
final class FileReceipts implements Closeable {
    /** Lines of the longest receipt; more of the same receipt are rejected, and never piled up. */
    static final int MOST_LINES = 2_000;

    private final RawLines in;
    private final FileText text;
    private final PartnerId partner;
    private long receipts;
    private Optional<Line> ahead = Optional.empty();
    private String tooLong = "";

    /** A D record with its text and with the key that it shares with its receipt's other lines. */
    private record Line(RawLine raw, String text, String key) {}

    /**
     * Reads on from the restart point.
     *
     * @param in stands before the header or before a receipt
     * @param receiptsBefore receipts that were read before
     */
    FileReceipts(RawLines in, FileText text, PartnerId partner, long receiptsBefore) {
        this.in = in;
        this.text = text;
        this.partner = partner;
        this.receipts = receiptsBefore;
    }

    /** The next receipt, empty before the trailer. */
    Optional<FileReceipt> next() throws IOException, MalformedFile {
        Optional<Line> line = ahead.isPresent() ? ahead : read();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String key = line.get().key();
        List<Line> lines = new ArrayList<>();
        while (line.isPresent() && lines.size() < MOST_LINES && line.get().key().equals(key)) {
            lines.add(line.get());
            line = read();
        }
        ahead = line;
        receipts++;
        return Optional.of(new FileReceipt(
                receipts, key, lines.stream().map(Line::raw).toList(), content(key, lines)));
    }

    /** The next D record; empty at the trailer, beyond which nothing is read. */
    private Optional<Line> read() throws IOException, MalformedFile {
        Optional<RawLine> raw = in.next();
        if (raw.isPresent() && raw.get().number() == 1) {
            raw = in.next();
        }
        if (raw.isEmpty() || !raw.get().is('D')) {
            return Optional.empty();
        }
        String line = text.of(raw.get());
        return Optional.of(new Line(raw.get(), line, key(line)));
    }

    /** Understood also where the rest of the line is broken. */
    private static String key(String line) {
        String[] fields = line.split(";", 6);
        return String.join("/", List.of(fields).subList(1, Math.min(5, fields.length)));
    }

    private FileReceipt.Content content(String key, List<Line> lines) {
        boolean goesOn = ahead.isPresent() && ahead.get().key().equals(key);
        if (goesOn || key.equals(tooLong)) {
            tooLong = key;
            return new FileReceipt.Broken(
                    lines.getFirst().raw().number(),
                    "the receipt has more than " + MOST_LINES + " lines");
        }
        return content(lines);
    }

    private FileReceipt.Content content(List<Line> lines) {
        List<FileLine> parsed = new ArrayList<>(lines.size());
        Set<String> numbers = new HashSet<>();
        for (Line line : lines) {
            try {
                FileLine one = FileLine.parse(line.text());
                if (!numbers.add(one.goodsBack() + " " + one.line())) {
                    throw new MalformedLine("line number " + one.line() + " stands twice");
                }
                mustGoTogether(parsed, one);
                parsed.add(one);
            } catch (MalformedLine e) {
                return new FileReceipt.Broken(line.raw().number(), e.getMessage());
            }
        }
        List<FileLine> sold = parsed.stream().filter(line -> !line.goodsBack()).toList();
        List<FileLine> back = parsed.stream().filter(FileLine::goodsBack).toList();
        return new FileReceipt.Understood(
                sold.isEmpty() ? Optional.empty() : Optional.of(sale(sold)),
                back.isEmpty() ? Optional.empty() : Optional.of(goodsReturn(back)));
    }

    private static void mustGoTogether(List<FileLine> before, FileLine line) throws MalformedLine {
        if (before.isEmpty()) {
            return;
        }
        FileLine first = before.getFirst();
        if (!first.head().equals(line.head())) {
            throw new MalformedLine("time or member differ from the receipt's first line");
        }
        if (!first.amount().currency().equals(line.amount().currency())) {
            throw new MalformedLine("the currency differs from the receipt's first line");
        }
        FileLine last = before.getLast();
        if (last.goodsBack() && line.goodsBack() && !last.original().equals(line.original())) {
            throw new MalformedLine("a receipt can take back goods of one sale only");
        }
    }

    private Purchase sale(List<FileLine> lines) {
        FileLine.Head head = lines.getFirst().head();
        return new Purchase(
                partner,
                head.key(),
                head.happenedAt(),
                head.member(),
                lines.stream().map(FileLine::sold).toList(),
                total(lines),
                0,
                Channel.FILE);
    }

    private GoodsReturn goodsReturn(List<FileLine> lines) {
        FileLine.Head head = lines.getFirst().head();
        Optional<ReceiptKey> original = lines.getFirst().original();
        return new GoodsReturn(
                partner,
                head.key(),
                head.happenedAt(),
                original,
                head.member(),
                lines.stream().map(FileLine::takenBack).toList(),
                total(lines),
                Channel.FILE);
    }

    private static Money total(List<FileLine> lines) {
        long minor = lines.stream().mapToLong(line -> line.amount().minor()).sum();
        return new Money(minor, lines.getFirst().amount().currency());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
