package shutaf.reports.retention;

import shutaf.purchase.CustomerDay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What coming back is worth, and how often silence is broken.
 *
 * @param customers distinct customers
 * @param repeatCustomers those of them with at least two days of purchase
 * @param revenue money of all days, minor units
 * @param firstDayRevenue money of customers' first days
 * @param repeatCustomersRevenue money of all days of repeat customers
 * @param silences silences that reached the given length: a gap between two purchases, or the time
 *     from the last purchase to the end of the window
 * @param broken those of them after which the customer bought again
 */
public record RepeatBuying(
        long customers,
        long repeatCustomers,
        long revenue,
        long firstDayRevenue,
        long repeatCustomersRevenue,
        long silences,
        long broken) {

    /**
     * Reads the figures off a history in one pass, without keeping customers.
     *
     * @param days ordered by customer, then by date; the same day twice counts as one day
     * @param silentDays how many days without a purchase make a silence, at least 1
     * @param obsEnd last day of the window
     * @throws IllegalArgumentException when a customer's days are not in order
     */
    public static RepeatBuying of(Stream<CustomerDay> days, int silentDays, LocalDate obsEnd) {
        if (silentDays < 1) {
            throw new IllegalArgumentException("a silence of " + silentDays + " days is none");
        }
        Fold fold = new Fold(silentDays, obsEnd);
        days.forEachOrdered(fold::add);
        return fold.end();
    }

    /** Money of days after the first as a share of all, 0 to 1; NaN without any money. */
    public double repeatRevenueShare() {
        return (double) (revenue - firstDayRevenue) / revenue;
    }

    /** Money of repeat customers as a share of all, 0 to 1; NaN without any money. */
    public double repeatCustomersRevenueShare() {
        return (double) repeatCustomersRevenue / revenue;
    }

    /** Broken silences as a share of all that lasted long enough, 0 to 1; NaN without any. */
    public double reactivationRate() {
        return (double) broken / silences;
    }

    private static final class Fold {
        private final int silentDays;
        private final LocalDate obsEnd;
        private Optional<CustomerDay> last = Optional.empty();
        private long days;
        private long spent;
        private boolean firstDay;
        private long customers;
        private long repeatCustomers;
        private long revenue;
        private long firstDayRevenue;
        private long repeatCustomersRevenue;
        private long silences;
        private long broken;

        Fold(int silentDays, LocalDate obsEnd) {
            this.silentDays = silentDays;
            this.obsEnd = obsEnd;
        }

        void add(CustomerDay day) {
            boolean same = last.isPresent() && last.get().customerId().equals(day.customerId());
            if (!same) {
                finish();
                firstDay = true;
                days = 1;
            } else if (!day.date().equals(last.get().date())) {
                gap(last.get().date(), day.date());
                firstDay = false;
                days++;
            }
            revenue = Math.addExact(revenue, day.amountMinor());
            spent = Math.addExact(spent, day.amountMinor());
            firstDayRevenue += firstDay ? day.amountMinor() : 0;
            last = Optional.of(day);
        }

        private void gap(LocalDate from, LocalDate to) {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "history is not ordered: " + to + " after " + from);
            }
            if (ChronoUnit.DAYS.between(from, to) >= silentDays) {
                silences++;
                broken++;
            }
        }

        private void finish() {
            if (last.isEmpty()) {
                return;
            }
            customers++;
            if (days > 1) {
                repeatCustomers++;
                repeatCustomersRevenue += spent;
            }
            if (ChronoUnit.DAYS.between(last.get().date(), obsEnd) >= silentDays) {
                silences++;
            }
            spent = 0;
        }

        RepeatBuying end() {
            finish();
            return new RepeatBuying(
                    customers,
                    repeatCustomers,
                    revenue,
                    firstDayRevenue,
                    repeatCustomersRevenue,
                    silences,
                    broken);
        }
    }
}
