package shutaf.crm.behind;

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
     */
    Part members();

    /** What stands in the sentence that says which figure this is: numbers, days, months, texts. */
    List<Object> told();

    /** The end of the sentence's key: the kind, where one sentence fits all its questions. */
    default String sentence() {
        return kind();
    }
}
