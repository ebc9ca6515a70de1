package shutaf.returns;

import shutaf.member.MemberRef;
import shutaf.purchase.Channel;
import shutaf.purchase.ReceiptKey;
import shutaf.shared.Fingerprint;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Goods that came back.
 *
 * @param partner where
 * @param receipt the return's own receipt: the same one counts once
 * @param happenedAt when
 * @param original the sale; empty when there is no receipt
 * @param member who returns, needed only without the sale's receipt
 * @param lines what came back
 * @param total what was given back, VAT included, positive
 * @param channel the door
 */
public record GoodsReturn(
        PartnerId partner,
        ReceiptKey receipt,
        Instant happenedAt,
        Optional<ReceiptKey> original,
        Optional<MemberRef> member,
        List<Line> lines,
        Money total,
        Channel channel) {
    /**
     * One line that came back.
     *
     * @param line number on the return's receipt
     * @param originalLine number on the sale's receipt; 0 to find it by article number
     * @param sku article number, may be empty when the original line is named
     * @param quantity pieces, litres or kilograms
     * @param amount minor units given back, positive
     */
    public record Line(int line, int originalLine, String sku, BigDecimal quantity, long amount) {}

    /** Copies the lines. */
    public GoodsReturn {
        lines = List.copyOf(lines);
    }

    /** What makes two messages the same return. */
    public Fingerprint fingerprint() {
        StringBuilder content = new StringBuilder();
        for (Line l : lines) {
            content.append(l.line())
                    .append('|')
                    .append(l.originalLine())
                    .append('|')
                    .append(l.sku())
                    .append('|');
            content.append(l.quantity().stripTrailingZeros().toPlainString())
                    .append('|')
                    .append(l.amount())
                    .append('\n');
        }
        return Fingerprint.of(
                "RETURN",
                happenedAt,
                original.map(ReceiptKey::toString).orElse(""),
                total,
                content);
    }
}
