package shutaf.reports.retention;

import shutaf.purchase.RetentionCounts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts that cohorts and repeat rates are made of, whoever counted: the walk in Java or the
 * database.
 */
final class RetentionTally {

    /** Cohort month to active customers by k; index 0 is the cohort's size. */
    private final NavigableMap<YearMonth, List<Long>> active = new TreeMap<>();

    /** First day to {customers, customers back within the window}. */
    private final NavigableMap<LocalDate, long[]> firstDays = new TreeMap<>();

    private LocalDate obsEnd = LocalDate.MIN;
    private long customerDays;
    private long repeatCustomers;

    /** What the database has counted. */
    static RetentionTally of(RetentionCounts counts) {
        RetentionTally tally = new RetentionTally();
        counts.cohorts().forEach(c -> {
            YearMonth cohort = YearMonth.from(c.cohort());
            tally.active(
                    cohort,
                    (int) ChronoUnit.MONTHS.between(cohort, YearMonth.from(c.month())),
                    c.active());
        });
        counts.firstDays()
                .forEach(d -> tally.firstDays.put(d.day(), new long[] {d.customers(), d.soon()}));
        tally.obsEnd = counts.last();
        tally.customerDays = counts.customerDays();
        tally.repeatCustomers = counts.repeatCustomers();
        return tally;
    }

    /** So many more of the cohort were active k months later. */
    void active(YearMonth cohort, int k, long customers) {
        List<Long> counts = active.computeIfAbsent(cohort, unused -> new ArrayList<>());
        while (counts.size() <= k) {
            counts.add(0L);
        }
        counts.set(k, counts.get(k) + customers);
    }

    /** One more pair of customer and day. */
    void day(LocalDate day) {
        customerDays++;
        if (day.isAfter(obsEnd)) {
            obsEnd = day;
        }
    }

    /** One more customer began on that day. */
    void began(LocalDate day) {
        firstDays.computeIfAbsent(day, unused -> new long[2])[0]++;
    }

    /** One more who began on that day came back; soon or not. */
    void back(LocalDate first, boolean soon) {
        repeatCustomers++;
        if (soon) {
            firstDays.get(first)[1]++;
        }
    }

    /** The figures; there must be at least one customer. */
    RetentionFigures figures() {
        long customers = 0;
        long eligible = 0;
        long back = 0;
        for (var day : firstDays.entrySet()) {
            customers += day.getValue()[0];
            if (!day.getKey().plusDays(RetentionCounts.SOON_DAYS).isAfter(obsEnd)) {
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
            long size = counts.get(0);
            long months = ChronoUnit.MONTHS.between(cohort, lastMonth);
            for (int k = 0; k <= months; k++) {
                cells.add(new CohortCell(cohort, k, k < counts.size() ? counts.get(k) : 0, size));
            }
        });
        return cells;
    }
}
