package shutaf.purchase;

/**
 * What kind of customer a member is, by what they are expected to do: the first that fits, in the
 * order of the constants. Worked out with the scores each night and kept beside them, so that every
 * list and filter means the same members.
 */
public enum Segment {
    /** Too little history for any forecast. */
    UNKNOWN,
    /** First bought at most 13 weeks ago, likely to come back, in the more valuable half. */
    PROMISING_NEW,
    /** Bought once. */
    ONE_TIME,
    /** Came back once, and will hardly again. */
    PROBABLY_LOST,
    /** Came back, and rather will not again. */
    ABOUT_TO_LOSE,
    /** Likely to come back, in the two most valuable tenths. */
    CHAMPIONS,
    /** Likely to come back, as on five days or more before. */
    LOYAL,
    /** Likely to come back. */
    OCCASIONAL;

    /** Weeks since the first purchase within which somebody is new. */
    public static final int NEW_WEEKS = 13;

    /** The last tenth of value in which somebody new is promising. */
    public static final int PROMISING_TENTH = 5;

    /** The last tenth of value of champions. */
    public static final int CHAMPION_TENTH = 2;

    /** Days of purchase after the first from which somebody is loyal. */
    public static final int LOYAL_REPEATS = 5;

    /** Below this chance of another purchase, in millionths, a member is being lost. */
    public static final long LOSING = 500_000;

    /** Below this one, a member probably is lost. */
    public static final long LOST = 100_000;

    private static final int DAYS_A_WEEK = 7;

    /**
     * What a segment is decided by.
     *
     * @param repeats days of purchase after the first
     * @param daysKnown days since the first purchase
     * @param aliveMillionths chance of another purchase; below 0 where no model says
     * @param decile tenth of value, 1 the most valuable; 0 where there is no value
     */
    public record Signs(int repeats, long daysKnown, long aliveMillionths, int decile) {}

    /** The segment of these signs. */
    public static Segment of(Signs signs) {
        if (signs.aliveMillionths < 0) {
            return UNKNOWN;
        }
        boolean valued = signs.decile > 0;
        boolean likely = signs.aliveMillionths >= LOSING;
        boolean fresh = signs.daysKnown <= NEW_WEEKS * DAYS_A_WEEK;
        if (fresh && likely && valued && signs.decile <= PROMISING_TENTH) {
            return PROMISING_NEW;
        }
        if (signs.repeats == 0) {
            return ONE_TIME;
        }
        if (!likely) {
            return signs.aliveMillionths < LOST ? PROBABLY_LOST : ABOUT_TO_LOSE;
        }
        if (valued && signs.decile <= CHAMPION_TENTH) {
            return CHAMPIONS;
        }
        return signs.repeats >= LOYAL_REPEATS ? LOYAL : OCCASIONAL;
    }

    /**
     * The condition that a member is of a segment, for the column of a member's number. Its two
     * values are the number of the partner whose scores count, 0 for the coalition's, and the name
     * of the segment.
     */
    public static String condition(String member) {
        return member + " in (select s.member_id from lifetime_score s"
                + " where s.partner_id = ? and s.segment = ?)";
    }
}
