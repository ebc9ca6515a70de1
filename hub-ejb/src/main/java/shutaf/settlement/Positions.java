package shutaf.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.Rulebook;
import shutaf.platform.InPartnerScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A partner's position, read with the partner's own eyes. */
@ApplicationScoped
public class Positions {
    @Inject
    private Sql sql;

    @Inject
    private Rulebook rulebook;

    /** The position now. */
    @Transactional
    @InPartnerScope
    public Position of(PartnerId partner) {
        String currency = rulebook.programme().currency();
        return sql.first(SUMS, r -> read(r, currency), partner.value(), partner.value())
                .orElseThrow();
    }

    private static final String SUMS = """
            select coalesce(sum(amount) filter (where from_account = 'ISSUED'), 0),
              coalesce(sum(amount) filter (where to_account = 'ISSUED'), 0),
              coalesce(sum(amount) filter (where to_account = 'ACCEPTED'), 0),
              coalesce(sum(amount) filter (where from_account = 'ACCEPTED'), 0),
              coalesce(sum(money) filter (where not redeemed), 0),
              coalesce(sum(money) filter (where redeemed), 0),
              coalesce(sum(money) filter (where 'PARTNER' in (from_account, to_account)), 0),
              (select coalesce(sum(points), 0) from points_pack where partner_id = ?)
            from (
              select p.amount, p.from_account, p.to_account,
                j.kind in ('CAPTURE', 'REDEMPTION_REVERSAL') as redeemed,
                case when p.to_account in ('PARTNER', 'PREPAID') then p.amount
                  when p.from_account in ('PARTNER', 'PREPAID') then -p.amount end as money
              from posting p
              join journal j on j.business_date = p.business_date and j.id = p.journal_id
              where p.partner_id = ?) moved""";

    private static Position read(ResultSet r, String currency) throws SQLException {
        long issued = r.getLong(1);
        long clawedBack = r.getLong(2);
        long packs = r.getLong(8);
        return new Position(
                issued,
                clawedBack,
                r.getLong(3),
                r.getLong(4),
                -r.getLong(5),
                r.getLong(6),
                packs,
                packs == 0 ? 0 : packs - issued + clawedBack,
                r.getLong(7),
                currency);
    }
}
