package shutaf.demo;

import java.time.OffsetDateTime;

/**
 * One invented redemption, to be sent through the hub's own redemption door.
 *
 * @param partner where the points are spent; the partner that gave most of them is another one
 * @param receipt the redemption's own receipt key
 * @param happenedAt within the ten weeks before the demo's day, at the latest the day before it
 * @param member who redeems
 * @param points to hold, a multiple of 20 (20 points are worth 1.00 ILS); the member has earned at
 *     least as many before, by the base rule and after earlier redemptions
 * @param then what follows the hold
 * @param captured points to capture; fewer than held only for CAPTURED_IN_PART, 0 for VOIDED
 */
public record DemoRedemption(
        DemoPartner partner,
        DemoReceipt.Key receipt,
        OffsetDateTime happenedAt,
        DemoMember member,
        long points,
        Then then,
        long captured) {

    /** What follows a hold. */
    public enum Then {
        /** Captured in full. */
        CAPTURED,
        /** Captured with fewer points than were held. */
        CAPTURED_IN_PART,
        /** Given up at the till. */
        VOIDED,
        /** Captured in full and later taken back because goods came back. */
        REVERSED
    }
}
