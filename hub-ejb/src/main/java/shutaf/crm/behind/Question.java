package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;

/** A figure of a report, asked for the members that it counts. */
public interface Question {
    /** The kind, as it stands in addresses and as the end of its sentence's key. */
    String kind();

    /**
     * A query of the {@code member_id} of everyone whom the figure counts, each once. It may read
     * two tables that the filter has made already: {@code bought} (member_id, day, spent), one row
     * a member and day of purchase, and {@code customer} (member_id, days, first, last, spent), one
     * row a member.
     *
     * @param filter to what the report was narrowed; those tables are narrowed already
     */
    Part members(ReportFilter filter);

    /**
     * Whether {@link #members} has a second column {@code worth} (minor units), by which the list
     * is ranked. Others are ranked by what was paid.
     */
    default boolean ranked() {
        return ofScores();
    }

    /** Whether it reads the night's scores, which know no other days than all days. */
    default boolean ofScores() {
        return false;
    }

    /** What stands in the sentence that says which figure this is: numbers, days, months, texts. */
    List<Object> told();

    /** The end of the sentence's key: the kind, where one sentence fits all its questions. */
    default String sentence() {
        return kind();
    }
}
