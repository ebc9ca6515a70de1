package shutaf.economics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** What goes from partner to partner: points, the money for them, and customers' baskets. */
@ApplicationScoped
@Transactional
@InHubScope
public class PartnerFlows {
    @Inject
    private Sql sql;

    /**
     * What an acceptor is paid for points.
     *
     * @param partner the acceptor
     * @param per100Points minor units for 100 points, by the agreement in force
     * @param accepted points that it accepted in the days asked for, less those given back
     */
    public record Reimbursement(PartnerId partner, long per100Points, long accepted) {}

    /**
     * Sales on receipts that were paid with other partners' points.
     *
     * @param acceptor where
     * @param receipts how many receipts
     * @param sales their money in minor units
     */
    public record ForeignSales(PartnerId acceptor, long receipts, long sales) {}

    /** Who issued what was spent where, for redemptions of these members in these days. */
    public List<BurnedPoints> burned(ReportDays days, Whom whom) {
        ReportTable taken = ReportTables.burned(days, whom);
        return sql.all(
                taken.with() + """
                select issuer_id, acceptor, sum(points)::bigint, sum(money)::bigint, count(*),
                  count(distinct member_id)
                from taken group by 1, 2 order by 1, 2""",
                r -> new BurnedPoints(
                        new PartnerId(r.getInt(1)),
                        new PartnerId(r.getInt(2)),
                        r.getLong(3),
                        r.getLong(4),
                        r.getLong(5),
                        r.getLong(6)),
                taken.and());
    }

    /** Sales whose receipt bears the number of a redemption that took another partner's points. */
    public List<ForeignSales> foreignSales(ReportDays days, Whom whom) {
        ReportTable abroad = ReportTables.abroad(days, whom);
        return sql.all(
                abroad.with() + """
                select partner_id, count(*), sum(total)::bigint from abroad
                group by 1 order by 1""",
                r -> new ForeignSales(new PartnerId(r.getInt(1)), r.getLong(2), r.getLong(3)),
                abroad.and());
    }

    /**
     * Where each partner with any movement in these days stands after them, of them alone.
     *
     * @param whom of whose dealings; what is of no member is left out when anybody is
     */
    public List<MoneyPosition> positions(ReportDays days, Whom whom) {
        ReportTable passed = ReportTables.passed(days, whom);
        return sql.all(passed.with() + """
                select partner_id,
                  coalesce(-sum(points) filter (where kind = 'ACCRUAL'), 0)::bigint,
                  coalesce(sum(money) filter (where kind = 'ACCRUAL'), 0)::bigint,
                  coalesce(sum(points) filter (where kind = 'BACK'), 0)::bigint,
                  coalesce(sum(money) filter (where kind = 'BACK'), 0)::bigint,
                  coalesce(sum(points) filter (where kind = 'CAPTURE'), 0)::bigint,
                  coalesce(sum(money) filter (where kind = 'CAPTURE'), 0)::bigint,
                  coalesce(sum(points) filter (where kind = 'REDEMPTION_REVERSAL'), 0)::bigint,
                  coalesce(sum(money) filter (where kind = 'REDEMPTION_REVERSAL'), 0)::bigint,
                  coalesce(sum(money) filter (where kind not in ('ACCRUAL', 'BACK', 'CAPTURE',
                    'REDEMPTION_REVERSAL')), 0)::bigint
                from passed group by 1 order by 1""", PartnerFlows::position, passed.and());
    }

    private static MoneyPosition position(ResultSet r) throws SQLException {
        return new MoneyPosition(
                new PartnerId(r.getInt(1)),
                r.getLong(2),
                r.getLong(3),
                r.getLong(4),
                r.getLong(5),
                r.getLong(6),
                r.getLong(7),
                r.getLong(8),
                r.getLong(9),
                r.getLong(10));
    }

    /** What acceptors are paid on that day, and how much each of them accepted in these days. */
    public List<Reimbursement> reimbursements(ReportDays accepted) {
        LocalDate on = accepted.to();
        return sql.all(
                """
                select a.id, g.refund_per_100_points, coalesce((
                  select sum(case when p.to_account = 'ACCEPTED' then p.amount else -p.amount end)
                  from posting p where p.partner_id = a.id and p.unit = 'PTS'
                    and 'ACCEPTED' in (p.from_account, p.to_account)
                    and p.business_date between ? and ?), 0)::bigint
                from partner a
                cross join lateral (
                  select refund_per_100_points from partner_agreement
                  where partner_id = a.id and status = 'APPROVED' and valid_from <= ?
                  order by valid_from desc limit 1) g
                where a.acceptor order by a.id""",
                r -> new Reimbursement(new PartnerId(r.getInt(1)), r.getLong(2), r.getLong(3)),
                accepted.from(),
                on,
                on);
    }
}
