package shutaf.purchase;

import shutaf.member.MemberRef;
import shutaf.shared.Fingerprint;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One sale at a partner, as the hub takes it in.
 *
 * @param partner who sold, from the door's own knowledge of the caller
 * @param receipt the natural key: the same receipt counts once
 * @param happenedAt when it was paid
 * @param member whom the till recognised, empty for an anonymous receipt
 * @param lines what was bought
 * @param total what was paid, VAT included
 * @param paidWithPoints minor units of the total that were paid with points
 * @param channel the door
 */
public record Purchase(
        PartnerId partner,
        ReceiptKey receipt,
        Instant happenedAt,
        Optional<MemberRef> member,
        List<PurchaseLine> lines,
        Money total,
        long paidWithPoints,
        Channel channel) {
    /** Copies the lines. */
    public Purchase {
        lines = List.copyOf(lines);
    }

    /** The same with these lines. */
    public Purchase with(List<PurchaseLine> others) {
        return new Purchase(
                partner, receipt, happenedAt, member, others, total, paidWithPoints, channel);
    }

    /**
     * What makes two messages the same purchase; the door does not count, so a resend by file is a
     * repeat.
     */
    public Fingerprint fingerprint() {
        StringBuilder content = new StringBuilder(200);
        for (PurchaseLine l : lines) {
            content.append(l.line())
                    .append('|')
                    .append(l.sku())
                    .append('|')
                    .append(l.amount())
                    .append('|');
            content.append(l.discount())
                    .append('|')
                    .append(l.quantity().stripTrailingZeros().toPlainString());
            content.append('|').append(String.join(",", l.categories())).append('\n');
        }
        return Fingerprint.of(
                "SALE",
                happenedAt,
                member.map(MemberRef::identity).orElse(""),
                total,
                paidWithPoints,
                content);
    }
}
