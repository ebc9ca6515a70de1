package shutaf.reports.retention;

import shutaf.reports.document.FigureText;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.MemberFigures.Grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The members' figures of a retention report as a page and a paper show them: written shares,
 * finished sentences, drawings. Both read from here, so that they cannot differ.
 *
 * @param rates the shares with their definitions
 * @param curves time to the second purchase, to being gone, to the first redemption
 * @param groupings time to the second purchase by group
 * @param grids the scores of recency and frequency, by both definitions
 */
public record RetentionReading(
        List<Rate> rates, List<Curve> curves, List<GroupTable> groupings, List<Grid> grids) {

    private static final int STEPS = 9;
    private static final List<Long> GROUP_DAYS = List.of(30L, 90L, 180L);

    /** Keeps its own lists. */
    public RetentionReading {
        rates = List.copyOf(rates);
        curves = List.copyOf(curves);
        groupings = List.copyOf(groupings);
        grids = List.copyOf(grids);
    }

    /**
     * A share.
     *
     * @param key its name in files
     * @param title what it is called
     * @param share written in percent; a dash where there is nothing to divide by
     * @param made what it is made of, a few words
     * @param definition its definition, one sentence
     */
    public record Rate(String key, String title, String share, String made, String definition) {}

    /**
     * How long something takes.
     *
     * @param key its name in files
     * @param title what it is called
     * @param definition its definition, one sentence
     * @param column what its shares are shares of
     * @param marks the curve at the days where a reader looks
     * @param drawing the whole curve with its band
     * @param curve the curve itself
     * @param fromAll true when it is drawn as the share that is left, false as the share it has
     *     happened to
     */
    public record Curve(
            String key,
            String title,
            String definition,
            String column,
            List<Mark> marks,
            SurvivalDrawing drawing,
            SurvivalCurve curve,
            boolean fromAll) {

        /** Keeps its own list. */
        public Curve {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A curve at one day.
     *
     * @param days days since the start
     * @param share written in percent
     * @param band its 95 percent band, written
     * @param left how many were still watched after that day
     */
    public record Mark(long days, String share, String band, long left) {}

    /**
     * Groups beside each other.
     *
     * @param key its name in files
     * @param title what tells them apart
     * @param days the days that its rows look at
     * @param rows the groups
     */
    public record GroupTable(String key, String title, List<Long> days, List<GroupRow> rows) {

        /** Keeps its own lists. */
        public GroupTable {
            days = List.copyOf(days);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One group.
     *
     * @param name as people read it
     * @param members how many
     * @param cells share that has bought again after each of the days, with its band; a dash where
     *     nobody was watched that long
     */
    public record GroupRow(String name, long members, List<String> cells) {

        /** Keeps its own list. */
        public GroupRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Scores of recency against frequency.
     *
     * @param key its name in files
     * @param title which definition
     * @param definition that definition, one sentence
     * @param rows recency 5 first
     */
    public record Grid(String key, String title, String definition, List<GridRow> rows) {

        /** Keeps its own list. */
        public Grid {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One score of recency.
     *
     * @param recency the score
     * @param cells frequency 1 first
     */
    public record GridRow(int recency, List<GridCell> cells) {

        /** Keeps its own list. */
        public GridRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Members with two scores.
     *
     * @param frequency the score of frequency
     * @param members how many
     * @param step 0 to 9, how strong the colour is
     */
    public record GridCell(int frequency, long members, long step) {}

    /** Puts the report into one language's words. */
    public static RetentionReading of(RetentionReport report, ReportLanguage language) {
        MemberFigures members = report.members();
        List<Rate> rates = new ArrayList<>();
        members.rates().forEach((rate, ratio) -> rates.add(rate(rate, ratio, language)));
        return new RetentionReading(
                rates,
                List.of(
                        curve("second_purchase", members.secondPurchase(), false, language),
                        curve("churn", members.churn(), true, language),
                        curve("first_redemption", members.redemption(), false, language)),
                Arrays.stream(Grouping.values())
                        .filter(grouping -> !members.groups(grouping).isEmpty())
                        .map(grouping -> grouping(report, grouping, language))
                        .toList(),
                List.of(
                        grid("parts", members.byParts(), language),
                        grid("ties", members.byTies(), language)));
    }

    private static Rate rate(MemberRate rate, MemberFigures.Ratio ratio, ReportLanguage language) {
        FigureText write = language.figures();
        String made = rate.ofMoney()
                ? language.text(
                        "retention.rate.made",
                        write.whole(ratio.part() / 100),
                        write.whole(ratio.whole() / 100))
                : language.text(
                        "retention.rate.made",
                        write.whole(ratio.part()),
                        write.whole(ratio.whole()));
        return new Rate(
                rate.key(),
                rate.title(language),
                Double.isNaN(ratio.share()) ? "\u2013" : write.percent(ratio.part(), ratio.whole()),
                made,
                rate.definition(language));
    }

    private static Curve curve(
            String key, SurvivalCurve curve, boolean fromAll, ReportLanguage language) {
        FigureText write = language.figures();
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
                curve.marks().stream().map(m -> mark(m, fromAll, language)).toList(),
                SurvivalDrawing.of(curve, fromAll, language.rightToLeft()),
                curve,
                fromAll);
    }

    private static Mark mark(SurvivalCurve.Mark mark, boolean fromAll, ReportLanguage language) {
        return new Mark(
                mark.days(),
                share(mark, fromAll, language),
                band(mark, fromAll, language),
                mark.left());
    }

    private static String share(SurvivalCurve.Mark mark, boolean fromAll, ReportLanguage language) {
        return percent(fromAll ? mark.survival() : 1 - mark.survival(), language);
    }

    private static String band(SurvivalCurve.Mark mark, boolean fromAll, ReportLanguage language) {
        return language.text(
                "retention.band",
                percent(fromAll ? mark.low() : 1 - mark.high(), language),
                percent(fromAll ? mark.high() : 1 - mark.low(), language));
    }

    private static GroupTable grouping(
            RetentionReport report, Grouping grouping, ReportLanguage language) {
        List<Long> days = GROUP_DAYS.stream()
                .filter(d -> d <= report.members().secondPurchase().lastDay())
                .toList();
        List<GroupRow> rows = report.members().groups(grouping).stream()
                .map(group -> new GroupRow(
                        report.groupName(grouping, group.getKey(), language),
                        group.getValue().watched(),
                        days.stream()
                                .map(d -> cell(group.getValue(), d, language))
                                .toList()))
                .toList();
        return new GroupTable(
                grouping.key(), language.text("retention.group." + grouping.key()), days, rows);
    }

    private static String cell(SurvivalCurve curve, long days, ReportLanguage language) {
        if (days > curve.lastDay()) {
            return "\u2013";
        }
        SurvivalCurve.Mark mark = curve.mark(days);
        return language.text(
                "retention.with-band", share(mark, false, language), band(mark, false, language));
    }

    private static Grid grid(String key, RfmGrid grid, ReportLanguage language) {
        long most = Math.max(1, grid.most());
        List<GridRow> rows = new ArrayList<>();
        for (int recency = RfmGrid.BEST; recency >= 1; recency--) {
            List<GridCell> cells = new ArrayList<>();
            for (int frequency = 1; frequency <= RfmGrid.BEST; frequency++) {
                long members = grid.at(recency, frequency);
                long step = members == 0 ? 0 : Math.clamp(members * STEPS / most, 1, STEPS);
                cells.add(new GridCell(frequency, members, step));
            }
            rows.add(new GridRow(recency, cells));
        }
        String text = "retention.rfm." + key;
        return new Grid(key, language.text(text), language.text(text + ".text"), rows);
    }

    private static String percent(double share, ReportLanguage language) {
        return language.figures().percent(Math.round(share * 100_000), 100_000);
    }
}
