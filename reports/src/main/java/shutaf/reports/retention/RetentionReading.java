package shutaf.reports.retention;

import shutaf.reports.document.ReportLanguage;

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
     * @param part what is above the line, written; money without its digits behind the point
     * @param partAddress where the members behind it are listed; empty where there are none
     * @param whole what is below the line
     * @param wholeAddress where the members behind that are listed
     * @param definition its definition, one sentence
     */
    public record Rate(
            String key,
            String title,
            String share,
            String part,
            String partAddress,
            String whole,
            String wholeAddress,
            String definition) {}

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

        /** The same with another definition. */
        Curve defined(String other) {
            return new Curve(key, title, other, column, marks, drawing, curve, fromAll);
        }
    }

    /**
     * A curve at one day.
     *
     * @param days days since the start
     * @param share written in percent
     * @param band its 95 percent band, written
     * @param happened to how many it had happened by then
     * @param happenedAddress where they are listed
     * @param left how many were still watched after that day
     * @param leftAddress where they are listed
     * @param address where those are listed whom the share is about
     */
    public record Mark(
            long days,
            String share,
            String band,
            long happened,
            String happenedAddress,
            long left,
            String leftAddress,
            String address) {}

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
     * @param address where they are listed
     * @param cells one a day
     */
    public record GroupRow(String name, long members, String address, List<GroupCell> cells) {

        /** Keeps its own list. */
        public GroupRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A group at one day.
     *
     * @param text share that has bought again by then, with its band; a dash where nobody was
     *     watched that long
     * @param address where those who have are listed
     */
    public record GroupCell(String text, String address) {}

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
     * @param address where they are listed
     * @param step 0 to 9, how strong the colour is
     */
    public record GridCell(int frequency, long members, String address, long step) {}

    /** Puts the report into one language's words, for a page. */
    public static RetentionReading of(RetentionReport report, ReportLanguage language) {
        return new Writing(report, RetentionLinks.ofPages(report), language).all();
    }

    /** The same for a file. */
    static RetentionReading inFile(RetentionReport report, ReportLanguage language) {
        return new Writing(report, RetentionLinks.ofFiles(report), language).all();
    }
}
