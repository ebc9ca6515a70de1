package shutaf.redemption;

import shutaf.purchase.ReceiptKey;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Points on their way into value.
 *
 * @param id number
 * @param partner where
 * @param member whose
 * @param receipt the basket's receipt
 * @param status where it stands
 * @param points held
 * @param captured spent in the end
 * @param value what the points are worth: held, or captured once it is
 * @param happenedAt business time
 * @param expiresAt when an uncaptured hold is given back
 */
public record Redemption(
        long id,
        PartnerId partner,
        MemberId member,
        ReceiptKey receipt,
        Status status,
        long points,
        long captured,
        Money value,
        Instant happenedAt,
        Instant expiresAt) {
    /** Where a redemption stands. */
    public enum Status {
        /** Set aside. */
        HELD,
        /** Spent. */
        CAPTURED,
        /** Given back by the till. */
        VOIDED,
        /** Given back because nobody captured in time. */
        EXPIRED,
        /** Spent and given back. */
        REVERSED
    }

    String key() {
        return "redemption/" + id;
    }

    LocalDate businessDate() {
        return receipt.businessDate();
    }

    /** The same with another status. */
    Redemption as(Status other, long spent, Money worth) {
        return new Redemption(
                id, partner, member, receipt, other, points, spent, worth, happenedAt, expiresAt);
    }

    /** The id in a path, if the text is one. */
    public static Optional<Long> id(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
