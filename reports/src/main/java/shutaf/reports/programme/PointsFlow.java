package shutaf.reports.programme;

import shutaf.economics.PointsMovement;
import shutaf.economics.PointsMovement.Flow;
import shutaf.ledger.Funding;
import shutaf.shared.PartnerId;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Where open points came from and went: opening plus all flows is closing, month by month, and for
 * each issuer and funding class over the whole time. Points that a till has set aside are still
 * open.
 *
 * @param months each month from the first to the last of the report
 * @param classes each issuer's each class over these months
 * @param whole all of it
 */
public record PointsFlow(
        SortedMap<YearMonth, Line> months, SortedMap<Kind, Line> classes, Line whole) {

    /** Keeps its own maps. */
    public PointsFlow {
        months = new TreeMap<>(months);
        classes = new TreeMap<>(classes);
    }

    /**
     * An issuer's points of one funding class.
     *
     * @param issuer who issued them
     * @param funding why
     */
    public record Kind(PartnerId issuer, Funding funding) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int byIssuer = Integer.compare(issuer.value(), other.issuer.value());
            return byIssuer != 0 ? byIssuer : funding.compareTo(other.funding);
        }
    }

    /**
     * Open points before and after, and what happened between.
     *
     * @param opening open points before
     * @param flows by what happened, signed from the members' side; a flow may be absent
     * @param matured pending points that became spendable; inside open points, so in no sum
     */
    public record Line(long opening, Map<Flow, Long> flows, long matured) {

        /** Keeps its own map. */
        public Line {
            flows = Map.copyOf(flows);
        }

        /** Points of one flow. */
        public long of(Flow flow) {
            return flows.getOrDefault(flow, 0L);
        }

        /** What is neither earned, spent, expired nor taken back: by hand, debts, reinstated. */
        public long others() {
            return of(Flow.ADJUSTED) + of(Flow.DEBT_SETTLED) + of(Flow.REINSTATED);
        }

        /** Spent points less those given back; above zero when more was spent. */
        public long burned() {
            return -of(Flow.SPENT) - of(Flow.GIVEN_BACK);
        }

        /** Earned points less those that returns took back. */
        public long earned() {
            return of(Flow.ISSUED) + of(Flow.CLAWED_BACK);
        }

        /** Open points after. */
        public long closing() {
            return opening + flows.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Adds up the movements: those before the first month are the opening. */
    static PointsFlow of(List<PointsMovement> movements, YearMonth first, YearMonth last) {
        TreeMap<YearMonth, Line> months = new TreeMap<>();
        Line before = line(0, movements, m -> m.month().isBefore(first));
        long open = before.closing();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth now = month;
            Line line = line(open, movements, m -> m.month().equals(now));
            months.put(month, line);
            open = line.closing();
        }
        TreeMap<Kind, List<PointsMovement>> byKind = new TreeMap<>();
        movements.forEach(m -> byKind.computeIfAbsent(
                        new Kind(m.issuer(), m.funding()), k -> new ArrayList<>())
                .add(m));
        TreeMap<Kind, Line> classes = new TreeMap<>();
        byKind.forEach((kind, its) -> classes.put(kind, within(its, first, last)));
        return new PointsFlow(months, classes, within(movements, first, last));
    }

    private static Line within(List<PointsMovement> movements, YearMonth first, YearMonth last) {
        long opening = line(0, movements, m -> m.month().isBefore(first)).closing();
        return line(
                opening,
                movements,
                m -> !m.month().isBefore(first) && !m.month().isAfter(last));
    }

    private static Line line(
            long opening, List<PointsMovement> movements, Predicate<PointsMovement> which) {
        EnumMap<Flow, Long> flows = new EnumMap<>(Flow.class);
        long matured = 0;
        for (PointsMovement m : movements) {
            if (which.test(m)) {
                switch (m.flow()) {
                    case MATURED -> matured += m.pending() ? 0 : m.points();
                    case SET_ASIDE -> {}
                    case ISSUED,
                            SPENT,
                            GIVEN_BACK,
                            EXPIRED,
                            REINSTATED,
                            CLAWED_BACK,
                            DEBT_SETTLED,
                            ADJUSTED -> flows.merge(m.flow(), m.points(), Long::sum);
                }
            }
        }
        return new Line(opening, flows, matured);
    }
}
