package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;
import shutaf.shared.PartnerId;

/** The two tables that questions read, made of the purchases that a filter leaves. */
public final class PurchaseTables {

    private PurchaseTables() {}

    /**
     * A query of {@code member_id}, {@code day} and {@code spent} (minor units): one row a member
     * and day. The same sales as in {@link shutaf.purchase.PurchaseHistory}, so that lists and
     * reports agree.
     */
    private static Part bought(ReportFilter filter) {
        Part sales = Part.of("""
                select member_id, business_date as day, sum(total)::bigint as spent
                from purchase
                where kind = 'SALE' and member_id is not null""");
        if (!filter.scope().equals(PartnerId.HUB)) {
            sales = sales.then(Part.of("and partner_id = ?", filter.scope().value()));
        }
        sales = filter.from()
                .map(day -> Part.of("and business_date >= ?", day))
                .map(sales::then)
                .orElse(sales);
        sales = filter.to()
                .map(day -> Part.of("and business_date <= ?", day))
                .map(sales::then)
                .orElse(sales);
        sales = filter.tier()
                .map(code ->
                        Part.of("and member_id in (select id from member where tier = ?)", code))
                .map(sales::then)
                .orElse(sales);
        return sales.then(Part.of("group by member_id, business_date"));
    }

    /** The two tables that questions read, for {@code with}. */
    public static Part of(ReportFilter filter) {
        return Part.of("bought as materialized (").then(bought(filter)).then(Part.of("""
                        ), customer as materialized (
                          select member_id, count(*) as days, min(day) as first, max(day) as last,
                            sum(spent)::bigint as spent
                          from bought group by member_id)"""));
    }
}
