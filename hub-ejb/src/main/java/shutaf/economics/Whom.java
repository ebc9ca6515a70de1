package shutaf.economics;

import shutaf.purchase.ReportFilter;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;

/**
 * The members whom a report is of, by the tier that they have now and by the segment of the last
 * scores: the first table of each query, and the condition on each column that names a member. One
 * place, so that both sides of every equation are of the same members.
 *
 * @param filter what narrows them; its days and its partner are the caller's to follow
 */
public record Whom(ReportFilter filter) {
    /** All members, and receipts without one. */
    public static Whom everybody(PartnerId scope) {
        return new Whom(ReportFilter.of(scope));
    }

    /** Whether some members are left out; receipts without a member are then left out too. */
    public boolean some() {
        return filter.tier().isPresent() || filter.segment().isPresent();
    }

    /** The table {@code whom} of their numbers, for {@code with}; its values come first. */
    String table() {
        return "whom as materialized (select id from member where true" + filter.members("id")
                + ")";
    }

    /** The condition that a column names one of them, with {@code and} in front; or nothing. */
    String among(String member) {
        return some() ? " and " + member + " in (select id from whom)" : "";
    }

    /** Values of {@link #table}, then those of the rest of the query. */
    Object[] and(Object... rest) {
        List<Object> values = new ArrayList<>(filter.memberValues());
        values.addAll(List.of(rest));
        return values.toArray();
    }
}
