package shutaf.reports.retention;

import java.time.LocalDate;

/**
 * How many customers came back at all, and how many came back soon.
 *
 * @param customers distinct customers
 * @param customerDays distinct pairs of customer and day
 * @param obsStart first day with a purchase
 * @param obsEnd last day with a purchase; its month may be partial
 * @param repeatCustomers customers with at least two days of purchase in the whole window
 * @param eligible90d customers whose first 90 days after the first purchase lie inside the window
 * @param repeat90d those of them whose second day of purchase is 1 to 90 days after the first
 */
public record RetentionSummary(
        long customers,
        long customerDays,
        LocalDate obsStart,
        LocalDate obsEnd,
        long repeatCustomers,
        long eligible90d,
        long repeat90d) {

    /** Repeat customers as a share of all, 0 to 1. */
    public double repeatRateAll() {
        return (double) repeatCustomers / customers;
    }

    /**
     * Customers back within 90 days as a share of those who had 90 days to come back, 0 to 1; NaN
     * when nobody had 90 days yet, because zero would read as "nobody came back".
     */
    public double repeatRate90d() {
        return (double) repeat90d / eligible90d;
    }
}
