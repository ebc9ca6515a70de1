package shutaf.crm.behind;

import shutaf.purchase.Segment;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What all reports can be narrowed to. A figure of a narrowed report is worked out as if there were
 * no other purchases: who first bought before {@code from} is new again.
 *
 * @param scope purchases of one partner, or {@link PartnerId#HUB} for those of all
 * @param from first day of purchase that counts
 * @param to last day of purchase that counts
 * @param tier code of the tier that a member has now
 * @param segment what kind of customer of the scope a member is, by the last scores
 */
public record ReportFilter(
        PartnerId scope,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> tier,
        Optional<Segment> segment) {
    /** Everything of one partner, or of the coalition. */
    public static ReportFilter of(PartnerId scope) {
        return new ReportFilter(
                scope, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether it ends before it begins, so that no day is left. */
    public boolean isEmpty() {
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    /**
     * A query of {@code member_id}, {@code day} and {@code spent} (minor units): one row a member
     * and day. The same sales as in {@link shutaf.purchase.PurchaseHistory}, so that lists and
     * reports agree.
     */
    Part bought() {
        Part sales = Part.of("""
                select member_id, business_date as day, sum(total)::bigint as spent
                from purchase
                where kind = 'SALE' and member_id is not null""");
        if (!scope.equals(PartnerId.HUB)) {
            sales = sales.then(Part.of("and partner_id = ?", scope.value()));
        }
        sales = from.map(day -> Part.of("and business_date >= ?", day))
                .map(sales::then)
                .orElse(sales);
        sales = to.map(day -> Part.of("and business_date <= ?", day))
                .map(sales::then)
                .orElse(sales);
        sales = tier.map(code ->
                        Part.of("and member_id in (select id from member where tier = ?)", code))
                .map(sales::then)
                .orElse(sales);
        sales = segment.map(kind -> Part.of(
                        "and " + Segment.condition("member_id"), scope.value(), kind.name()))
                .map(sales::then)
                .orElse(sales);
        return sales.then(Part.of("group by member_id, business_date"));
    }

    /** The two tables that questions read, for {@code with}. */
    public Part tables() {
        return Part.of("bought as materialized (").then(bought()).then(Part.of("""
                        ), customer as materialized (
                          select member_id, count(*) as days, min(day) as first, max(day) as last,
                            sum(spent)::bigint as spent
                          from bought group by member_id)"""));
    }
}
