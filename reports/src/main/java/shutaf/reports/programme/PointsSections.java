package shutaf.reports.programme;

import shutaf.economics.PointsMovement.Flow;
import shutaf.reports.document.FigureText;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.programme.PointsFlow.Line;
import shutaf.reports.programme.StackedColumns.Series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** Where points go: flow by month, by issuer and class, and the open points by age and end. */
final class PointsSections {
    private static final int CENTS = 100;

    private final ProgrammeReport report;
    private final ProgrammeFigures figures;
    private final PointsFlow flow;
    private final ReportLanguage language;

    PointsSections(ProgrammeReport report, ReportLanguage language) {
        this.report = report;
        this.figures = report.figures();
        this.flow = figures.flow();
        this.language = language;
    }

    List<Section> all() {
        return List.of(months(), classes(), open("ages", ageing().byAge()), ends());
    }

    private Ageing ageing() {
        return figures.ageing();
    }

    private Section months() {
        Draft draft = new Draft(language, "flow").columns("month").columns(COLUMNS);
        flow.months().forEach((month, line) -> draft.row(row(new Cell.Month(month), line), false));
        draft.row(row(draft.sum(), flow.whole()), true);
        draft.note(draft.text(
                figures.proven() ? "flow.proven" : "flow.broken",
                language.figures().whole(flow.whole().closing())));
        draft.chart(new StackedColumns(
                flow.months().keySet().stream()
                        .map(m -> language.figures().month(m))
                        .toList(),
                List.of(
                        series("earned", Line::earned),
                        series("spent", line -> -line.burned()),
                        series("expired", line -> line.of(Flow.EXPIRED)),
                        series("others", Line::others)),
                false));
        return draft.done();
    }

    private static final String[] COLUMNS = {
        "opening",
        "issued",
        "clawed_back",
        "spent",
        "given_back",
        "expired",
        "others",
        "closing",
        "matured"
    };

    private Series series(String key, ToLongFunction<Line> points) {
        return new Series(
                language.text("programme.series." + key),
                flow.months().values().stream()
                        .map(line -> (double) points.applyAsLong(line))
                        .toList());
    }

    private static List<Cell> row(Cell first, Line line) {
        return List.of(
                first,
                new Cell.Whole(line.opening()),
                new Cell.Whole(line.of(Flow.ISSUED)),
                new Cell.Whole(line.of(Flow.CLAWED_BACK)),
                new Cell.Whole(line.of(Flow.SPENT)),
                new Cell.Whole(line.of(Flow.GIVEN_BACK)),
                new Cell.Whole(line.of(Flow.EXPIRED)),
                new Cell.Whole(line.others()),
                new Cell.Whole(line.closing()),
                new Cell.Whole(line.matured()));
    }

    private Section classes() {
        Draft draft = new Draft(language, "classes").columns("issuer", "funding");
        draft.columns(
                "opening", "issued", "clawed_back", "spent_net", "expired", "others", "closing");
        flow.classes()
                .forEach((kind, line) -> draft.row(
                        row(
                                draft.partner(report, kind.issuer()),
                                draft.text("funding." + kind.funding()),
                                line),
                        false));
        draft.row(row(draft.sum(), "", flow.whole()), true);
        return draft.done();
    }

    private static List<Cell> row(Cell first, String funding, Line line) {
        return List.of(
                first,
                new Cell.Words(funding),
                new Cell.Whole(line.opening()),
                new Cell.Whole(line.of(Flow.ISSUED)),
                new Cell.Whole(line.of(Flow.CLAWED_BACK)),
                new Cell.Whole(-line.burned()),
                new Cell.Whole(line.of(Flow.EXPIRED)),
                new Cell.Whole(line.others()),
                new Cell.Whole(line.closing()));
    }

    private Section ends() {
        return open("ends", ageing().byEnd());
    }

    private Section open(String key, List<Ageing.Bucket> buckets) {
        Draft draft = new Draft(language, key).columns("bucket", "points", "share", "value");
        List<Ageing.Bucket> told = buckets.stream().filter(b -> told(b)).toList();
        for (Ageing.Bucket b : told) {
            draft.row(
                    new Cell.Words(name(b)),
                    new Cell.Whole(b.points()),
                    Cell.Share.of(b.points(), ageing().points()),
                    new Cell.Money(b.value()));
        }
        draft.total(
                draft.sum(),
                new Cell.Whole(ageing().points()),
                Cell.Share.of(ageing().points(), ageing().points()),
                new Cell.Money(ageing().value()));
        draft.chart(new StackedColumns(
                told.stream().map(this::name).toList(),
                List.of(new Series(
                        draft.text("series.open"),
                        told.stream().map(b -> (double) b.points()).toList())),
                false));
        price(key).ifPresent(draft::note);
        return draft.done();
    }

    /** What may be empty without being missed: points without end, waiting or set aside. */
    private static boolean told(Ageing.Bucket bucket) {
        return bucket.points() != 0
                || bucket.key().startsWith("age.")
                || (bucket.key().startsWith("end.") && !bucket.key().equals("end.6"));
    }

    private String name(Ageing.Bucket bucket) {
        return language.text("programme.bucket." + bucket.key());
    }

    private Optional<String> price(String key) {
        if (!key.equals("ages")) {
            return Optional.empty();
        }
        FigureText write = language.figures();
        String per100 = new Cell.Ratio(ageing().price().per100() / CENTS).text(write);
        OptionalDouble expected = ageing().expected();
        return Optional.of(
                expected.isPresent()
                        ? language.text(
                                "programme.price",
                                per100,
                                new Cell.Money(Math.round(expected.getAsDouble())).text(write))
                        : language.text("programme.price.only", per100));
    }
}
