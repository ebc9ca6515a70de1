package shutaf.reports.retention;

import shutaf.purchase.CustomerDay;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The retention report as plain figures: who came back, by month of the first purchase.
 *
 * <p>Definitions are printed on the report itself; see {@link CohortCell} and
 * {@link RetentionSummary}. Cells after the last month with data are absent, not zero.
 *
 * @param summary the repeat rates of the whole window
 * @param cells ordered by cohort, then k; every k from 0 to the last data month is present
 */
public record RetentionFigures(RetentionSummary summary, List<CohortCell> cells) {

    /** Keeps its own list, so that figures once read never change under a report. */
    public RetentionFigures {
        cells = List.copyOf(cells);
    }

    /**
     * Reads the figures off a purchase history in one pass; memory grows with months and days, not
     * with customers.
     *
     * @param days ordered by customer id in byte order, then by date (SQL: {@code ORDER BY
     *     customer_id COLLATE "C", day}); the same day twice counts once. The caller closes it.
     * @throws IllegalArgumentException when a row is out of order, or when there is no row at all
     */
    public static RetentionFigures of(Stream<CustomerDay> days) {
        RetentionFold fold = new RetentionFold();
        days.forEachOrdered(fold::add);
        return fold.figures();
    }

    /** Cells by cohort, oldest cohort first. */
    public Map<YearMonth, List<CohortCell>> byCohort() {
        Map<YearMonth, List<CohortCell>> rows = new LinkedHashMap<>();
        for (CohortCell cell : cells) {
            rows.computeIfAbsent(cell.cohort(), month -> new ArrayList<>()).add(cell);
        }
        return rows;
    }

    /**
     * All cohorts together: at each k, active customers of every cohort old enough to have that
     * month, over the sizes of just those cohorts. Young cohorts therefore do not pull late months
     * down.
     */
    public List<AllCohorts> allCohorts() {
        Map<Integer, AllCohorts> sums = new LinkedHashMap<>();
        for (CohortCell cell : cells) {
            sums.merge(
                    cell.k(),
                    new AllCohorts(cell.k(), cell.active(), cell.size(), 1),
                    AllCohorts::plus);
        }
        return sums.values().stream()
                .sorted((one, other) -> Integer.compare(one.k(), other.k()))
                .toList();
    }

    /** True when the last day with data is not the last day of its month. */
    public boolean lastMonthIsPartial() {
        return !summary.obsEnd().equals(YearMonth.from(summary.obsEnd()).atEndOfMonth());
    }

    /**
     * The cohorts that reached month k, added up.
     *
     * @param k months after the first purchase
     * @param active active customers of those cohorts
     * @param size customers of those cohorts
     * @param cohorts how many cohorts reached month k
     */
    public record AllCohorts(int k, long active, long size, int cohorts) {

        /** Weighted share, 0 to 1. */
        public double rate() {
            return (double) active / size;
        }

        private AllCohorts plus(AllCohorts more) {
            return new AllCohorts(
                    k, active + more.active, size + more.size, cohorts + more.cohorts);
        }
    }
}
