package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;

/** The two tables that questions read, made of the purchases that a filter leaves. */
public final class PurchaseTables {
    private static final String OF_ALL = "sum(amount)::bigint as spent,"
            + " min(partner_id) as partner, bool_or(earned) as earned";

    /** A day at one partner is one row already. */
    private static final String OF_ONE = "amount as spent, partner_id as partner, earned";

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
        boolean all = filter.scope().equals(PartnerId.HUB);
        return Part.of(
                "select member_id, day, " + (all ? OF_ALL : OF_ONE)
                        + " from customer_day where true"
                        + filter.dealings("partner_id", "day")
                        + filter.members("member_id")
                        + (all ? " group by member_id, day" : ""),
                values.toArray());
    }

    /** The two tables that questions read, for {@code with}. */
    public static Part of(ReportFilter filter) {
        return Part.of("bought as (").then(bought(filter)).then(Part.of("""
                        ), customer as materialized (
                          select member_id, count(*) as days, min(day) as first, max(day) as last,
                            sum(spent)::bigint as spent, bool_or(earned) as earned
                          from bought group by member_id)"""));
    }
}
