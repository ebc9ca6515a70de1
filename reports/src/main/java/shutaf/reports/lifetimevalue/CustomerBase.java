package shutaf.reports.lifetimevalue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All customers of a purchase history as the models see them, in the order of their ids.
 *
 * <p>x counts distinct days of purchase after the first, up to and including the end of
 * calibration; several rows of one day are one purchase. Time is days/7.
 *
 * @param calibrationEnd last day that the models may see
 * @param holdoutEnd last day of the time that forecasts are checked against; calibrationEnd where
 *     there is none
 * @param customers those who bought by the end of calibration
 * @param newInHoldout customers whose first purchase came later: no model can know them
 * @param daysAfterHoldout days of purchase after the end of the holdout, which count nowhere
 */
public record CustomerBase(
        LocalDate calibrationEnd,
        LocalDate holdoutEnd,
        List<CustomerSummary> customers,
        long newInHoldout,
        long daysAfterHoldout) {

    private static final double DAYS_A_WEEK = 7;

    /** Keeps its own list; the holdout cannot end before it starts. */
    public CustomerBase {
        if (holdoutEnd.isBefore(calibrationEnd)) {
            throw new IllegalArgumentException("the holdout ends on " + holdoutEnd
                    + ", before calibration does, on " + calibrationEnd);
        }
        customers = customers instanceof CustomerColumns columns ? columns : List.copyOf(customers);
    }

    /** Sums the history up; rows may come in any order. */
    public static CustomerBase of(
            Stream<DayTotal> history, LocalDate calibrationEnd, LocalDate holdoutEnd) {
        NavigableMap<String, NavigableMap<LocalDate, BigDecimal>> byCustomer = new TreeMap<>();
        history.forEach(day -> byCustomer
                .computeIfAbsent(day.customerId(), unused -> new TreeMap<>())
                .merge(day.date(), day.amount(), BigDecimal::add));
        List<CustomerSummary> customers = new ArrayList<>();
        long fresh = 0;
        long after = 0;
        for (var entry : byCustomer.entrySet()) {
            NavigableMap<LocalDate, BigDecimal> days = entry.getValue();
            after += days.tailMap(holdoutEnd, false).size();
            LocalDate first = days.firstKey();
            if (!first.isAfter(calibrationEnd)) {
                customers.add(summary(entry.getKey(), days, calibrationEnd, holdoutEnd));
            } else if (!first.isAfter(holdoutEnd)) {
                fresh++;
            }
        }
        return new CustomerBase(calibrationEnd, holdoutEnd, customers, fresh, after);
    }

    private static CustomerSummary summary(
            String customerId,
            NavigableMap<LocalDate, BigDecimal> days,
            LocalDate calibrationEnd,
            LocalDate holdoutEnd) {
        LocalDate first = days.firstKey();
        NavigableMap<LocalDate, BigDecimal> seen = days.headMap(calibrationEnd, true);
        Map<LocalDate, BigDecimal> repeats = seen.tailMap(first, false);
        Map<LocalDate, BigDecimal> holdout = days.subMap(calibrationEnd, false, holdoutEnd, true);
        int x = repeats.size();
        BigDecimal spend = sum(repeats);
        BuyingPattern pattern =
                new BuyingPattern(x, weeks(first, seen.lastKey()), weeks(first, calibrationEnd));
        return new CustomerSummary(
                customerId,
                first,
                pattern,
                spend,
                CustomerColumns.mean(spend, x),
                holdout.size(),
                sum(holdout));
    }

    private static BigDecimal sum(Map<LocalDate, BigDecimal> days) {
        return days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS_A_WEEK;
    }

    /** Their buying patterns, equal ones together. */
    public Patterns patterns() {
        return Patterns.of(customers.stream().map(CustomerSummary::pattern));
    }

    /** Length of the holdout in weeks; 0 where there is none. */
    public double holdoutWeeks() {
        return weeks(calibrationEnd, holdoutEnd);
    }
}
