package shutaf.economics;

import shutaf.ledger.Funding;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Points that went into or out of lots of one kind in one month: the grain from which flow,
 * breakage and ageing are all added up, so that they cannot disagree.
 *
 * @param month month of the business day
 * @param issuer who issued the lots
 * @param funding why they were issued
 * @param pending true for lots that may not be spent yet
 * @param born month of the lot's first credit: issued, or where points waited, when they could be
 *     spent
 * @param expiresOn last day of the lots; empty while pending, or without end
 * @param flow what happened
 * @param points above zero into the lots, below zero out of them
 */
public record PointsMovement(
        YearMonth month,
        PartnerId issuer,
        Funding funding,
        boolean pending,
        YearMonth born,
        Optional<LocalDate> expiresOn,
        Flow flow,
        long points) {

    /** What moved points; each posting and each trace of the ledger is exactly one of these. */
    public enum Flow {
        /** Earned from a purchase. */
        ISSUED,
        /** Pending points became spendable: out of one lot, into another, together nothing. */
        MATURED,
        /** Spent: what holds took, less what came back at once. */
        SPENT,
        /** Set aside by a till at this moment; out of its lot, but still the member's. */
        SET_ASIDE,
        /** A spent redemption that was taken back. */
        GIVEN_BACK,
        /** Reached the end of their life. */
        EXPIRED,
        /** Brought back after they had expired. */
        REINSTATED,
        /** Taken back by a return of goods. */
        CLAWED_BACK,
        /** Earned later and used to settle what a return had left owing. */
        DEBT_SETTLED,
        /** Given or taken by hand, moved between members, donated or forfeited. */
        ADJUSTED
    }
}
