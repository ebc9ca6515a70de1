package shutaf.economics;

import java.time.LocalDate;

/**
 * The business days of a report.
 *
 * @param from first day
 * @param to last day, inclusive
 */
public record ReportDays(LocalDate from, LocalDate to) {
    /** Refuses days turned round. */
    public ReportDays {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("days " + from + " to " + to);
        }
    }
}
