package shutaf.reports.lifetimevalue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A forecast held against what came: week by week, and by how often customers had bought before.
 * The error stands beside every forecast, because these models miss by 5 to 40 percent.
 *
 * @param weeks the holdout in weeks; the last may be shorter
 * @param classes by x: 0 to 6, and 7 or more
 * @param actual purchases that came
 * @param expected purchases that were expected
 * @param meanAbsoluteError mean over customers of the difference between the two
 */
public record HoldoutCheck(
        List<Week> weeks,
        List<FrequencyClass> classes,
        long actual,
        double expected,
        double meanAbsoluteError) {

    private static final int OPEN_CLASS = 7;
    private static final int DAYS = 7;

    /** Keeps its own lists. */
    public HoldoutCheck {
        weeks = List.copyOf(weeks);
        classes = List.copyOf(classes);
    }

    /**
     * One week of the holdout.
     *
     * @param last its last day
     * @param actual purchases that came in it
     * @param expected purchases that were expected in it
     */
    public record Week(LocalDate last, long actual, double expected) {

        /** By how much the forecast is off, as {@link HoldoutCheck#miss}. */
        public double miss() {
            return HoldoutCheck.miss(actual, expected);
        }
    }

    /**
     * Customers who had bought equally often.
     *
     * @param x repeat purchases in calibration
     * @param andMore true for the last class, which is open upwards
     * @param customers how many
     * @param actual purchases that came, of all of them
     * @param expected purchases that were expected, of all of them
     */
    public record FrequencyClass(
            int x, boolean andMore, long customers, long actual, double expected) {

        /** The class as people write it: {@code 3}, or {@code 7+} for the open one. */
        public String label() {
            return x + (andMore ? "+" : "");
        }

        /** Purchases that came, a customer. */
        public double actualEach() {
            return (double) actual / customers;
        }

        /** Purchases that were expected, a customer. */
        public double expectedEach() {
            return expected / customers;
        }

        /** By how much the forecast is off, as {@link HoldoutCheck#miss}. */
        public double miss() {
            return HoldoutCheck.miss(actual, expected);
        }
    }

    /**
     * Holds the model's forecasts against the holdout.
     *
     * @param history at least the purchases after calibration; others are skipped
     */
    public static HoldoutCheck of(BuyingModel model, CustomerBase base, Stream<DayTotal> history) {
        Map<BuyingPattern, Double> forecasts = new HashMap<>();
        double weeks = base.holdoutWeeks();
        long[] customers = new long[OPEN_CLASS + 1];
        long[] actual = new long[OPEN_CLASS + 1];
        double[] expected = new double[OPEN_CLASS + 1];
        double missed = 0;
        for (CustomerSummary customer : base.customers()) {
            double forecast = forecasts.computeIfAbsent(
                    customer.pattern(), pattern -> model.expected(pattern, weeks));
            int at = Math.min(OPEN_CLASS, customer.pattern().x());
            customers[at]++;
            actual[at] += customer.holdoutDays();
            expected[at] += forecast;
            missed += Math.abs(customer.holdoutDays() - forecast);
        }
        List<FrequencyClass> classes = new ArrayList<>();
        long came = 0;
        double awaited = 0;
        for (int x = 0; x <= OPEN_CLASS; x++) {
            classes.add(
                    new FrequencyClass(x, x == OPEN_CLASS, customers[x], actual[x], expected[x]));
            came += actual[x];
            awaited += expected[x];
        }
        double error =
                base.customers().isEmpty() ? 0 : missed / base.customers().size();
        return new HoldoutCheck(byWeek(model, base, history), classes, came, awaited, error);
    }

    /** How far the expected total lies from what came, as a share of it; NaN when nothing came. */
    public double miss() {
        return miss(actual, expected);
    }

    private static double miss(long actual, double expected) {
        return actual == 0 ? Double.NaN : (expected - actual) / actual;
    }

    /** The classes that have customers: an empty one has no mean to show. */
    public List<FrequencyClass> filledClasses() {
        return classes.stream().filter(c -> c.customers() > 0).toList();
    }

    private static List<Week> byWeek(
            BuyingModel model, CustomerBase base, Stream<DayTotal> history) {
        long days = ChronoUnit.DAYS.between(base.calibrationEnd(), base.holdoutEnd());
        int count = (int) ((days + DAYS - 1) / DAYS);
        long[] actual = actualByWeek(base, history, count);
        Patterns patterns = base.patterns();
        List<Week> weeks = new ArrayList<>();
        double before = 0;
        for (int week = 0; week < count; week++) {
            long until = Math.min(days, (week + 1L) * DAYS);
            double sum = 0;
            for (int k = 0; k < patterns.size(); k++) {
                sum += patterns.customers(k)
                        * model.expected(patterns.pattern(k), (double) until / DAYS);
            }
            weeks.add(new Week(base.calibrationEnd().plusDays(until), actual[week], sum - before));
            before = sum;
        }
        return weeks;
    }

    private static long[] actualByWeek(CustomerBase base, Stream<DayTotal> history, int count) {
        Map<String, LocalDate> known = new HashMap<>();
        base.customers().forEach(c -> known.put(c.customerId(), c.first()));
        long[] actual = new long[count];
        history.filter(day -> known.containsKey(day.customerId()))
                .filter(day -> day.date().isAfter(base.calibrationEnd())
                        && !day.date().isAfter(base.holdoutEnd()))
                .forEach(day -> {
                    long after = ChronoUnit.DAYS.between(base.calibrationEnd(), day.date());
                    actual[(int) ((after - 1) / DAYS)]++;
                });
        return actual;
    }
}
