package shutaf.purchase;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One customer on one day of purchase: everything bought on that date is one transaction, because a
 * second receipt of the same evening says nothing about coming back.
 *
 * @param customerId any text that stays the same for the customer; rows are ordered by it
 * @param date the day in the programme's zone
 * @param amountMinor what was paid on that day, in minor units of the programme's currency; may be
 *     zero
 */
public record CustomerDay(String customerId, LocalDate date, long amountMinor) {

    /** Refuses missing parts: a row without customer or day would silently shift every figure. */
    public CustomerDay {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(date, "date");
    }
}
