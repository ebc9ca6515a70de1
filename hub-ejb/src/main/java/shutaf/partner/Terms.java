package shutaf.partner;

import shutaf.shared.Money;

import java.time.LocalDate;
import java.util.Set;

/**
 * What was agreed with a partner, in force from a day on.
 *
 * @param validFrom first business day
 * @param pointsPerUnit points per full major unit paid (1 = one point per full shekel)
 * @param pricePer100Points minor units the partner pays for 100 points it issues
 * @param refundPer100Points minor units the partner receives for 100 points it accepts
 * @param pendingDays days before earned points may be spent
 * @param expiryMonths months that points live from the day they may be spent
 * @param excludedCategories categories that earn nothing
 * @param clawback how far a return may take points that were already spent
 * @param debtCap most points that a member may come to owe
 */
public record Terms(
        LocalDate validFrom,
        int pointsPerUnit,
        long pricePer100Points,
        long refundPer100Points,
        int pendingDays,
        int expiryMonths,
        Set<String> excludedCategories,
        Clawback clawback,
        long debtCap) {

    /** What a return does when the points are no longer there; see the rules of returns. */
    public enum Clawback {
        /** Takes only points that are still pending. */
        ONLY_PENDING,
        /** Takes what the member has. */
        WITHIN_BALANCE,
        /** Takes what the member has and leaves the rest as a debt, settled by later earning. */
        UNLIMITED
    }

    /** What issuing these points costs the partner; half an agora rounds up, once per journal. */
    public Money price(long points, String currency) {
        return new Money(perHundred(points, pricePer100Points), currency);
    }

    /**
     * What the partner receives for accepting these points; half an agora rounds up, once per
     * journal.
     */
    public Money refund(long points, String currency) {
        return new Money(perHundred(points, refundPer100Points), currency);
    }

    private static long perHundred(long points, long rate) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(points, rate), 50), 100);
    }
}
