package shutaf.reports.programme;

import shutaf.reports.document.ReportLanguage;
import shutaf.reports.programme.StackedColumns.Series;
import shutaf.shared.PartnerId;

import java.util.List;
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

    SalesSections(ProgrammeReport report, ReportLanguage language) {
        this.report = report;
        this.figures = report.figures();
        this.language = language;
        this.some = figures.facts().ofSome();
    }

    List<Section> all() {
        boolean coalition = figures.facts().scope().equals(PartnerId.HUB);
        return coalition ? List.of(months(), partners()) : List.of(months());
    }

    private Section months() {
        Draft draft = new Draft(language, "sales").columns("month").columns(MEASURES);
        figures.salesByMonth()
                .forEach((month, sum) -> draft.row(row(new Cell.Month(month), sum), false));
        draft.row(row(draft.sum(), figures.sales()), true);
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
                .forEach((partner, sum) ->
                        draft.row(row(draft.partner(report, partner), sum), false));
        draft.row(row(draft.sum(), figures.sales()), true);
        return noted(draft.note(draft.text("sales_partners.note"))).done();
    }

    private List<Cell> row(Cell first, SalesSum sum) {
        return List.of(
                first,
                new Cell.Whole(sum.receipts()),
                new Cell.Money(sum.sales()),
                new Cell.Money(sum.memberSales()),
                some ? new Cell.Share(Double.NaN) : Cell.Share.of(sum.memberSales(), sum.sales()),
                Cell.Share.of(sum.repeatSales(), sum.sales()),
                new Cell.Money(sum.earningSales()),
                new Cell.Money(sum.spendingSales()),
                new Cell.Money(sum.returns()));
    }
}
