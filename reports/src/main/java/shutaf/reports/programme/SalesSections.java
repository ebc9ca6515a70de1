package shutaf.reports.programme;

import shutaf.crm.behind.Question;
import shutaf.crm.behind.Sold;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.programme.StackedColumns.Series;
import shutaf.shared.PartnerId;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Sales by month and by partner. */
final class SalesSections {
    private static final String[] MEASURES = {
        "receipts",
        "sales",
        "member_sales",
        "member_share",
        "repeat_share",
        "earning_sales",
        "spending_sales",
        "returns"
    };
    private static final int CENTS = 100;

    private final ProgrammeReport report;
    private final ProgrammeFigures figures;
    private final ReportLanguage language;
    private final boolean some;
    private final boolean coalition;

    SalesSections(ProgrammeReport report, ReportLanguage language) {
        this.report = report;
        this.figures = report.figures();
        this.language = language;
        this.some = figures.facts().ofSome();
        this.coalition = figures.facts().scope().equals(PartnerId.HUB);
    }

    List<Section> all() {
        return coalition ? List.of(months(), partners()) : List.of(months());
    }

    private Section months() {
        Draft draft = new Draft(language, "sales").columns("month").columns(MEASURES);
        figures.salesByMonth()
                .forEach((month, sum) -> draft.row(
                        row(new Cell.Month(month), sum, Optional.of(month), Optional.empty()),
                        false));
        draft.row(row(draft.sum(), figures.sales(), Optional.empty(), Optional.empty()), true);
        draft.chart(new StackedColumns(
                figures.salesByMonth().keySet().stream()
                        .map(m -> language.figures().month(m))
                        .toList(),
                List.of(
                        series("repeat", SalesSum::repeatSales),
                        series("first", s -> s.memberSales() - s.repeatSales()),
                        series("strangers", s -> s.sales() - s.memberSales())),
                false));
        return noted(draft).done();
    }

    /** Receipts of nobody known are in no group, so a group has no share of them all. */
    private Draft noted(Draft draft) {
        return some ? draft.note(draft.text("sales.some")) : draft;
    }

    private Series series(String key, ToLongFunction<SalesSum> minor) {
        return new Series(
                language.text("programme.series." + key),
                figures.salesByMonth().values().stream()
                        .map(s -> (double) minor.applyAsLong(s) / CENTS)
                        .toList());
    }

    private Section partners() {
        Draft draft = new Draft(language, "sales_partners").columns("partner").columns(MEASURES);
        figures.salesByPartner()
                .forEach((partner, sum) -> draft.row(
                        row(
                                draft.partner(report, partner),
                                sum,
                                Optional.empty(),
                                Optional.of(report.names(partner).code())),
                        false));
        draft.row(row(draft.sum(), figures.sales(), Optional.empty(), Optional.empty()), true);
        return noted(draft.note(draft.text("sales_partners.note"))).done();
    }

    /**
     * What receipts without a member are part of has no list, as not everybody behind it is known;
     * of some members there are no such receipts.
     */
    private List<Cell> row(
            Cell first, SalesSum sum, Optional<YearMonth> month, Optional<String> at) {
        Function<Sold.What, Question> ask = what -> new Sold(what, month, at);
        Question members = ask.apply(Sold.What.MEMBERS);
        Question repeat =
                ask.apply(coalition && at.isEmpty() ? Sold.What.REPEAT_ANYWHERE : Sold.What.REPEAT);
        Cell receipts = new Cell.Whole(sum.receipts());
        Cell sales = new Cell.Money(sum.sales());
        Cell returns = new Cell.Money(sum.returns());
        return List.of(
                first,
                some ? receipts.behind(ask.apply(Sold.What.RECEIPTS)) : receipts,
                some ? sales.behind(members) : sales,
                new Cell.Money(sum.memberSales()).behind(members),
                some
                        ? new Cell.Share(Double.NaN)
                        : Cell.Share.of(sum.memberSales(), sum.sales()).behind(members),
                Cell.Share.of(sum.repeatSales(), sum.sales()).behind(repeat),
                new Cell.Money(sum.earningSales()).behind(ask.apply(Sold.What.EARNING)),
                new Cell.Money(sum.spendingSales()).behind(ask.apply(Sold.What.SPENDING)),
                some ? returns.behind(ask.apply(Sold.What.RETURNS)) : returns);
    }
}
