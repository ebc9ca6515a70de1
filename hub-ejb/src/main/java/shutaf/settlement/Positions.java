package shutaf.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.Rulebook;
import shutaf.platform.InPartnerScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

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
        return sql.first(
                        """
                        select coalesce(sum(amount) filter (where unit = 'PTS' and from_account =
                            'ISSUED'), 0)::bigint,
                          coalesce(sum(amount) filter (where unit = 'PTS' and to_account =
                              'ISSUED'), 0)::bigint,
                          coalesce(sum(amount) filter (where unit = 'PTS' and to_account =
                              'ACCEPTED'), 0)::bigint,
                          coalesce(sum(amount) filter (where unit = 'PTS' and from_account =
                              'ACCEPTED'), 0)::bigint,
                          coalesce(sum(case when from_account in ('PARTNER', 'PREPAID') then amount
                              when to_account in ('PARTNER', 'PREPAID') then -amount end)
                              filter (where unit <> 'PTS' and kind in ('ACCRUAL',
                                  'ACCRUAL_REVERSAL',
                                  'ADJUSTMENT')), 0)::bigint,
                          coalesce(sum(case when to_account = 'PARTNER' then amount else -amount
                              end)
                              filter (where unit <> 'PTS' and kind in ('CAPTURE',
                                  'REDEMPTION_REVERSAL')), 0)::bigint,
                          (select coalesce(sum(points), 0)::bigint from points_pack where
                              partner_id = ?)
                        from posting p join journal j on j.business_date = p.business_date and j.id
                            = p.journal_id
                        where p.partner_id = ?""",
                        r -> new Position(
                                r.getLong(1),
                                r.getLong(2),
                                r.getLong(3),
                                r.getLong(4),
                                r.getLong(5),
                                r.getLong(6),
                                r.getLong(7),
                                r.getLong(7) - r.getLong(1) + r.getLong(2),
                                currency),
                        partner.value(),
                        partner.value())
                .orElseThrow();
    }
}
