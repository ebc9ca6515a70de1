package shutaf.reports.retention;

import shutaf.purchase.CustomerDay;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What recency, frequency, money and survival need of one customer; one small row a customer.
 *
 * @param customerId the customer
 * @param first first day of purchase
 * @param second second day of purchase; equal to {@code first} when there is none
 * @param last last day of purchase
 * @param days distinct days of purchase
 * @param amountMinor money of all days, minor units
 */
public record CustomerHistory(
        String customerId,
        LocalDate first,
        LocalDate second,
        LocalDate last,
        long days,
        long amountMinor) {

    /**
     * One row a customer, in the order in which customers appear.
     *
     * @param purchases each customer's days in ascending order; the same day twice counts once, its
     *     amounts are added
     */
    public static List<CustomerHistory> of(Stream<CustomerDay> purchases) {
        Map<String, CustomerHistory> customers = new LinkedHashMap<>();
        purchases.forEachOrdered(day -> customers.merge(
                day.customerId(),
                new CustomerHistory(
                        day.customerId(), day.date(), day.date(), day.date(), 1, day.amountMinor()),
                CustomerHistory::then));
        return List.copyOf(customers.values());
    }

    private CustomerHistory then(CustomerHistory day) {
        if (day.last.isBefore(last)) {
            throw new IllegalArgumentException(
                    "history of " + customerId + " is not ordered: " + day.last + " after " + last);
        }
        boolean sameDay = day.last.equals(last);
        return new CustomerHistory(
                customerId,
                first,
                days == 1 ? day.last : second,
                day.last,
                sameDay ? days : days + 1,
                Math.addExact(amountMinor, day.amountMinor));
    }
}
