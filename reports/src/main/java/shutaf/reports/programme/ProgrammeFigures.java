package shutaf.reports.programme;

import shutaf.economics.BurnedPoints;
import shutaf.economics.MonthlySales;
import shutaf.shared.PartnerId;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The worked-out report: what page, paper, workbook and files all show.
 *
 * @param facts what was read
 * @param salesByMonth sales of all partners in scope by month
 * @param salesByPartner sales of each partner over all months
 * @param sales all of it
 * @param flow where points came from and went
 * @param breakage what becomes of points
 * @param ageing the open points of the last day
 * @param gains what the coalition brought each partner
 */
public record ProgrammeFigures(
        ProgrammeFacts facts,
        SortedMap<YearMonth, SalesSum> salesByMonth,
        SortedMap<PartnerId, SalesSum> salesByPartner,
        SalesSum sales,
        PointsFlow flow,
        Breakage breakage,
        Ageing ageing,
        List<Gains> gains) {

    /** Keeps its own collections. */
    public ProgrammeFigures {
        salesByMonth = new TreeMap<>(salesByMonth);
        salesByPartner = new TreeMap<>(salesByPartner);
        gains = List.copyOf(gains);
    }

    /** Works the facts out. */
    public static ProgrammeFigures of(ProgrammeFacts facts) {
        boolean all = facts.scope().equals(PartnerId.HUB);
        TreeMap<YearMonth, SalesSum> byMonth = new TreeMap<>();
        TreeMap<PartnerId, SalesSum> byPartner =
                new TreeMap<>(Comparator.comparingInt(PartnerId::value));
        for (MonthlySales month : facts.sales()) {
            byMonth.merge(month.month(), SalesSum.of(month, all), SalesSum::plus);
            byPartner.merge(month.partner(), SalesSum.of(month, false), SalesSum::plus);
        }
        YearMonth first = YearMonth.from(facts.days().from());
        YearMonth last = YearMonth.from(facts.days().to());
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            byMonth.putIfAbsent(month, SalesSum.NONE);
        }
        Breakage breakage = CohortFold.breakage(facts.movements(), facts.days().to());
        return new ProgrammeFigures(
                facts,
                byMonth,
                byPartner,
                byMonth.values().stream().reduce(SalesSum.NONE, SalesSum::plus),
                PointsFlow.of(facts.movements(), first, last),
                breakage,
                Ageing.of(
                        facts.movements(),
                        facts.days().to(),
                        Ageing.Price.of(facts.flows().prices()),
                        breakage),
                Gains.of(facts.flows()));
    }

    /** Whether the points counted from other rows are the same, and the parts add up. */
    public boolean proven() {
        long closing = flow.whole().closing();
        long classes = flow.classes().values().stream()
                .mapToLong(PointsFlow.Line::closing)
                .sum();
        return facts.proof().holds(closing) && classes == closing && ageing.points() == closing;
    }

    /** Points that were spent at another partner than the one that issued them. */
    public long burnedElsewhere() {
        return facts.flows().burned().stream()
                .filter(b -> !b.issuer().equals(b.acceptor()))
                .mapToLong(BurnedPoints::points)
                .sum();
    }

    /** All points spent in these days, the coalition's. */
    public long burned() {
        return facts.flows().burned().stream().mapToLong(BurnedPoints::points).sum();
    }
}
