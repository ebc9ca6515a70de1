package shutaf.reports.retention;

import shutaf.purchase.CustomerDay;
import shutaf.purchase.RetentionCounts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Walks a history customer by customer and keeps only counts.
 *
 * <p>A customer is finished when the next id appears; what stays of it is one in its cohort, one in
 * each later month it was active in, and one on its first day (the end of the window, which decides
 * who had 90 days, is known only after the last row).
 */
final class RetentionFold {
    private final RetentionTally tally = new RetentionTally();
    private Optional<CustomerDay> last = Optional.empty();
    private LocalDate first = LocalDate.MIN;
    private int daysOfCustomer;

    void add(CustomerDay day) {
        boolean sameCustomer = last.isPresent() && last.get().customerId().equals(day.customerId());
        if (sameCustomer && last.get().date().equals(day.date())) {
            return;
        }
        last.ifPresent(before -> refuseDisorder(before, day));
        tally.day(day.date());
        if (sameCustomer) {
            laterDay(last.get().date(), day.date());
        } else {
            firstDay(day.date());
        }
        last = Optional.of(day);
    }

    private static void refuseDisorder(CustomerDay before, CustomerDay day) {
        int order = before.customerId().compareTo(day.customerId());
        if (order > 0 || (order == 0 && before.date().isAfter(day.date()))) {
            throw new IllegalArgumentException("history is not ordered by customer and date: "
                    + day.customerId() + " " + day.date() + " after " + before.customerId() + " "
                    + before.date());
        }
    }

    private void firstDay(LocalDate date) {
        first = date;
        daysOfCustomer = 1;
        tally.active(YearMonth.from(date), 0, 1);
        tally.began(date);
    }

    private void laterDay(LocalDate previous, LocalDate date) {
        daysOfCustomer++;
        if (daysOfCustomer == 2) {
            long days = ChronoUnit.DAYS.between(first, date);
            tally.back(first, days <= RetentionCounts.SOON_DAYS);
        }
        YearMonth month = YearMonth.from(date);
        if (!month.equals(YearMonth.from(previous))) {
            YearMonth cohort = YearMonth.from(first);
            tally.active(cohort, (int) ChronoUnit.MONTHS.between(cohort, month), 1);
        }
    }

    RetentionFigures figures() {
        if (last.isEmpty()) {
            throw new IllegalArgumentException("a history without any purchase has no figures");
        }
        return tally.figures();
    }
}
