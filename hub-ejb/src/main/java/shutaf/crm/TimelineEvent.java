package shutaf.crm;

import shutaf.ledger.JournalKind;
import shutaf.ledger.JournalRef;
import shutaf.shared.Money;
import shutaf.shared.Reason;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that happened to a member's points, with what explains it and where it leads.
 *
 * @param journal its journal; a redemption is shown under the journal of its hold
 * @param kind what happened
 * @param partner where
 * @param outlet the outlet there, if it is known
 * @param at when it happened
 * @param points effect on the member's points, signed; of a redemption what was spent in the end
 * @param receipt the receipt's key outlet/till/date/number, if it has one
 * @param total what was paid, or given back for returned goods
 * @param redemption how a redemption ended
 * @param reasons why
 * @param gained lots that were credited
 * @param taken lots that were debited, and whose points they were
 * @param partnerMoney what the partner got (positive) or paid (negative)
 * @param actor who did it
 */
public record TimelineEvent(
        JournalRef journal,
        JournalKind kind,
        BusinessCard partner,
        Optional<Place> outlet,
        Instant at,
        long points,
        Optional<String> receipt,
        Optional<Money> total,
        Optional<Spent> redemption,
        List<Reason> reasons,
        List<Gained> gained,
        List<Taken> taken,
        Optional<Money> partnerMoney,
        String actor) {
    /** Copies the lists. */
    public TimelineEvent {
        reasons = List.copyOf(reasons);
        gained = List.copyOf(gained);
        taken = List.copyOf(taken);
    }

    /** Whose points were taken, the most first; the lots one by one stand in {@link #taken}. */
    public List<TakenFrom> takenByIssuer() {
        Map<BusinessCard, Long> sums = new LinkedHashMap<>();
        taken.forEach(t -> sums.merge(t.lot().issuer(), t.points(), Math::addExact));
        return sums.entrySet().stream()
                .map(e -> new TakenFrom(e.getKey(), e.getValue()))
                .sorted((one, other) -> Long.compare(other.points(), one.points()))
                .toList();
    }

    /**
     * Points of one issuer.
     *
     * @param issuer whose points
     * @param points how many
     */
    public record TakenFrom(BusinessCard issuer, long points) {}

    /**
     * An outlet's name.
     *
     * @param he in Hebrew
     * @param en in English
     */
    public record Place(String he, String en) {
        /** The name in that language. */
        public String name(Locale language) {
            return "he".equals(language.getLanguage()) ? he : en;
        }
    }

    /**
     * How a redemption ended.
     *
     * @param status HELD, CAPTURED, VOIDED, EXPIRED or REVERSED
     * @param held points that were set aside
     * @param captured points that were spent
     * @param value what the member got for them
     */
    public record Spent(String status, long held, long captured, Money value) {}

    /**
     * Points of a lot.
     *
     * @param lot number
     * @param issuer whose points they are
     * @param funding BASE, BONUS, PROMOTION or PURCHASED
     * @param lastDay the last day on which they can be spent; empty while they are pending
     * @param quantity all that ever went into the lot
     * @param remaining what is left in it
     */
    public record LotState(
            long lot,
            BusinessCard issuer,
            String funding,
            Optional<LocalDate> lastDay,
            long quantity,
            long remaining) {}

    /**
     * Points that went into a lot.
     *
     * @param lot the lot as it is now
     * @param points how many
     * @param uses what became of that lot's points so far
     */
    public record Gained(LotState lot, long points, List<Use> uses) {
        /** Copies the uses. */
        public Gained {
            uses = List.copyOf(uses);
        }
    }

    /**
     * Where points of a lot went.
     *
     * @param kind how: a redemption, a return, an expiry
     * @param partner where
     * @param points how many, without those that came back
     * @param last the latest time
     */
    public record Use(JournalKind kind, BusinessCard partner, long points, Instant last) {}

    /**
     * Points that came out of a lot.
     *
     * @param lot the lot as it is now
     * @param points how many
     */
    public record Taken(LotState lot, long points) {}
}
