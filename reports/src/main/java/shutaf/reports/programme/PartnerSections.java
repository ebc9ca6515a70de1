package shutaf.reports.programme;

import shutaf.economics.BurnedPoints;
import shutaf.economics.MoneyPosition;
import shutaf.economics.Newcomers;
import shutaf.economics.ReportDays;
import shutaf.reports.document.ReportLanguage;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What goes between partners, and what the coalition brought each. */
final class PartnerSections {
    private final ProgrammeReport report;
    private final ProgrammeFigures figures;
    private final ReportLanguage language;

    PartnerSections(ProgrammeReport report, ReportLanguage language) {
        this.report = report;
        this.figures = report.figures();
        this.language = language;
    }

    List<Section> all() {
        return List.of(
                matrix(
                        "matrix_points",
                        Cell.Whole::new,
                        BurnedPoints::points,
                        MoneyPosition::reversedPoints),
                matrix(
                        "matrix_money",
                        Cell.Money::new,
                        BurnedPoints::money,
                        MoneyPosition::reversedMoney),
                gains());
    }

    private Section matrix(
            String key,
            LongFunction<Cell> cell,
            ToLongFunction<BurnedPoints> of,
            ToLongFunction<MoneyPosition> reversed) {
        List<BurnedPoints> burned = figures.facts().flows().burned();
        List<PartnerId> issuers = partners(burned.stream().map(BurnedPoints::issuer));
        List<PartnerId> acceptors = partners(burned.stream().map(BurnedPoints::acceptor));
        Draft draft = new Draft(language, key).columns("earned_at");
        acceptors.forEach(a -> draft.column(report.names(a)));
        draft.columns("total");
        for (PartnerId issuer : issuers) {
            draft.row(
                    cells(
                            draft.partner(report, issuer),
                            acceptors,
                            cell,
                            a -> burned.stream()
                                    .filter(b -> b.issuer().equals(issuer)
                                            && b.acceptor().equals(a))
                                    .mapToLong(of)
                                    .sum()),
                    false);
        }
        ToLongFunction<PartnerId> gross = a -> burned.stream()
                .filter(b -> b.acceptor().equals(a))
                .mapToLong(of)
                .sum();
        ToLongFunction<PartnerId> back = a -> figures.facts().flows().positions().stream()
                .filter(p -> p.partner().equals(a))
                .mapToLong(reversed)
                .sum();
        draft.row(cells(draft.sum(), acceptors, cell, gross), true);
        draft.row(cells(words("taken_back"), acceptors, cell, back), false);
        draft.row(
                cells(
                        words("stayed"),
                        acceptors,
                        cell,
                        a -> gross.applyAsLong(a) + back.applyAsLong(a)),
                true);
        return draft.done();
    }

    private Cell words(String key) {
        return new Cell.Words(language.text("programme." + key));
    }

    private static List<PartnerId> partners(Stream<PartnerId> some) {
        return some.map(PartnerId::value)
                .distinct()
                .sorted()
                .map(PartnerId::new)
                .toList();
    }

    private static List<Cell> cells(
            Cell first,
            List<PartnerId> acceptors,
            LongFunction<Cell> cell,
            ToLongFunction<PartnerId> of) {
        List<Cell> cells = new ArrayList<>(List.of(first));
        long sum = 0;
        for (PartnerId acceptor : acceptors) {
            long each = of.applyAsLong(acceptor);
            cells.add(cell.apply(each));
            sum += each;
        }
        cells.add(cell.apply(sum));
        return cells;
    }

    private Section gains() {
        Draft draft = new Draft(language, "gains")
                .columns(
                        "partner",
                        "buyers",
                        "from_others",
                        "from_others_share",
                        "sales_from_others",
                        "sales_from_others_share",
                        "foreign_points",
                        "foreign_money",
                        "foreign_sales",
                        "net_money");
        for (Gains gain : figures.gains()) {
            Newcomers n = gain.newcomers();
            draft.row(
                    draft.partner(report, gain.partner()),
                    new Cell.Whole(n.buyers(), behind("cohort", gain.partner())),
                    new Cell.Whole(n.fromOthers(), behind("newcomer", gain.partner())),
                    Cell.Share.of(n.fromOthers(), n.buyers()),
                    new Cell.Money(n.salesFromOthers()),
                    Cell.Share.of(n.salesFromOthers(), n.sales()),
                    new Cell.Whole(gain.foreignPoints()),
                    new Cell.Money(gain.foreignMoney()),
                    new Cell.Money(gain.foreignSales()),
                    new Cell.Money(gain.money().net()));
        }
        draft.note(draft.text("gains.note"));
        return figures.facts().ofSome()
                ? draft.note(draft.text("gains.some")).done()
                : draft.done();
    }

    /** The parameters of the list of members behind a figure of one partner. */
    private String behind(String kind, PartnerId partner) {
        ReportDays days = figures.facts().days();
        return "of=" + kind + "&partner=" + report.names(partner).code() + "&from=" + days.from()
                + "&to=" + days.to();
    }
}
