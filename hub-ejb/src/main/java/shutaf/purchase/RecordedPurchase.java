package shutaf.purchase;

import shutaf.ledger.JournalRef;
import shutaf.shared.Fingerprint;
import shutaf.shared.MemberId;
import shutaf.shared.Reason;

import java.util.List;
import java.util.Optional;

/**
 * A receipt as it was recorded, with the answer that was given: a repeat gets the same one.
 *
 * @param id number of the row
 * @param purchase what came in; its member reference is empty when read back
 * @param kind SALE or RETURN
 * @param status what became of it
 * @param member the member who was recognised
 * @param unknownMember keyed hash of an identifier that nobody has
 * @param fingerprint of the content that came in
 * @param journal the journal that it led to
 * @param points points earned, or taken back by a return (positive)
 * @param pendingPoints of these, not spendable yet
 * @param balanceAfter spendable points after it
 * @param reasons why
 * @param original the sale that a return is about
 */
public record RecordedPurchase(
        long id,
        Purchase purchase,
        Kind kind,
        Status status,
        Optional<MemberId> member,
        Optional<String> unknownMember,
        Fingerprint fingerprint,
        Optional<JournalRef> journal,
        long points,
        long pendingPoints,
        long balanceAfter,
        List<Reason> reasons,
        Optional<ReceiptKey> original) {
    /** The same row with a fuller purchase. */
    RecordedPurchase with(Purchase fuller) {
        return new RecordedPurchase(
                id,
                fuller,
                kind,
                status,
                member,
                unknownMember,
                fingerprint,
                journal,
                points,
                pendingPoints,
                balanceAfter,
                reasons,
                original);
    }

    /** Direction of goods. */
    public enum Kind {
        /** Goods went out. */
        SALE,
        /** Goods came back. */
        RETURN
    }

    /** What became of a receipt. */
    public enum Status {
        /** A member earned. */
        ACCRUED,
        /** Nobody is known by its identifier, or it has none. */
        UNCLAIMED,
        /** Goods came back and points with them. */
        RETURNED,
        /** A return whose sale has not arrived yet. */
        WAITING
    }
}
