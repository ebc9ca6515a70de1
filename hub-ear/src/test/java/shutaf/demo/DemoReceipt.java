package shutaf.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One receipt as a till prints it.
 *
 * @param key what makes it the same receipt again
 * @param at local time at the till
 * @param kind a sale, or goods taken back
 * @param scheme how the member was recognised: CARD, PHONE or EMAIL
 * @param identifier the number or address that was read
 * @param lines at least one
 * @param original the sale that a return belongs to
 * @param fromSource true when a real purchase stands behind it, false when the demo invented it
 */
public record DemoReceipt(
        Key key,
        LocalDateTime at,
        Kind kind,
        String scheme,
        String identifier,
        List<Line> lines,
        Optional<Key> original,
        boolean fromSource) {

    private static final ZoneId PROGRAMME_ZONE = ZoneId.of("Asia/Jerusalem");

    /** A sale, or goods taken back. */
    public enum Kind {
        SALE,
        RETURN
    }

    /** What makes a receipt unique at its partner. */
    public record Key(String outlet, String till, LocalDate businessDate, String number) {
        /** The key as a RETURN names its sale: outlet/till/date/number. */
        public String text() {
            return outlet + "/" + till + "/" + businessDate + "/" + number;
        }

        private Key movedBy(WeekShift shift) {
            return new Key(outlet, till, shift.moved(businessDate), number);
        }
    }

    /**
     * One product on a receipt. On a RETURN the number is that of the line in the sale.
     *
     * @param quantity decimal text, never negative; "0" occurs in the real data
     * @param agorot what was paid after the discount, VAT included; never negative
     * @param discountAgorot what was taken off before
     * @param vatRate percent
     */
    public record Line(
            int number,
            String sku,
            String description,
            String category,
            String quantity,
            long agorot,
            long discountAgorot,
            String vatRate) {}

    static DemoReceipt sale(
            Key key, LocalDateTime at, String scheme, String identifier, List<Line> lines) {
        return new DemoReceipt(
                key, at, Kind.SALE, scheme, identifier, lines, Optional.empty(), true);
    }

    /** The same receipt, said to be invented. */
    DemoReceipt invented() {
        return new DemoReceipt(key, at, kind, scheme, identifier, lines, original, false);
    }

    /**
     * The time at the till with Israel's offset of that day. A time inside the hour that spring
     * skips is read as an hour later.
     */
    public OffsetDateTime happenedAt() {
        return inProgrammeZone(at);
    }

    static OffsetDateTime inProgrammeZone(LocalDateTime time) {
        return time.atZone(PROGRAMME_ZONE).toOffsetDateTime();
    }

    /** What the lines add up to; negative for a return, as in a file's trailer. */
    public long signedAgorot() {
        long sum = lines.stream().mapToLong(Line::agorot).sum();
        return kind == Kind.RETURN ? -sum : sum;
    }

    DemoReceipt movedBy(WeekShift shift) {
        return new DemoReceipt(
                key.movedBy(shift),
                shift.moved(at),
                kind,
                scheme,
                identifier,
                lines,
                original.map(sale -> sale.movedBy(shift)),
                fromSource);
    }
}
