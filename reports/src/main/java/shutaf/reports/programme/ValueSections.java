package shutaf.reports.programme;

import shutaf.crm.behind.Question;
import shutaf.crm.behind.Worth;
import shutaf.partner.PartnerNames;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.programme.StackedColumns.Series;
import shutaf.shared.PartnerId;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;

/** What customers are worth in margin: of each partner, and by what kind of customers they are. */
final class ValueSections {
    private static final double CENTS = 100;
    private static final double BASIS_POINTS = 10_000;
    private static final Cell NO_FIGURE = new Cell.Ratio(Double.NaN);

    private final ProgrammeReport report;
    private final ProgrammeFigures figures;
    private final ReportLanguage language;

    ValueSections(ProgrammeReport report, ReportLanguage language) {
        this.report = report;
        this.figures = report.figures();
        this.language = language;
    }

    List<Section> all() {
        return List.of(partners(), segments());
    }

    private Section partners() {
        Draft draft = new Draft(language, "values")
                .columns(
                        "partner",
                        "customers",
                        "model",
                        "sales_value",
                        "margin",
                        "margin_value",
                        "per_customer",
                        "miss");
        List<MarginValue> values = figures.facts().values().stream()
                .filter(v -> v.worth().segment().isEmpty())
                .toList();
        for (MarginValue v : values) {
            draft.row(
                    draft.partner(report, v.worth().partner()),
                    new Cell.Whole(v.worth().customers()).behind(worth(v, false)),
                    new Cell.Words(model(v)),
                    sales(v),
                    new Cell.Share(v.margin() / BASIS_POINTS),
                    margin(v),
                    perCustomer(v),
                    new Cell.Share(v.miss()));
        }
        values.stream()
                .filter(v -> !v.named() && !v.worth().partner().equals(PartnerId.HUB))
                .map(this::name)
                .reduce((a, b) -> a + ", " + b)
                .ifPresent(names -> draft.note(draft.text("values.default", names)));
        values.stream()
                .map(v -> v.worth().asOf())
                .max((a, b) -> a.compareTo(b))
                .ifPresent(day ->
                        draft.note(draft.text("values.as_of", language.figures().day(day))));
        return draft.chart(drawing(values, values.stream().map(this::name).toList()))
                .note(draft.text("values.note"))
                .done();
    }

    private Section segments() {
        Draft draft = new Draft(language, "value_segments")
                .columns("segment", "customers", "sales_value", "margin_value", "per_customer");
        List<MarginValue> values = figures.facts().values().stream()
                .filter(v -> v.worth().segment().isPresent()
                        && v.worth().partner().equals(figures.facts().scope()))
                .toList();
        for (MarginValue v : values) {
            draft.row(
                    new Cell.Words(segment(v)),
                    new Cell.Whole(v.worth().customers()).behind(worth(v, false)),
                    sales(v),
                    margin(v),
                    perCustomer(v));
        }
        return draft.chart(drawing(values, values.stream().map(this::segment).toList()))
                .done();
    }

    /** Of the report's own partner, or the coalition, the address names none. */
    private Question worth(MarginValue v, boolean inMargin) {
        PartnerId partner = v.worth().partner();
        return new Worth(
                partner.equals(figures.facts().scope())
                        ? Optional.empty()
                        : Optional.of(report.names(partner).code()),
                inMargin ? OptionalInt.of(v.margin()) : OptionalInt.empty(),
                v.worth().segment());
    }

    private Cell sales(MarginValue v) {
        return v.valued() ? new Cell.Money(v.worth().sales()).behind(worth(v, false)) : NO_FIGURE;
    }

    private Cell margin(MarginValue v) {
        return v.valued() ? new Cell.Money(v.worth().margin()).behind(worth(v, true)) : NO_FIGURE;
    }

    private Cell perCustomer(MarginValue v) {
        return v.valued()
                ? new Cell.Ratio(v.worth().margin() / CENTS / v.worth().customers())
                        .behind(worth(v, true))
                : NO_FIGURE;
    }

    private String model(MarginValue v) {
        return v.worth().model().isEmpty()
                ? Cell.NONE
                : language.text("lifetime.model." + v.worth().model());
    }

    private String segment(MarginValue v) {
        return language.text("segment." + v.worth().segment().orElseThrow());
    }

    private String name(MarginValue v) {
        PartnerNames names = report.names(v.worth().partner());
        return language.either(names.hebrew(), names.english());
    }

    private StackedColumns drawing(List<MarginValue> values, List<String> labels) {
        return new StackedColumns(
                labels,
                List.of(
                        series("margin", values, v -> v.worth().margin()),
                        series(
                                "cost",
                                values,
                                v -> v.worth().sales() - v.worth().margin())),
                false);
    }

    private Series series(String key, List<MarginValue> values, ToLongFunction<MarginValue> minor) {
        return new Series(
                language.text("programme.series." + key),
                values.stream().map(v -> minor.applyAsLong(v) / CENTS).toList());
    }
}
