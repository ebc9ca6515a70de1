package shutaf.redemption;

import shutaf.member.MemberRef;
import shutaf.purchase.ReceiptKey;
import shutaf.shared.Fingerprint;
import shutaf.shared.PartnerId;

import java.time.Instant;

/**
 * A till asks to set points aside.
 *
 * @param partner where they will be spent
 * @param receipt the basket's receipt: the same one holds once
 * @param happenedAt when
 * @param member who pays with points
 * @param points how many, above zero
 * @param actor who asks: client or clerk
 */
public record HoldRequest(
        PartnerId partner,
        ReceiptKey receipt,
        Instant happenedAt,
        MemberRef member,
        long points,
        String actor) {
    /** What makes two messages the same request. */
    public Fingerprint fingerprint() {
        return Fingerprint.of("HOLD", happenedAt, member.identity(), points);
    }
}
