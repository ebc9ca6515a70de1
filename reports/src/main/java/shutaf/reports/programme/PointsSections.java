package shutaf.reports.programme;

import shutaf.crm.behind.PointsFlowed;
import shutaf.crm.behind.PointsFlowed.What;
import shutaf.crm.behind.Question;
import shutaf.economics.PointsMovement.Flow;
import shutaf.reports.document.FigureText;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.programme.PointsFlow.Line;
import shutaf.reports.programme.StackedColumns.Series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
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
        flow.months()
                .forEach((month, line) -> draft.row(
                        row(
                                new Cell.Month(month),
                                line,
                                w -> new PointsFlowed(
                                        w, Optional.of(month), Optional.empty(), Optional.empty())),
                        false));
        draft.row(row(draft.sum(), flow.whole(), PointsSections::ofAll), true);
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

    private static PointsFlowed ofAll(What what) {
        return new PointsFlowed(what, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<Cell> row(Cell first, Line line, Function<What, Question> ask) {
        return List.of(
                first,
                whole(line.opening(), ask.apply(What.OPENING)),
                whole(line.of(Flow.ISSUED), ask.apply(What.ISSUED)),
                whole(line.of(Flow.CLAWED_BACK), ask.apply(What.CLAWED_BACK)),
                whole(line.of(Flow.SPENT), ask.apply(What.SPENT)),
                whole(line.of(Flow.GIVEN_BACK), ask.apply(What.GIVEN_BACK)),
                whole(line.of(Flow.EXPIRED), ask.apply(What.EXPIRED)),
                whole(line.others(), ask.apply(What.OTHERS)),
                whole(line.closing(), ask.apply(What.CLOSING)),
                whole(line.matured(), ask.apply(What.MATURED)));
    }

    private static Cell whole(long points, Question behind) {
        return new Cell.Whole(points).behind(behind);
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
                                line,
                                w -> new PointsFlowed(
                                        w,
                                        Optional.empty(),
                                        Optional.of(report.names(kind.issuer()).code()),
                                        Optional.of(kind.funding()))),
                        false));
        draft.row(row(draft.sum(), "", flow.whole(), PointsSections::ofAll), true);
        return draft.done();
    }

    private static List<Cell> row(
            Cell first, String funding, Line line, Function<What, Question> ask) {
        return List.of(
                first,
                new Cell.Words(funding),
                whole(line.opening(), ask.apply(What.OPENING)),
                whole(line.of(Flow.ISSUED), ask.apply(What.ISSUED)),
                whole(line.of(Flow.CLAWED_BACK), ask.apply(What.CLAWED_BACK)),
                whole(-line.burned(), ask.apply(What.SPENT_NET)),
                whole(line.of(Flow.EXPIRED), ask.apply(What.EXPIRED)),
                whole(line.others(), ask.apply(What.OTHERS)),
                whole(line.closing(), ask.apply(What.CLOSING)));
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
                    new Cell.Whole(b.points()).behind(b.behind()),
                    Cell.Share.of(b.points(), ageing().points()).behind(b.behind()),
                    new Cell.Money(b.value()).behind(b.behind()));
        }
        draft.total(
                draft.sum(),
                new Cell.Whole(ageing().points()).behind(Ageing.ALL),
                Cell.Share.of(ageing().points(), ageing().points()).behind(Ageing.ALL),
                new Cell.Money(ageing().value()).behind(Ageing.ALL));
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
