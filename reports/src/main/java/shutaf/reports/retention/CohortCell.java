package shutaf.reports.retention;

import java.time.YearMonth;

/**
 * How much of one cohort bought again in one later month.
 *
 * @param cohort the calendar month of the customers' first purchase
 * @param k whole calendar months after the cohort's month; 0 is the month itself
 * @param active distinct customers of the cohort with at least one purchase in month cohort + k
 * @param size customers of the cohort
 */
public record CohortCell(YearMonth cohort, int k, long active, long size) {

    /** Refuses a share that cannot be: nobody is active beyond the cohort. */
    public CohortCell {
        if (k < 0 || size <= 0 || active < 0 || active > size) {
            throw new IllegalArgumentException(
                    "impossible cell " + cohort + "+" + k + ": " + active + " of " + size);
        }
    }

    /** Active customers as a share of the cohort, 0 to 1. */
    public double rate() {
        return (double) active / size;
    }

    /** The calendar month that the cell looks at. */
    public YearMonth month() {
        return cohort.plusMonths(k);
    }
}
