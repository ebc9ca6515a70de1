package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.ArrayList;
import java.util.List;

/** The two tables that questions read, made of the purchases that a filter leaves. */
public final class PurchaseTables {

    private PurchaseTables() {}

    /**
     * A query of {@code member_id}, {@code day}, {@code spent} (minor units), {@code partner} (the
     * first of that day in the order of joining) and {@code earned} (any points): one row a member
     * and day. The same sales as in {@link shutaf.purchase.PurchaseHistory}, so that lists and
     * reports agree.
     */
    private static Part bought(ReportFilter filter) {
        List<Object> values = new ArrayList<>(filter.dealingValues());
        values.addAll(filter.memberValues());
        return Part.of(
                "select member_id, day, sum(amount)::bigint as spent, min(partner_id) as partner,"
                        + " bool_or(earned) as earned from customer_day where true"
                        + filter.dealings("partner_id", "day")
                        + filter.members("member_id")
                        + " group by member_id, day",
                values.toArray());
    }

    /** The two tables that questions read, for {@code with}. */
    public static Part of(ReportFilter filter) {
        return Part.of("bought as materialized (").then(bought(filter)).then(Part.of("""
                        ), customer as materialized (
                          select member_id, count(*) as days, min(day) as first, max(day) as last,
                            sum(spent)::bigint as spent, bool_or(earned) as earned
                          from bought group by member_id)"""));
    }
}
