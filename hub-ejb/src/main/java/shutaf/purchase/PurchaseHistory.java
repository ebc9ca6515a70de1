package shutaf.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InPartnerScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
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
        sql.stream(
                """
                select member_id::text collate "C", business_date, sum(total)::bigint
                from purchase
                where kind = 'SALE' and member_id is not null
                  and (partner_id = ? or ? = 0)
                group by member_id, business_date
                order by 1, 2""",
                r -> new CustomerDay(r.getString(1), r.getObject(2, LocalDate.class), r.getLong(3)),
                taker,
                scope.value(),
                scope.value());
    }
}
