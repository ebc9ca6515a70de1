package shutaf.reports.programme;

import shutaf.crm.behind.PointsBorn;
import shutaf.crm.behind.PointsBorn.What;
import shutaf.crm.behind.Question;
import shutaf.reports.document.FigureText;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.programme.Breakage.Age;
import shutaf.reports.programme.Breakage.Cohort;
import shutaf.reports.programme.StackedColumns.Series;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What becomes of points: the curve by age, and the cohorts that it is made of. */
final class BreakageSections {
    private final Breakage breakage;
    private final ReportLanguage language;
    private final FigureText write;
    private final boolean some;

    BreakageSections(ProgrammeReport report, ReportLanguage language) {
        this.breakage = report.figures().breakage();
        this.language = language;
        this.write = language.figures();
        this.some = report.figures().facts().ofSome();
    }

    List<Section> all() {
        return List.of(curve(), cohorts());
    }

    private Section curve() {
        Draft draft = new Draft(language, "curve")
                .columns("age", "cohorts", "at_risk", "spent_share", "expired_share", "open_share");
        for (Age age : breakage.ages()) {
            draft.row(
                    new Cell.Whole(age.age()),
                    new Cell.Whole(age.cohorts()),
                    new Cell.Whole(age.atRisk()),
                    new Cell.Share(age.spent()),
                    new Cell.Share(age.expired()),
                    new Cell.Share(age.open()));
        }
        draft.chart(new StackedColumns(
                breakage.ages().stream().map(a -> write.whole(a.age())).toList(),
                List.of(
                        series("spent", Age::spent),
                        series("expired", Age::expired),
                        series("open", Age::open)),
                true));
        draft.note(estimate()).note(draft.text("curve.method"));
        return some ? draft.note(draft.text("curve.some")).done() : draft.done();
    }

    private Series series(String key, ToDoubleFunction<Age> share) {
        return new Series(
                language.text("programme.series." + key),
                breakage.ages().stream().map(share::applyAsDouble).toList());
    }

    private String estimate() {
        String lowest = Cell.percent(breakage.lowest(), write);
        String highest = Cell.percent(breakage.highest(), write);
        if (breakage.estimate().isEmpty()) {
            return language.text("programme.curve.young", lowest, highest);
        }
        return language.text(
                breakage.carriedOn() > 0 ? "programme.curve.carried" : "programme.curve.seen",
                Cell.percent(breakage.estimate().getAsDouble(), write),
                Cell.percent(breakage.least(), write),
                Cell.percent(breakage.most(), write),
                lowest,
                highest,
                write.whole(breakage.carriedOn()),
                write.whole(breakage.life()));
    }

    private Section cohorts() {
        Draft draft = new Draft(language, "cohorts")
                .columns(
                        "cohort",
                        "points",
                        "spent",
                        "expired",
                        "open",
                        "spent_share",
                        "expired_share",
                        "open_share");
        long points = 0;
        long spent = 0;
        long expired = 0;
        for (Cohort cohort : breakage.cohorts()) {
            draft.row(
                    row(
                            new Cell.Month(cohort.month()),
                            cohort.points(),
                            cohort.spentAll(),
                            cohort.expiredAll(),
                            Optional.of(cohort.month())),
                    false);
            points += cohort.points();
            spent += cohort.spentAll();
            expired += cohort.expiredAll();
        }
        return draft.row(row(draft.sum(), points, spent, expired, Optional.empty()), true)
                .done();
    }

    private static List<Cell> row(
            Cell first, long points, long spent, long expired, Optional<YearMonth> born) {
        long open = points - spent - expired;
        Question all = new PointsBorn(What.ALL, born);
        Question used = new PointsBorn(What.SPENT, born);
        Question gone = new PointsBorn(What.EXPIRED, born);
        Question left = new PointsBorn(What.OPEN, born);
        return List.of(
                first,
                new Cell.Whole(points).behind(all),
                new Cell.Whole(spent).behind(used),
                new Cell.Whole(expired).behind(gone),
                new Cell.Whole(open).behind(left),
                Cell.Share.of(spent, points).behind(used),
                Cell.Share.of(expired, points).behind(gone),
                Cell.Share.of(open, points).behind(left));
    }
}
