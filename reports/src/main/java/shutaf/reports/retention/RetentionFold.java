package shutaf.reports.retention;

import shutaf.purchase.CustomerDay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Walks a history customer by customer and keeps only counts.
 *
 * <p>A customer is finished when the next id appears; what stays of it is one in its cohort, one in
 * each later month it was active in, and one on its first day (the end of the window, which decides
 * who had 90 days, is known only after the last row).
 */
final class RetentionFold {

    private static final int REPEAT_WINDOW_DAYS = 90;

    /** Cohort month to active customers by k; index 0 is the cohort's size. */
    private final NavigableMap<YearMonth, List<Long>> active = new TreeMap<>();

    /** First day to {customers, customers back within the window}. */
    private final NavigableMap<LocalDate, long[]> firstDays = new TreeMap<>();

    private Optional<CustomerDay> last = Optional.empty();
    private LocalDate first = LocalDate.MIN;
    private LocalDate obsEnd = LocalDate.MIN;
    private int daysOfCustomer;
    private long customerDays;
    private long repeatCustomers;

    void add(CustomerDay day) {
        boolean sameCustomer = last.isPresent() && last.get().customerId().equals(day.customerId());
        if (sameCustomer && last.get().date().equals(day.date())) {
            return;
        }
        last.ifPresent(before -> refuseDisorder(before, day));
        customerDays++;
        if (day.date().isAfter(obsEnd)) {
            obsEnd = day.date();
        }
        if (sameCustomer) {
            laterDay(last.get().date(), day.date());
        } else {
            firstDay(day.date());
        }
        last = Optional.of(day);
    }

    /** Whether there was no purchase at all: then there are no figures. */
    boolean isEmpty() {
        return last.isEmpty();
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
        countActive(YearMonth.from(date), 0);
        firstDays.computeIfAbsent(date, unused -> new long[2])[0]++;
    }

    private void laterDay(LocalDate previous, LocalDate date) {
        daysOfCustomer++;
        if (daysOfCustomer == 2) {
            repeatCustomers++;
            if (ChronoUnit.DAYS.between(first, date) <= REPEAT_WINDOW_DAYS) {
                firstDays.computeIfAbsent(first, unused -> new long[2])[1]++;
            }
        }
        YearMonth month = YearMonth.from(date);
        if (!month.equals(YearMonth.from(previous))) {
            YearMonth cohort = YearMonth.from(first);
            countActive(cohort, (int) ChronoUnit.MONTHS.between(cohort, month));
        }
    }

    private void countActive(YearMonth cohort, int k) {
        List<Long> counts = active.computeIfAbsent(cohort, unused -> new ArrayList<>());
        while (counts.size() <= k) {
            counts.add(0L);
        }
        counts.set(k, counts.get(k) + 1);
    }

    RetentionFigures figures() {
        if (last.isEmpty()) {
            throw new IllegalArgumentException("a history without any purchase has no figures");
        }
        long customers = 0;
        long eligible = 0;
        long back = 0;
        for (var day : firstDays.entrySet()) {
            customers += day.getValue()[0];
            if (!day.getKey().plusDays(REPEAT_WINDOW_DAYS).isAfter(obsEnd)) {
                eligible += day.getValue()[0];
                back += day.getValue()[1];
            }
        }
        RetentionSummary summary = new RetentionSummary(
                customers,
                customerDays,
                firstDays.firstKey(),
                obsEnd,
                repeatCustomers,
                eligible,
                back);
        return new RetentionFigures(summary, cells(YearMonth.from(obsEnd)));
    }

    private List<CohortCell> cells(YearMonth lastMonth) {
        List<CohortCell> cells = new ArrayList<>();
        active.forEach((cohort, counts) -> {
            long size = counts.getFirst();
            long months = ChronoUnit.MONTHS.between(cohort, lastMonth);
            for (int k = 0; k <= months; k++) {
                cells.add(new CohortCell(cohort, k, k < counts.size() ? counts.get(k) : 0, size));
            }
        });
        return cells;
    }
}
