package shutaf.economics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

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

    /** The points of each captured redemption by the issuer of the lots that they came from. */
    private static String taken(Whom whom) {
        return "with " + whom.table() + """
                , taken as (
                  select r.id, r.member_id, r.partner_id as acceptor, l.issuer_id,
                    sum(t.amount) as points
                  from journal j
                  join trace t on t.business_date = j.business_date and t.journal_id = j.id
                  join lot l on l.id = t.lot_id
                  join redemption r on j.business_key = 'redemption/' || r.id
                  where j.kind in ('REDEMPTION_HOLD', 'CAPTURE')
                    and j.business_date between ? and ? and r.status in ('CAPTURED', 'REVERSED')%s
                  group by 1, 2, 3, 4 having sum(t.amount) <> 0)
                """.formatted(whom.among("r.member_id"));
    }

    /** Who issued what was spent where, for redemptions of these members in these days. */
    public List<BurnedPoints> burned(ReportDays days, Whom whom) {
        return sql.all(
                taken(whom) + """
                , paid as (
                  select j.business_key as redeemed, sum(p.amount) as money
                  from journal j
                  join posting p on p.business_date = j.business_date and p.journal_id = j.id
                  where j.kind = 'CAPTURE' and p.unit <> 'PTS'
                    and j.business_date between ? and ? group by 1),
                shared as (
                  select t.*, coalesce(p.money, 0) as money,
                    sum(points) over (partition by t.id order by issuer_id <> acceptor, issuer_id)
                      as upto,
                    sum(points) over (partition by t.id) as whole
                  from taken t left join paid p on p.redeemed = 'redemption/' || t.id)
                select issuer_id, acceptor, sum(points)::bigint,
                  sum(div(2 * money * upto + whole, 2 * whole)
                    - div(2 * money * (upto - points) + whole, 2 * whole))::bigint,
                  count(*), count(distinct member_id)
                from shared group by 1, 2 order by 1, 2""",
                r -> new BurnedPoints(
                        new PartnerId(r.getInt(1)),
                        new PartnerId(r.getInt(2)),
                        r.getLong(3),
                        r.getLong(4),
                        r.getLong(5),
                        r.getLong(6)),
                whom.and(days.from(), days.to(), days.from(), days.to()));
    }

    /** Sales whose receipt bears the number of a redemption that took another partner's points. */
    public List<ForeignSales> foreignSales(ReportDays days, Whom whom) {
        return sql.all(
                taken(whom) + """
                , abroad as (select distinct id from taken where issuer_id <> acceptor)
                select p.partner_id, count(*), sum(p.total)::bigint
                from abroad a join redemption r on r.id = a.id and r.status = 'CAPTURED'
                join purchase p on p.partner_id = r.partner_id and p.number = r.number
                  and p.outlet = r.outlet and p.till = r.till
                  and p.business_date = r.business_date and p.kind = 'SALE'
                group by 1 order by 1""",
                r -> new ForeignSales(new PartnerId(r.getInt(1)), r.getLong(2), r.getLong(3)),
                whom.and(days.from(), days.to()));
    }

    /**
     * Where each partner with any movement in these days stands after them, of them alone.
     *
     * @param whom of whose dealings; what is of no member is left out when anybody is
     */
    public List<MoneyPosition> positions(ReportDays days, Whom whom) {
        return sql.all(
                moved(whom),
                r -> new MoneyPosition(
                        new PartnerId(r.getInt(1)),
                        r.getLong(2),
                        r.getLong(3),
                        r.getLong(4),
                        r.getLong(5),
                        r.getLong(6),
                        r.getLong(7),
                        r.getLong(8),
                        r.getLong(9),
                        r.getLong(10)),
                whom.and(days.from(), days.to()));
    }

    private static String moved(Whom whom) {
        return "with " + whom.table() + """
                , moved as (
                  select p.partner_id, j.kind,
                    j.kind = 'ACCRUAL_REVERSAL'
                      or j.kind = 'ADJUSTMENT' and j.business_key like 'debt/%%' as back,
                    case when p.unit <> 'PTS' then 0
                      when p.to_account in ('ISSUED', 'ACCEPTED') then p.amount
                      when p.from_account in ('ISSUED', 'ACCEPTED') then -p.amount
                      else 0 end as points,
                    case when p.to_account in ('PARTNER', 'PREPAID') then p.amount
                      when p.from_account in ('PARTNER', 'PREPAID') then -p.amount
                      else 0 end as money
                  from posting p
                  join journal j on j.business_date = p.business_date and j.id = p.journal_id
                  where p.business_date between ? and ?%s),
                summed as (
                  select partner_id, case when back then 'BACK' else kind end as kind,
                    sum(points) as points, sum(money) as money
                  from moved group by 1, 2)
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
                from summed group by 1 order by 1
                """.formatted(whom.among("j.member_id"));
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
