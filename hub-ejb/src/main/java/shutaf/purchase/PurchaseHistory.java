package shutaf.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InPartnerScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Who bought on which days, for reports: set-based, read row by row. */
@ApplicationScoped
public class PurchaseHistory {
    @Inject
    private Sql sql;

    /**
     * Hands over each member's days of purchase, members in byte order of their number, each one's
     * days ascending. Sales of known members count, also those of no value; returns do not take a
     * day away.
     *
     * @param scope whose purchases; {@link PartnerId#HUB} for all partners together
     */
    @Transactional
    @InPartnerScope
    public void customerDays(PartnerId scope, Consumer<CustomerDay> taker) {
        customerDays(scope, ReportFilter.of(scope), taker);
    }

    /**
     * The same of those purchases that a filter leaves.
     *
     * @param scope the filter's own
     */
    @Transactional
    @InPartnerScope
    public void customerDays(PartnerId scope, ReportFilter filter, Consumer<CustomerDay> taker) {
        List<Object> values = new ArrayList<>(filter.dealingValues());
        values.addAll(filter.memberValues());
        sql.stream(
                "select member_id::text collate \"C\", business_date, sum(total)::bigint"
                        + " from purchase where kind = 'SALE' and member_id is not null"
                        + filter.dealings("partner_id", "business_date")
                        + filter.members("member_id")
                        + " group by member_id, business_date order by 1, 2",
                r -> new CustomerDay(r.getString(1), r.getObject(2, LocalDate.class), r.getLong(3)),
                taker,
                values.toArray());
    }
}
