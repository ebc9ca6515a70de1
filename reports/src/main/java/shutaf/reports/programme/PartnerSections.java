package shutaf.reports.programme;

import shutaf.crm.behind.Abroad;
import shutaf.crm.behind.Burned;
import shutaf.crm.behind.Buyers;
import shutaf.crm.behind.Question;
import shutaf.economics.BurnedPoints;
import shutaf.economics.MoneyPosition;
import shutaf.economics.Newcomers;
import shutaf.reports.document.ReportLanguage;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
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
                matrix(new Unit(
                        "matrix_points",
                        false,
                        Cell.Whole::new,
                        BurnedPoints::points,
                        MoneyPosition::reversedPoints)),
                matrix(new Unit(
                        "matrix_money",
                        true,
                        Cell.Money::new,
                        BurnedPoints::money,
                        MoneyPosition::reversedMoney)),
                gains());
    }

    /** What the matrix is of: points, or money for them. */
    private record Unit(
            String key,
            boolean money,
            LongFunction<Cell> cell,
            ToLongFunction<BurnedPoints> of,
            ToLongFunction<MoneyPosition> reversed) {}

    /** A row of the matrix: what stands at each acceptor, and who is behind it there and in all. */
    private record Across(
            Cell first, ToLongFunction<PartnerId> of, Burned.What what, Optional<String> issuer) {}

    private Section matrix(Unit unit) {
        List<BurnedPoints> burned = figures.facts().flows().burned();
        List<MoneyPosition> positions = figures.facts().flows().positions();
        List<PartnerId> acceptors = partners(Stream.concat(
                burned.stream().map(BurnedPoints::acceptor),
                positions.stream()
                        .filter(p -> p.reversedPoints() != 0)
                        .map(MoneyPosition::partner)));
        Draft draft = new Draft(language, unit.key()).columns("earned_at");
        acceptors.forEach(a -> draft.column(report.names(a)));
        draft.columns("total");
        for (PartnerId issuer : partners(burned.stream().map(BurnedPoints::issuer))) {
            Across its = new Across(
                    draft.partner(report, issuer),
                    a -> sum(burned, unit.of(), b -> b.issuer().equals(issuer) && at(b, a)),
                    Burned.What.TAKEN,
                    Optional.of(report.names(issuer).code()));
            draft.row(cells(its, acceptors, unit), false);
        }
        ToLongFunction<PartnerId> gross = a -> sum(burned, unit.of(), b -> at(b, a));
        ToLongFunction<PartnerId> back =
                a -> sum(positions, unit.reversed(), p -> p.partner().equals(a));
        draft.row(cells(across(draft.sum(), gross, Burned.What.TAKEN), acceptors, unit), true);
        draft.row(
                cells(across(words("taken_back"), back, Burned.What.BACK), acceptors, unit), false);
        ToLongFunction<PartnerId> net = a -> gross.applyAsLong(a) + back.applyAsLong(a);
        draft.row(cells(across(words("stayed"), net, Burned.What.STAYED), acceptors, unit), true);
        return draft.done();
    }

    private static Across across(Cell first, ToLongFunction<PartnerId> of, Burned.What what) {
        return new Across(first, of, what, Optional.empty());
    }

    private static boolean at(BurnedPoints burned, PartnerId acceptor) {
        return burned.acceptor().equals(acceptor);
    }

    private static <F> long sum(List<F> some, ToLongFunction<F> of, Predicate<F> which) {
        return some.stream().filter(which).mapToLong(of).sum();
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

    private List<Cell> cells(Across across, List<PartnerId> acceptors, Unit unit) {
        List<Cell> cells = new ArrayList<>(List.of(across.first()));
        long sum = 0;
        for (PartnerId acceptor : acceptors) {
            long each = across.of().applyAsLong(acceptor);
            Optional<String> at = Optional.of(report.names(acceptor).code());
            cells.add(unit.cell()
                    .apply(each)
                    .behind(new Burned(unit.money(), across.what(), across.issuer(), at)));
            sum += each;
        }
        cells.add(unit.cell()
                .apply(sum)
                .behind(new Burned(
                        unit.money(), across.what(), across.issuer(), Optional.empty())));
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
            draft.row(gained(draft, gain), false);
        }
        draft.note(draft.text("gains.note"));
        return figures.facts().ofSome()
                ? draft.note(draft.text("gains.some")).done()
                : draft.done();
    }

    /** The money between programme and partner is of all its dealings, so nobody's alone. */
    private List<Cell> gained(Draft draft, Gains gain) {
        Newcomers n = gain.newcomers();
        String at = report.names(gain.partner()).code();
        Question all = new Buyers(at, Buyers.Who.ALL);
        Question fresh = new Buyers(at, Buyers.Who.NEWCOMERS);
        return List.of(
                draft.partner(report, gain.partner()),
                new Cell.Whole(n.buyers()).behind(all),
                new Cell.Whole(n.fromOthers()).behind(fresh),
                Cell.Share.of(n.fromOthers(), n.buyers()).behind(fresh),
                new Cell.Money(n.salesFromOthers()).behind(fresh),
                Cell.Share.of(n.salesFromOthers(), n.sales()).behind(fresh),
                new Cell.Whole(gain.foreignPoints()).behind(foreign(false, at)),
                new Cell.Money(gain.foreignMoney()).behind(foreign(true, at)),
                new Cell.Money(gain.foreignSales()).behind(new Abroad(at)),
                new Cell.Money(gain.money().net()));
    }

    private static Question foreign(boolean money, String at) {
        return new Burned(money, Burned.What.FOREIGN, Optional.empty(), Optional.of(at));
    }
}
