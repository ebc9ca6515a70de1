package shutaf.reports.retention;

/**
 * One customer by recency, frequency and money.
 *
 * <p>Scores are 1 to 5, 5 is best. The {@code Ntile} scores cut the ranked customers into five
 * equal parts, ties broken by customer id; the {@code Tie} scores give equal values the same score.
 *
 * @param customerId the customer
 * @param recencyDays days from the last purchase to the day after the window
 * @param frequency distinct days of purchase
 * @param monetaryMinor money of all days, minor units
 * @param rNtile recency score by equal parts
 * @param fNtile frequency score by equal parts
 * @param mNtile money score by equal parts
 * @param rTie recency score with ties together
 * @param fTie frequency score with ties together
 * @param mTie money score with ties together
 */
public record RfmScore(
        String customerId,
        long recencyDays,
        long frequency,
        long monetaryMinor,
        int rNtile,
        int fNtile,
        int mNtile,
        int rTie,
        int fTie,
        int mTie) {

    /** What to do about a customer; the first rule that matches decides. */
    public enum Segment {
        CHAMPIONS,
        LOYAL,
        POTENTIAL,
        AT_RISK,
        NEEDS_ATTENTION,
        LOST;

        /** The segment of recency and frequency, scored with ties together. */
        public static Segment of(int rTie, int fTie) {
            if (rTie >= 4 && fTie >= 4) {
                return CHAMPIONS;
            }
            if (rTie >= 3 && fTie >= 4) {
                return LOYAL;
            }
            if (rTie >= 4) {
                return POTENTIAL;
            }
            if (rTie <= 2 && fTie >= 4) {
                return AT_RISK;
            }
            return rTie == 3 ? NEEDS_ATTENTION : LOST;
        }
    }

    /** The segment of the scores with ties together. */
    public Segment segment() {
        return Segment.of(rTie, fTie);
    }
}
