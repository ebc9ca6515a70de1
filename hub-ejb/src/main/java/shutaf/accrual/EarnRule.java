package shutaf.accrual;

import shutaf.purchase.PurchaseLine;
import shutaf.shared.BusinessDay;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * A bonus on top of the agreement's base rate. Within a stacking group the highest priority wins;
 * groups add up.
 *
 * @param id number of this version
 * @param name the rule's name as people know it
 * @param version grows by one with each change
 * @param group stacking group
 * @param priority the highest in its group wins; equal ones by the lower id
 * @param from first instant at which it counts
 * @param until first instant at which it no longer counts
 * @param weekdays days on which it counts, empty for all
 * @param category the lines it counts for, empty for all lines that earn
 * @param pointsPerUnit additional points per full major unit
 * @param capPerReceipt most points it gives for one receipt
 */
public record EarnRule(
        long id,
        String name,
        int version,
        String group,
        int priority,
        Instant from,
        Instant until,
        Set<DayOfWeek> weekdays,
        Optional<String> category,
        int pointsPerUnit,
        Optional<Long> capPerReceipt) {

    /** Whether the rule was in force when the purchase happened. */
    boolean countsAt(Instant happenedAt) {
        ZonedDateTime local = happenedAt.atZone(BusinessDay.ZONE);
        return !happenedAt.isBefore(from)
                && happenedAt.isBefore(until)
                && (weekdays.isEmpty() || weekdays.contains(local.getDayOfWeek()));
    }

    /** Whether a line that earns at all is one of those the rule is for. */
    boolean isFor(PurchaseLine line) {
        return category.isEmpty() || line.categories().contains(category.get());
    }
}
