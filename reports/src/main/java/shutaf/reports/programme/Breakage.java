package shutaf.reports.programme;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What becomes of points as they grow older, and which share of them will never be spent.
 *
 * <p>A cohort is the points that became spendable in one month, less what returns took back. Of
 * what is open when a month of age begins, the share spent and the share expired in it are counted
 * over all cohorts that have lived through that month; multiplied up they give the curve (the
 * Aalen-Johansen estimator of the two ways in which points end, or the chain ladder of actuaries,
 * with points in place of people). Young cohorts count as far as they have come and no further.
 *
 * <p>From the last age seen to the end of the points' life the rate of spending of the last three
 * ages is carried on. Where there is too little to see, there is no estimate but its bounds.
 *
 * @param cohorts by month
 * @param ages the curve, from age 0
 * @param life months from a cohort's month to its last; 0 when points do not expire
 * @param estimate ultimate breakage; empty when the cohorts are too young to tell
 * @param least the estimate when the month most in favour is left out; NaN without estimate
 * @param most the same for the month most against; NaN without estimate
 */
public record Breakage(
        List<Cohort> cohorts,
        List<Age> ages,
        int life,
        OptionalDouble estimate,
        double least,
        double most) {

    /** Ages that must have been seen before anything is carried on from them. */
    static final int SEEN = 3;

    /** Keeps its own lists. */
    public Breakage {
        cohorts = List.copyOf(cohorts);
        ages = List.copyOf(ages);
    }

    /**
     * The points of one month.
     *
     * @param month when they became spendable
     * @param points how many, less what returns took back
     * @param whole complete months of age that it has lived through; below zero for none
     * @param spent spent points by age, less those given back
     * @param expired expired points by age
     */
    public record Cohort(
            YearMonth month, long points, int whole, List<Long> spent, List<Long> expired) {

        /** Keeps its own lists. */
        public Cohort {
            spent = List.copyOf(spent);
            expired = List.copyOf(expired);
        }

        /** All that was spent of it. */
        public long spentAll() {
            return spent.stream().mapToLong(Long::longValue).sum();
        }

        /** All that expired of it. */
        public long expiredAll() {
            return expired.stream().mapToLong(Long::longValue).sum();
        }

        /** What is still open of it. */
        public long open() {
            return points - spentAll() - expiredAll();
        }

        private long openAt(int age) {
            long left = points;
            for (int k = 0; k < age; k++) {
                left -= at(spent, k) + at(expired, k);
            }
            return left;
        }
    }

    /**
     * One step of the curve.
     *
     * @param age months after the cohort's month
     * @param cohorts cohorts that have lived through it
     * @param atRisk their open points when it began
     * @param spentThen points of these that were spent in it
     * @param spent share of all points spent by its end
     * @param expired share of all points expired by its end
     * @param open share of all points open at its end
     */
    public record Age(
            int age,
            int cohorts,
            long atRisk,
            long spentThen,
            double spent,
            double expired,
            double open) {}

    /** Draws the curve and estimates where it ends. */
    static Breakage of(List<Cohort> cohorts, int life) {
        List<Age> ages = curve(cohorts);
        OptionalDouble estimate = ultimate(ages, life);
        double least = Double.NaN;
        double most = Double.NaN;
        if (estimate.isPresent()) {
            least = estimate.getAsDouble();
            most = least;
            for (Cohort out : cohorts) {
                List<Cohort> others =
                        cohorts.stream().filter(c -> !c.equals(out)).toList();
                OptionalDouble other = ultimate(curve(others), life);
                least = Math.min(least, other.orElse(least));
                most = Math.max(most, other.orElse(most));
            }
        }
        return new Breakage(cohorts, ages, life, estimate, least, most);
    }

    private static List<Age> curve(List<Cohort> cohorts) {
        List<Age> ages = new ArrayList<>();
        double spent = 0;
        double expired = 0;
        double open = 1;
        int last = cohorts.stream().mapToInt(Cohort::whole).max().orElse(-1);
        for (int k = 0; k <= last; k++) {
            int age = k;
            List<Cohort> seen = cohorts.stream().filter(c -> c.whole() >= age).toList();
            long atRisk = seen.stream().mapToLong(c -> c.openAt(age)).sum();
            if (atRisk <= 0) {
                break;
            }
            long spentThen = seen.stream().mapToLong(c -> at(c.spent(), age)).sum();
            long expiredThen =
                    seen.stream().mapToLong(c -> at(c.expired(), age)).sum();
            spent += open * spentThen / atRisk;
            expired += open * expiredThen / atRisk;
            open = Math.clamp(1 - spent - expired, 0, 1);
            ages.add(new Age(k, seen.size(), atRisk, spentThen, spent, expired, open));
        }
        return ages;
    }

    private static OptionalDouble ultimate(List<Age> ages, int life) {
        boolean nothing = life <= 0 || ages.stream().noneMatch(a -> a.spentThen() > 0);
        if (nothing || ages.size() < SEEN) {
            return OptionalDouble.empty();
        }
        Age last = ages.getLast();
        int left = Math.max(0, life - last.age());
        double never = last.open() * Math.pow(1 - rate(ages), left);
        return OptionalDouble.of(Math.clamp(last.expired() + never, 0, 1));
    }

    /** Share of open points that is spent in a month, by the last ages seen together. */
    private static double rate(List<Age> ages) {
        List<Age> latest = ages.subList(Math.max(0, ages.size() - SEEN), ages.size());
        double risk = sum(latest, Age::atRisk);
        return risk > 0 ? Math.clamp(sum(latest, Age::spentThen) / risk, 0, 1) : 0;
    }

    private static double sum(List<Age> ages, ToDoubleFunction<Age> of) {
        return ages.stream().mapToDouble(of).sum();
    }

    private static long at(List<Long> list, int age) {
        return age < list.size() ? list.get(age) : 0;
    }

    /** Months beyond the last age seen for which the curve is carried on. */
    public int carriedOn() {
        return ages.isEmpty() ? life : Math.max(0, life - ages.getLast().age());
    }

    /** Breakage if everything open is spent yet. */
    public double lowest() {
        return ages.isEmpty() ? 0 : ages.getLast().expired();
    }

    /** Breakage if nothing open is ever spent. */
    public double highest() {
        return ages.isEmpty() ? 1 : ages.getLast().expired() + ages.getLast().open();
    }

    /**
     * Which share of points still open at the end of that month of age will be spent; empty without
     * an estimate. Before age 0 it is the share of all points.
     */
    public OptionalDouble stillSpent(int age) {
        if (estimate.isEmpty()) {
            return OptionalDouble.empty();
        }
        double ever = 1 - estimate.getAsDouble();
        if (age < 0) {
            return OptionalDouble.of(ever);
        }
        Age at = ages.get(Math.min(age, ages.size() - 1));
        double share = at.open() > 0 ? (ever - at.spent()) / at.open() : 0;
        return OptionalDouble.of(Math.clamp(share, 0, 1));
    }
}
