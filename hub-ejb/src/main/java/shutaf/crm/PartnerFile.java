package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.partner.Agreements;
import shutaf.platform.HubClock;
import shutaf.platform.InPartnerScope;
import shutaf.platform.Sql;
import shutaf.settlement.Position;
import shutaf.settlement.Positions;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Opens a partner's file. It is read with the partner's own eyes, so that its people and the
 * operator's see the same figures, and a forgotten condition could show nobody else's.
 */
@ApplicationScoped
@Transactional
public class PartnerFile {
    private static final int WEEKS = 12;
    private static final int DAYS = 7;

    @Inject
    private Sql sql;

    @Inject
    private Positions positions;

    @Inject
    private Agreements agreements;

    @Inject
    private HubClock clock;

    /** The partner on one screen. */
    @InPartnerScope
    public PartnerOverview open(PartnerId partner, BusinessCard card) {
        Position position = positions.of(partner);
        List<PartnerOverview.Week> weeks = weeks(partner);
        List<Agreements.Dated> rates = agreements.of(partner);
        List<YearMonth> months = months(partner);
        return sql.first(
                        """
                        select (select count(*) from outlet where partner_id = ?),
                               (select count(*) from member_partner where partner_id = ?)""",
                        r -> new PartnerOverview(
                                card, position, weeks, r.getLong(1), r.getLong(2), rates, months),
                        partner.value(),
                        partner.value())
                .orElseThrow();
    }

    private List<PartnerOverview.Week> weeks(PartnerId partner) {
        LocalDate today = clock.today();
        List<PartnerOverview.Week> weeks =
                new ArrayList<>(Collections.nCopies(WEEKS, new PartnerOverview.Week(0, 0, 0)));
        sql.stream(
                """
                select (?::date - business_date) / 7, count(*) filter (where kind = 'ACCRUAL'),
                  coalesce(sum(points)
                      filter (where kind in ('ACCRUAL', 'ACCRUAL_REVERSAL')), 0)::bigint,
                  coalesce(-sum(points) filter (where kind in ('REDEMPTION_HOLD', 'CAPTURE', 'VOID',
                      'REDEMPTION_REVERSAL')), 0)::bigint
                from journal where partner_id = ? and business_date > ? and business_date <= ?
                group by 1""",
                r -> Map.entry(
                        r.getInt(1),
                        new PartnerOverview.Week(r.getLong(2), r.getLong(3), r.getLong(4))),
                week -> weeks.set(WEEKS - 1 - week.getKey(), week.getValue()),
                today,
                partner.value(),
                today.minusDays((long) WEEKS * DAYS),
                today);
        return weeks;
    }

    private List<YearMonth> months(PartnerId partner) {
        return sql.all("""
                select distinct date_trunc('month', business_date)::date from journal
                where partner_id = ? order by 1 desc limit 36
                """, r -> YearMonth.from(r.getObject(1, LocalDate.class)), partner.value());
    }
}
