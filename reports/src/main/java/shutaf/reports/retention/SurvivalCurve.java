package shutaf.reports.retention;

import shutaf.purchase.RetentionCounts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The Kaplan-Meier estimate of how long something takes to happen, when some have not lived to see
 * it: product-limit with Greenwood's error. Events come before censorings of the same day.
 *
 * @param steps one per day with an event or a censoring, ascending
 */
public record SurvivalCurve(List<Step> steps) {

    private static final List<Long> MARKED_DAYS = List.of(30L, 60L, 90L, 180L, 365L);
    private static final double NORMAL_95 = 1.959963984540054;

    /** Keeps its own list. */
    public SurvivalCurve {
        steps = List.copyOf(steps);
    }

    /**
     * One day of the curve.
     *
     * @param day days since the start
     * @param atRisk customers who had seen neither event nor end before that day
     * @param events customers it happened to on that day
     * @param censored customers whose observation ended on that day
     * @param survival estimated share it has not happened to after that day, 0 to 1
     * @param error Greenwood's standard error of {@code survival}; NaN once survival is 0
     */
    public record Step(
            long day, long atRisk, long events, long censored, double survival, double error) {

        /** Lower end of the 95 percent band of {@code survival}; see {@link #high}. */
        public double low() {
            return band(NORMAL_95);
        }

        /**
         * Upper end of the 95 percent band. Built on ln(-ln S), so that it stays between 0 and 1
         * (Kalbfleisch and Prentice 1980; conf.type "log-log" of R's survival package); a point
         * where S is 1 or 0.
         */
        public double high() {
            return band(-NORMAL_95);
        }

        private double band(double normal) {
            if (survival <= 0 || survival >= 1 || Double.isNaN(error)) {
                return survival;
            }
            double log = Math.log(survival);
            return Math.exp(log * Math.exp(-normal * error / (survival * log)));
        }
    }

    /**
     * How long one was watched for something that happens once.
     *
     * @param days days from the start to the event, or to the end of watching
     * @param happened true when it was the event that ended the watching
     */
    public record Wait(long days, boolean happened) {}

    /** The curve of any waiting: for the first redemption, for a return after an offer. */
    public static SurvivalCurve of(List<Wait> waits) {
        NavigableMap<Long, long[]> days = new TreeMap<>();
        for (Wait wait : waits) {
            if (wait.days() < 0) {
                throw new IllegalArgumentException("nobody waits " + wait.days() + " days");
            }
            count(days, wait.days(), wait.happened());
        }
        return of(days, waits.size());
    }

    /**
     * The same from counts.
     *
     * @param days by days waited, how many saw the event on that day and how many stopped being
     *     watched on it; not changed
     */
    public static SurvivalCurve ofCounts(NavigableMap<Long, long[]> days) {
        return of(days, days.values().stream().mapToLong(d -> d[0] + d[1]).sum());
    }

    /** {@link #secondPurchase} of each segment by itself, segments in order of their names. */
    public static NavigableMap<String, SurvivalCurve> secondPurchaseBySegment(
            List<CustomerHistory> customers,
            Function<CustomerHistory, String> segment,
            LocalDate obsEnd) {
        return customers.stream()
                .collect(Collectors.groupingBy(
                        segment,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(), some -> secondPurchase(some, obsEnd))));
    }

    /** Days from the first to the second day of purchase; who has none is censored at the end. */
    public static SurvivalCurve secondPurchase(List<CustomerHistory> customers, LocalDate obsEnd) {
        NavigableMap<Long, long[]> days = new TreeMap<>();
        for (CustomerHistory customer : customers) {
            boolean again = customer.days() > 1;
            LocalDate until = again ? customer.second() : obsEnd;
            count(days, ChronoUnit.DAYS.between(customer.first(), until), again);
        }
        return of(days, customers.size());
    }

    /**
     * Days from the first to the last day of purchase; more than 180 silent days at the end count
     * as lost. A naive rule, kept as the yardstick that better models are held against.
     */
    public static SurvivalCurve churn180(List<CustomerHistory> customers, LocalDate obsEnd) {
        NavigableMap<Long, long[]> days = new TreeMap<>();
        for (CustomerHistory customer : customers) {
            boolean lost =
                    ChronoUnit.DAYS.between(customer.last(), obsEnd) > RetentionCounts.LOST_DAYS;
            count(days, ChronoUnit.DAYS.between(customer.first(), customer.last()), lost);
        }
        return of(days, customers.size());
    }

    /** From customers counted by how long they were watched. */
    static SurvivalCurve counted(List<RetentionCounts.Wait> waits) {
        NavigableMap<Long, long[]> days = new TreeMap<>();
        long customers = 0;
        for (RetentionCounts.Wait wait : waits) {
            days.put(wait.days(), new long[] {wait.events(), wait.censored()});
            customers += wait.events() + wait.censored();
        }
        return of(days, customers);
    }

    private static void count(NavigableMap<Long, long[]> days, long day, boolean event) {
        days.computeIfAbsent(day, unused -> new long[2])[event ? 0 : 1]++;
    }

    private static SurvivalCurve of(NavigableMap<Long, long[]> days, long customers) {
        List<Step> steps = new ArrayList<>();
        long atRisk = customers;
        double survival = 1;
        double greenwood = 0;
        for (var day : days.entrySet()) {
            long events = day.getValue()[0];
            long censored = day.getValue()[1];
            survival *= (double) (atRisk - events) / atRisk;
            greenwood += (double) events / ((double) atRisk * (atRisk - events));
            steps.add(new Step(
                    day.getKey(),
                    atRisk,
                    events,
                    censored,
                    survival,
                    survival * Math.sqrt(greenwood)));
            atRisk -= events + censored;
        }
        return new SurvivalCurve(steps);
    }

    /** How many the curve is of. */
    public long watched() {
        return steps.isEmpty() ? 0 : steps.getFirst().atRisk();
    }

    /** How many it happened to. */
    public long happened() {
        return steps.stream().mapToLong(Step::events).sum();
    }

    /** The last day that anybody was watched on; 0 without anybody. */
    public long lastDay() {
        return steps.isEmpty() ? 0 : steps.getLast().day();
    }

    /** The days at which a reader looks, as far as somebody was watched that long. */
    public List<Mark> marks() {
        return MARKED_DAYS.stream()
                .filter(day -> day <= lastDay())
                .map(this::mark)
                .toList();
    }

    /** The curve after so many days. */
    public Mark mark(long days) {
        Mark mark = new Mark(days, 1, 1, 1, 0, watched());
        long happened = 0;
        for (Step step : steps) {
            if (step.day() > days) {
                break;
            }
            long left = step.atRisk() - step.events() - step.censored();
            happened += step.events();
            mark = new Mark(days, step.survival(), step.low(), step.high(), happened, left);
        }
        return mark;
    }

    /**
     * The curve at one day.
     *
     * @param days days since the start
     * @param survival estimated share it has not happened to by the end of that day, 0 to 1
     * @param low lower end of its 95 percent band
     * @param high upper end of it
     * @param happened customers to whom it has happened by the end of that day
     * @param left customers still watched after that day, to whom it has not happened
     */
    public record Mark(
            long days, double survival, double low, double high, long happened, long left) {}

    /** The share it has not happened to after so many days, 0 to 1. */
    public double survivalAfter(long days) {
        double survival = 1;
        for (Step step : steps) {
            if (step.day() > days) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }
}
