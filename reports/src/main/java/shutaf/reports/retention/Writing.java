package shutaf.reports.retention;

import shutaf.crm.behind.Waiting;
import shutaf.reports.document.FigureText;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.MemberFigures.Grouping;
import shutaf.reports.retention.RetentionReading.Curve;
import shutaf.reports.retention.RetentionReading.Grid;
import shutaf.reports.retention.RetentionReading.GridCell;
import shutaf.reports.retention.RetentionReading.GridRow;
import shutaf.reports.retention.RetentionReading.GroupCell;
import shutaf.reports.retention.RetentionReading.GroupRow;
import shutaf.reports.retention.RetentionReading.GroupTable;
import shutaf.reports.retention.RetentionReading.Mark;
import shutaf.reports.retention.RetentionReading.Rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the members' figures of a retention report as people read them, with their links. */
final class Writing {
    private static final int STEPS = 9;
    private static final List<Long> GROUP_DAYS = List.of(30L, 90L, 180L);
    private static final String NONE = "\u2013";

    private final RetentionReport report;
    private final MemberFigures members;
    private final RetentionLinks links;
    private final ReportLanguage language;
    private final FigureText write;

    Writing(RetentionReport report, RetentionLinks links, ReportLanguage language) {
        this.report = report;
        this.members = report.members();
        this.links = links;
        this.language = language;
        this.write = language.figures();
    }

    RetentionReading all() {
        return new RetentionReading(
                members.rates().entrySet().stream()
                        .map(rate -> rate(rate.getKey(), rate.getValue()))
                        .toList(),
                List.of(
                        curve(Waiting.SECOND, members.secondPurchase(), false),
                        churn(),
                        curve(Waiting.REDEMPTION, members.redemption(), false)),
                Arrays.stream(Grouping.values())
                        .filter(grouping -> !members.groups(grouping).isEmpty())
                        .map(this::grouping)
                        .toList(),
                List.of(grid("parts", members.byParts()), grid("ties", members.byTies())));
    }

    private Rate rate(MemberRate rate, MemberFigures.Ratio ratio) {
        int unit = rate.ofMoney() ? 100 : 1;
        return new Rate(
                rate.key(),
                rate.title(language),
                Double.isNaN(ratio.share()) ? NONE : write.percent(ratio.part(), ratio.whole()),
                write.whole(ratio.part() / unit),
                links.part(rate, ratio),
                write.whole(ratio.whole() / unit),
                links.whole(rate, ratio),
                rate.definition(language));
    }

    /** In a period that is too short nobody can have been silent long enough; that is said. */
    private Curve churn() {
        RetentionSummary summary = report.figures().summary();
        Curve curve = curve(Waiting.GONE, members.churn(), true);
        if (summary.obsStart().plusDays(MemberFigures.GONE_DAYS).isBefore(summary.obsEnd())) {
            return curve;
        }
        String caveat =
                language.text("retention.curve.churn.short", write.whole(MemberFigures.GONE_DAYS));
        return curve.defined(curve.definition() + " " + caveat);
    }

    private Curve curve(Waiting waiting, SurvivalCurve curve, boolean fromAll) {
        String key = key(waiting);
        String text = "retention.curve." + key;
        return new Curve(
                key,
                language.text(text),
                language.text(
                        text + ".text",
                        write.whole(curve.watched()),
                        write.whole(curve.happened()),
                        write.whole(MemberFigures.GONE_DAYS)),
                language.text(text + ".column"),
                marks(curve).map(mark -> mark(waiting, mark, fromAll)).toList(),
                SurvivalDrawing.of(curve, fromAll, language.rightToLeft()),
                curve,
                fromAll);
    }

    /** A curve's name in files. */
    static String key(Waiting waiting) {
        return switch (waiting) {
            case SECOND -> "second_purchase";
            case GONE -> "churn";
            case REDEMPTION -> "first_redemption";
        };
    }

    /** The usual days, and the last one, by which all has happened that will. */
    private static Stream<SurvivalCurve.Mark> marks(SurvivalCurve curve) {
        List<SurvivalCurve.Mark> marks = curve.marks();
        boolean last = curve.lastDay() > 0
                && marks.stream().noneMatch(mark -> mark.days() == curve.lastDay());
        return last
                ? Stream.concat(marks.stream(), Stream.of(curve.mark(curve.lastDay())))
                : marks.stream();
    }

    private Mark mark(Waiting waiting, SurvivalCurve.Mark mark, boolean fromAll) {
        String happened = links.happened(waiting, mark.days(), mark.happened());
        String left = links.before(waiting, mark.days() + 1, mark.left());
        return new Mark(
                mark.days(),
                share(mark, fromAll),
                band(mark, fromAll),
                mark.happened(),
                happened,
                mark.left(),
                left,
                fromAll ? left : happened);
    }

    private String share(SurvivalCurve.Mark mark, boolean fromAll) {
        return percent(fromAll ? mark.survival() : 1 - mark.survival());
    }

    private String band(SurvivalCurve.Mark mark, boolean fromAll) {
        return language.text(
                "retention.band",
                percent(fromAll ? mark.low() : 1 - mark.high()),
                percent(fromAll ? mark.high() : 1 - mark.low()));
    }

    private GroupTable grouping(Grouping grouping) {
        List<Long> days = GROUP_DAYS.stream()
                .filter(d -> d <= members.secondPurchase().lastDay())
                .toList();
        return new GroupTable(
                grouping.key(),
                language.text("retention.group." + grouping.key()),
                days,
                members.groups(grouping).stream()
                        .map(group -> row(grouping, group, days))
                        .toList());
    }

    private GroupRow row(
            Grouping grouping, Map.Entry<String, SurvivalCurve> group, List<Long> days) {
        SurvivalCurve curve = group.getValue();
        List<GroupCell> cells = new ArrayList<>();
        for (long day : days) {
            cells.add(cell(grouping, group.getKey(), curve, day));
        }
        return new GroupRow(
                report.groupName(grouping, group.getKey(), language),
                curve.watched(),
                links.group(grouping, group.getKey(), curve.watched()),
                cells);
    }

    private GroupCell cell(Grouping grouping, String group, SurvivalCurve curve, long days) {
        if (days > curve.lastDay()) {
            return new GroupCell(NONE, "");
        }
        SurvivalCurve.Mark mark = curve.mark(days);
        return new GroupCell(
                language.text("retention.with-band", share(mark, false), band(mark, false)),
                links.again(grouping, group, days, mark.happened()));
    }

    private Grid grid(String key, RfmGrid grid) {
        long most = Math.max(1, grid.most());
        List<GridRow> rows = new ArrayList<>();
        for (int recency = RfmGrid.BEST; recency >= 1; recency--) {
            List<GridCell> cells = new ArrayList<>();
            for (int frequency = 1; frequency <= RfmGrid.BEST; frequency++) {
                long some = grid.at(recency, frequency);
                long step = some == 0 ? 0 : Math.clamp(some * STEPS / most, 1, STEPS);
                String address = links.scores(key, recency, frequency, some);
                cells.add(new GridCell(frequency, some, address, step));
            }
            rows.add(new GridRow(recency, cells));
        }
        String text = "retention.rfm." + key;
        return new Grid(key, language.text(text), language.text(text + ".text"), rows);
    }

    private String percent(double share) {
        return write.percent(Math.round(share * 100_000), 100_000);
    }
}
