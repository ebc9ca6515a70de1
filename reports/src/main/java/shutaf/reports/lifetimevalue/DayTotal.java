package shutaf.reports.lifetimevalue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What one customer paid on one day, all receipts together.
 *
 * @param customerId any text that stays the same for the customer
 * @param date the day
 * @param amount the exact sum of the day; may be zero, or below where returns outweigh
 */
public record DayTotal(String customerId, LocalDate date, BigDecimal amount) {

    /** Nothing may be missing. */
    public DayTotal {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
    }
}
