package shutaf.purchase;

import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of every query over customers' days of purchase: {@code with bought as (...)} of
 * {@code member_id}, {@code day} and {@code amount} (minor units), one row a member and day. One
 * place, so that all figures are of the same purchases.
 *
 * @param text the query's beginning, to be followed by a comma or by {@code select}
 * @param arguments what it asks for
 */
record Bought(String text, List<Object> arguments) {
    private static final String SUM = ", sum(amount)::bigint as amount";

    /** Keeps its own list. */
    Bought {
        arguments = List.copyOf(arguments);
    }

    /** The days that a filter leaves. */
    static Bought of(ReportFilter filter) {
        return filter.scope().equals(PartnerId.HUB)
                ? days(SUM, " group by member_id, day", filter)
                : days(", amount", "", filter);
    }

    /**
     * The days as they are kept, with their {@code partner} and whether any receipt {@code earned}:
     * a day at two partners twice, for walks that tell by the day before that it is one.
     */
    static Bought asKept(ReportFilter filter) {
        return days(", amount, partner_id as partner, earned", "", filter);
    }

    private static Bought days(String columns, String grouped, ReportFilter filter) {
        List<Object> arguments = new ArrayList<>(filter.dealingValues());
        arguments.addAll(filter.memberValues());
        return new Bought(
                "with bought as (select member_id, day" + columns
                        + " from customer_day where true"
                        + filter.dealings("partner_id", "day")
                        + filter.members("member_id")
                        + grouped
                        + ")",
                arguments);
    }

    /** Its arguments, then these. */
    Object[] and(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
