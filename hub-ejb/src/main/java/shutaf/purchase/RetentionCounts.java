package shutaf.purchase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All that retention figures are worked out from, counted by the database: as long as there are
 * months, days and scores, however many customers there are. Empty lists when nobody bought yet.
 *
 * @param cohorts who was active when, by month of the first purchase
 * @param firstDays customers by the day of their first purchase
 * @param last last day with a purchase; null when nobody bought yet
 * @param customerDays pairs of customer and day of purchase
 * @param repeatCustomers customers with at least two days of purchase
 * @param again time from the first day of purchase to the second; who has none was watched until
 *     {@code last}
 * @param lost time from the first day of purchase to the last, an event where more than 180 days
 *     have passed since
 * @param grades customers by their six scores
 * @param more groups, redemptions and sums, as {@link Tally} says
 */
public record RetentionCounts(
        List<Cohort> cohorts,
        List<FirstDay> firstDays,
        LocalDate last,
        long customerDays,
        long repeatCustomers,
        List<Wait> again,
        List<Wait> lost,
        List<Grade> grades,
        List<Tally> more) {

    /** Back within so many days counts as soon. */
    public static final int SOON_DAYS = 90;

    /** After so many days without a purchase a customer counts as lost. */
    public static final int LOST_DAYS = 180;

    /** So many days without a purchase are a silence that can be broken. */
    public static final int SILENT_DAYS = 90;

    /** Scores go from 1 to this, which is best. */
    public static final int PARTS = 5;

    /** Keeps its own lists. */
    public RetentionCounts {
        cohorts = List.copyOf(cohorts);
        firstDays = List.copyOf(firstDays);
        again = List.copyOf(again);
        lost = List.copyOf(lost);
        grades = List.copyOf(grades);
        more = List.copyOf(more);
    }

    /** Everything but the cohorts as counts of one shape. */
    public List<Tally> tallies() {
        List<Tally> all = new ArrayList<>(more);
        again.forEach(wait -> wait.addTo(all, "second", ""));
        lost.forEach(wait -> wait.addTo(all, "churn", ""));
        for (Grade g : grades) {
            all.add(new Tally("rfm.parts", "", g.rNtile, g.fNtile, g.mNtile, g.customers));
            all.add(new Tally("rfm.ties", "", g.rTie, g.fTie, g.mTie, g.customers));
        }
        return all;
    }

    /**
     * Customers of one cohort in one month.
     *
     * @param cohort first day of the month of their first purchase
     * @param month first day of the month looked at, not before it
     * @param active how many bought in it
     */
    public record Cohort(LocalDate cohort, LocalDate month, long active) {}

    /**
     * Customers who began on one day.
     *
     * @param day the day
     * @param customers how many
     * @param soon those of them with a second day of purchase within {@link #SOON_DAYS}
     */
    public record FirstDay(LocalDate day, long customers, long soon) {}

    /**
     * Customers who were watched equally long.
     *
     * @param days how long
     * @param events those to whom it happened then
     * @param censored those whose watching ended then
     */
    public record Wait(long days, long events, long censored) {
        /** Adds who it happened to, and who not, where there are any. */
        void addTo(List<Tally> tallies, String figure, String group) {
            if (events > 0) {
                tallies.add(new Tally(figure, group, days, 1, 0, events));
            }
            if (censored > 0) {
                tallies.add(new Tally(figure, group, days, 0, 0, censored));
            }
        }
    }

    /**
     * Customers with the same scores; {@code Ntile} by equal parts, ties by the member's number as
     * text in byte order, {@code Tie} with equal values together.
     *
     * @param customers how many
     */
    public record Grade(
            int rNtile, int fNtile, int mNtile, int rTie, int fTie, int mTie, long customers) {

        /** From the six scores as one number of six digits. */
        static Grade of(int digits, long customers) {
            return new Grade(
                    digits / 100_000,
                    digits / 10_000 % 10,
                    digits / 1_000 % 10,
                    digits / 100 % 10,
                    digits / 10 % 10,
                    digits % 10,
                    customers);
        }
    }
}
