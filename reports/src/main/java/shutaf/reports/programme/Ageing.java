package shutaf.reports.programme;

import shutaf.crm.behind.PointsOpen;
import shutaf.crm.behind.Range;
import shutaf.economics.PartnerFlows.Reimbursement;
import shutaf.economics.PointsMovement;
import shutaf.economics.PointsMovement.Flow;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The open points of a day by age and by time to their end, and what they cost when they are spent.
 *
 * @param byAge by months since they could be spent
 * @param byEnd by months to their last day
 * @param points all open points
 * @param value their value in minor units, at the price below
 * @param price what an acceptor is paid
 * @param expected minor units that are expected to be paid for them; empty without an estimate of
 *     breakage
 */
public record Ageing(
        List<Bucket> byAge,
        List<Bucket> byEnd,
        long points,
        long value,
        Price price,
        OptionalDouble expected) {

    /** Who holds all of them. */
    static final PointsOpen ALL =
            new PointsOpen(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int[] AGES = {2, 5, 11, 17, 23};
    private static final int[] ENDS = {0, 2, 5, 11, 23};

    /** Keeps its own lists. */
    public Ageing {
        byAge = List.copyOf(byAge);
        byEnd = List.copyOf(byEnd);
    }

    /**
     * Open points of one age.
     *
     * @param key name of the bucket in messages and files
     * @param points how many
     * @param value minor units; the values of all buckets are the value of all points
     * @param behind who holds them
     */
    public record Bucket(String key, long points, long value, PointsOpen behind) {}

    /**
     * The mean price of reimbursement: of acceptors' agreements, weighted with what each accepted,
     * or all alike while nobody accepted anything.
     *
     * @param numerator minor units for 100 points, times the weights
     * @param denominator sum of the weights; 0 when no partner accepts points
     */
    public record Price(BigInteger numerator, BigInteger denominator) {
        private static final BigInteger HUNDRED = BigInteger.valueOf(100);

        static Price of(List<Reimbursement> agreed) {
            boolean any = agreed.stream().anyMatch(r -> r.accepted() > 0);
            BigInteger sum = BigInteger.ZERO;
            BigInteger weights = BigInteger.ZERO;
            for (Reimbursement r : agreed) {
                BigInteger weight = BigInteger.valueOf(any ? Math.max(0, r.accepted()) : 1);
                sum = sum.add(weight.multiply(BigInteger.valueOf(r.per100Points())));
                weights = weights.add(weight);
            }
            return new Price(sum, weights);
        }

        /** Minor units for so many points, half up. */
        public long of(long points) {
            if (denominator.signum() == 0) {
                return 0;
            }
            BigInteger hundreds = denominator.multiply(HUNDRED);
            BigInteger exact = numerator.multiply(BigInteger.valueOf(points));
            BigInteger[] rounded =
                    exact.shiftLeft(1).add(hundreds).divideAndRemainder(hundreds.shiftLeft(1));
            return (rounded[1].signum() < 0 ? rounded[0].subtract(BigInteger.ONE) : rounded[0])
                    .longValueExact();
        }

        /** Minor units for 100 points. */
        public double per100() {
            return denominator.signum() == 0
                    ? 0
                    : numerator.doubleValue() / denominator.doubleValue();
        }
    }

    /** Sorts the open points of a day. */
    static Ageing of(
            List<PointsMovement> movements, LocalDate day, Price price, Breakage breakage) {
        Sorting sorting = new Sorting(YearMonth.from(day), breakage);
        movements.forEach(sorting::add);
        List<Bucket> byAge = sorting.fill("age.", sorting.ages, price);
        List<Bucket> byEnd = sorting.fill("end.", sorting.ends, price);
        long points = byAge.stream().mapToLong(Bucket::points).sum();
        // Points that a till has set aside are as good as spent.
        double cost = (sorting.expected + sorting.aside) * price.per100() / 100;
        OptionalDouble told =
                breakage.estimate().isPresent() ? OptionalDouble.of(cost) : OptionalDouble.empty();
        return new Ageing(byAge, byEnd, points, price.of(points), price, told);
    }

    private static final class Sorting {
        private final YearMonth now;
        private final Breakage breakage;
        private final long[] ages = new long[AGES.length + 1];
        private final long[] ends = new long[ENDS.length + 2];
        private long pending;
        private long aside;
        private double expected;

        Sorting(YearMonth now, Breakage breakage) {
            this.now = now;
            this.breakage = breakage;
        }

        void add(PointsMovement m) {
            aside += m.flow() == Flow.SET_ASIDE ? -m.points() : 0;
            if (m.pending()) {
                pending += m.points();
                expected += m.points() * breakage.stillSpent(-1).orElse(0);
                return;
            }
            int age = (int) Math.max(0, ChronoUnit.MONTHS.between(m.born(), now));
            ages[bucket(AGES, age)] += m.points();
            expected += m.points() * breakage.stillSpent(age - 1).orElse(0);
            ends[m.expiresOn().map(this::end).orElse(ENDS.length + 1)] += m.points();
        }

        private int end(LocalDate last) {
            return bucket(ENDS, Math.max(0, ChronoUnit.MONTHS.between(now, YearMonth.from(last))));
        }

        /** A bucket's value is what it adds to the value of all before it: no agora is lost. */
        List<Bucket> fill(String prefix, long[] buckets, Price price) {
            List<Bucket> filled = new ArrayList<>();
            long upto = 0;
            for (int k = 0; k < buckets.length + 2; k++) {
                boolean own = k < buckets.length;
                long points = own ? buckets[k] : k == buckets.length ? pending : aside;
                String key = own ? prefix + k : k == buckets.length ? "pending" : "aside";
                long value = price.of(upto + points) - price.of(upto);
                upto += points;
                filled.add(new Bucket(key, points, value, behind(key)));
            }
            return filled;
        }
    }

    /** The members of a bucket, by the months that its number stands for. */
    private static PointsOpen behind(String key) {
        Optional<PointsOpen.State> state = switch (key) {
            case "pending" -> Optional.of(PointsOpen.State.PENDING);
            case "aside" -> Optional.of(PointsOpen.State.ASIDE);
            default ->
                key.equals("end." + (ENDS.length + 1))
                        ? Optional.of(PointsOpen.State.ENDLESS)
                        : Optional.empty();
        };
        if (state.isPresent()) {
            return new PointsOpen(Optional.empty(), Optional.empty(), state);
        }
        int number = Integer.parseInt(key.substring(key.indexOf('.') + 1));
        return key.startsWith("age.")
                ? new PointsOpen(months(AGES, number), Optional.empty(), Optional.empty())
                : new PointsOpen(Optional.empty(), months(ENDS, number), Optional.empty());
    }

    private static Optional<Range> months(int[] limits, int bucket) {
        return Optional.of(new Range(
                bucket == 0 ? 0 : limits[bucket - 1] + 1,
                bucket == limits.length ? PointsOpen.AND_MORE : limits[bucket]));
    }

    private static int bucket(int[] limits, long months) {
        int k = 0;
        while (k < limits.length && months > limits[k]) {
            k++;
        }
        return k;
    }
}
