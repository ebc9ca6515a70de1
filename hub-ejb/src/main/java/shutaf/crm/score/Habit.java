package shutaf.crm.score;

import java.time.temporal.ChronoUnit;

/**
 * How somebody used to buy and how long they have been silent since: why a score is what it is, in
 * words that need no model.
 *
 * @param buys days of purchase
 * @param overDays days from the first of them to the end of what is known
 * @param everyDays days from one to the next, on average; 0 for a single one
 * @param silentDays days since the last of them
 */
public record Habit(long buys, long overDays, long everyDays, long silentDays) {
    /** How the silence compares with what is usual for this member. */
    public enum Pace {
        /** Bought once: nothing is usual. */
        ONCE,
        /** Bought twice: one gap is no habit yet. */
        TWICE,
        /** Less than one and a half usual gaps. */
        USUAL,
        /** Less than three. */
        LONGER,
        /** Three or more. */
        UNUSUAL
    }

    /** Read off a score. */
    public static Habit of(Score score) {
        long between = ChronoUnit.DAYS.between(score.first(), score.last());
        long gaps = score.repeats();
        return new Habit(
                gaps + 1,
                ChronoUnit.DAYS.between(score.first(), score.asOf()),
                gaps == 0 ? 0 : Math.max(1, (2 * between + gaps) / (2 * gaps)),
                ChronoUnit.DAYS.between(score.last(), score.asOf()));
    }

    /** How long the silence is. */
    public Pace pace() {
        if (buys <= 2) {
            return buys == 1 ? Pace.ONCE : Pace.TWICE;
        }
        if (2 * silentDays < 3 * everyDays) {
            return Pace.USUAL;
        }
        return silentDays < 3 * everyDays ? Pace.LONGER : Pace.UNUSUAL;
    }
}
