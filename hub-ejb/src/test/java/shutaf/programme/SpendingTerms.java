package shutaf.programme;

import shutaf.partner.Terms;

import java.time.LocalDate;

/** The usual terms with other prices or other waiting. */
final class SpendingTerms {
    private static final int WAITING_DAYS = 14;

    private SpendingTerms() {}

    /** Another refund for 100 accepted points, in minor units. */
    static Terms refund(Terms t, long refund) {
        return with(t, t.validFrom(), refund, t.pendingDays());
    }

    /** Points wait a fortnight before they may be spent. */
    static Terms waiting(Terms t) {
        return with(t, t.validFrom(), t.refundPer100Points(), WAITING_DAYS);
    }

    /** The usual terms from a day on, with another refund. */
    static Terms from(LocalDate day, long refund) {
        return with(Programme.USUAL, day, refund, Programme.USUAL.pendingDays());
    }

    private static Terms with(Terms t, LocalDate from, long refund, int pendingDays) {
        return new Terms(
                from,
                t.pointsPerUnit(),
                t.pricePer100Points(),
                refund,
                pendingDays,
                t.expiryMonths(),
                t.excludedCategories(),
                t.clawback(),
                t.debtCap());
    }
}
