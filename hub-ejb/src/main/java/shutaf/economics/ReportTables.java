package shutaf.economics;

import shutaf.shared.PartnerId;

import java.time.LocalDate;

/** The tables of dealings that the report's figures are made of. */
public final class ReportTables {
    private ReportTables() {}

    /**
     * The receipts of sales and returns: table {@code told}, with all columns of a purchase, and
     * {@code sale}, {@code here} and {@code anywhere} (the member's first day of purchase at this
     * partner and at any) and {@code spending} (paid with points: it says so, or a redemption bears
     * its number).
     */
    public static ReportTable receipts(PartnerId scope, ReportDays days, Whom whom) {
        String among = whom.among("p.member_id");
        return ReportTable.of(
                whom,
                """
                , here as (
                  select member_id, partner_id, min(business_date) as day from purchase p
                  where kind = 'SALE' and member_id is not null%s group by 1, 2),
                first as (
                  select *, min(day) over (partition by member_id) as anywhere from here),
                told as (
                  select p.*, p.kind = 'SALE' as sale, f.day as here, f.anywhere,
                    p.member_id is not null and (p.paid_with_points > 0 or exists (
                      select from redemption r where r.partner_id = p.partner_id
                        and r.number = p.number and r.outlet = p.outlet and r.till = p.till
                        and r.business_date = p.business_date and r.status = 'CAPTURED'))
                      as spending
                  from purchase p
                  left join first f on f.member_id = p.member_id and f.partner_id = p.partner_id
                  where p.business_date between ? and ? and (p.partner_id = ? or ? = 0)
                    and (p.kind = 'SALE' or p.status = 'RETURNED')%s)
                """.formatted(among, among),
                days.from(),
                days.to(),
                scope.value(),
                scope.value());
    }

    /**
     * Who bought where, and whether they knew another partner first: table {@code known} of
     * {@code member_id}, {@code partner_id}, {@code sales} in these days (null without any) and
     * {@code elsewhere}. First days of purchase are looked up in all of history.
     */
    public static ReportTable buyers(ReportDays days, Whom whom) {
        return ReportTable.of(
                whom, """
                , here as (
                  select member_id, partner_id, min(business_date) as day,
                    sum(total) filter (where business_date between ? and ?) as sales
                  from purchase where kind = 'SALE' and member_id is not null
                    and business_date <= ?%s group by 1, 2),
                known as (
                  select *, min(day) over (partition by member_id) < day as elsewhere from here)
                """.formatted(whom.among("member_id")), days.from(), days.to(), days.to());
    }

    private static final String FLOW = """
            case j.kind when 'ACCRUAL' then 'ISSUED' when 'ACTIVATION' then 'MATURED'
              when 'ACCRUAL_REVERSAL' then 'CLAWED_BACK' when 'EXPIRY' then 'EXPIRED'
              when 'REINSTATEMENT' then 'REINSTATED' when 'REDEMPTION_REVERSAL' then 'GIVEN_BACK'
              when 'ADJUSTMENT' then case when j.business_key like 'debt/%'
                then 'DEBT_SETTLED' else 'ADJUSTED' end
              when 'REDEMPTION_HOLD' then case when r.status = 'HELD'
                then 'SET_ASIDE' else 'SPENT' end
              when 'CAPTURE' then 'SPENT' when 'VOID' then 'SPENT' else 'ADJUSTED' end""";

    /**
     * What went into members' lots and out of them by that day: table {@code moved} of {@code day},
     * {@code member_id}, {@code issuer_id}, {@code funding}, {@code pending}, {@code born} (day of
     * the lot's first credit), {@code expires_on}, {@code flow} (of {@link PointsMovement.Flow})
     * and {@code points}, above zero into the lot.
     */
    public static ReportTable points(PartnerId issuer, LocalDate last, Whom whom) {
        return ReportTable.of(
                whom,
                """
                , born as (
                  select lot_id, min(business_date) as day from posting
                  where lot_id is not null group by lot_id),
                entry as (
                  select lot_id, journal_id, business_date, amount from posting
                  where lot_id is not null and business_date <= ?
                  union all
                  select lot_id, journal_id, business_date, -amount from trace
                  where business_date <= ?),
                moved as (
                  select e.business_date as day, l.member_id, l.issuer_id, l.funding,
                    l.activates_on is not null as pending, b.day as born, l.expires_on,
                    %s as flow, e.amount as points
                  from entry e
                  join journal j on j.business_date = e.business_date and j.id = e.journal_id
                  join lot l on l.id = e.lot_id
                  join born b on b.lot_id = e.lot_id
                  left join redemption r on j.kind = 'REDEMPTION_HOLD'
                    and j.business_key = 'redemption/' || r.id
                  where (l.issuer_id = ? or ? = 0)%s)
                """.formatted(FLOW, whom.among("l.member_id")),
                last,
                last,
                issuer.value(),
                issuer.value());
    }

    /**
     * The points of each captured redemption by the issuer of the lots that they came from: table
     * {@code taken} of {@code id}, {@code member_id}, {@code acceptor}, {@code issuer_id},
     * {@code points} and {@code money}. Where one redemption took points of several issuers, its
     * money was rounded once and is shared out without losing any, the acceptor's own points first.
     */
    public static ReportTable burned(ReportDays days, Whom whom) {
        return ReportTable.of(
                whom,
                """
                , lots as (
                  select r.id, r.member_id, r.partner_id as acceptor, l.issuer_id,
                    sum(t.amount) as points
                  from journal j
                  join trace t on t.business_date = j.business_date and t.journal_id = j.id
                  join lot l on l.id = t.lot_id
                  join redemption r on j.business_key = 'redemption/' || r.id
                  where j.kind in ('REDEMPTION_HOLD', 'CAPTURE')
                    and j.business_date between ? and ? and r.status in ('CAPTURED', 'REVERSED')%s
                  group by 1, 2, 3, 4 having sum(t.amount) <> 0),
                paid as (
                  select j.business_key as redeemed, sum(p.amount) as money
                  from journal j
                  join posting p on p.business_date = j.business_date and p.journal_id = j.id
                  where j.kind = 'CAPTURE' and p.unit <> 'PTS'
                    and j.business_date between ? and ? group by 1),
                ranked as (
                  select t.*, coalesce(p.money, 0) as whole_money,
                    sum(points) over (partition by t.id order by issuer_id <> acceptor, issuer_id)
                      as upto,
                    sum(points) over (partition by t.id) as whole
                  from lots t left join paid p on p.redeemed = 'redemption/' || t.id),
                taken as (
                  select id, member_id, acceptor, issuer_id, points,
                    div(2 * whole_money * upto + whole, 2 * whole)
                      - div(2 * whole_money * (upto - points) + whole, 2 * whole) as money
                  from ranked)
                """.formatted(whom.among("r.member_id")),
                days.from(),
                days.to(),
                days.from(),
                days.to());
    }

    /**
     * Sales whose receipt bears the number of a redemption that took another partner's points:
     * table {@code abroad} of {@code partner_id}, {@code member_id} and {@code total}.
     */
    public static ReportTable abroad(ReportDays days, Whom whom) {
        ReportTable burned = burned(days, whom);
        return new ReportTable(burned.with() + """
                , abroad as (
                  select p.partner_id, r.member_id, p.total
                  from (select distinct id from taken where issuer_id <> acceptor) a
                  join redemption r on r.id = a.id and r.status = 'CAPTURED'
                  join purchase p on p.partner_id = r.partner_id and p.number = r.number
                    and p.outlet = r.outlet and p.till = r.till
                    and p.business_date = r.business_date and p.kind = 'SALE')
                """, burned.values());
    }

    /**
     * What moved between the programme and its partners, with the partner's sign: table
     * {@code passed} of {@code partner_id}, {@code member_id}, {@code kind} (of the journal, or
     * {@code BACK} for what returns brought back), {@code points} and {@code money}.
     */
    public static ReportTable passed(ReportDays days, Whom whom) {
        return ReportTable.of(
                whom, """
                , passed as (
                  select p.partner_id, j.member_id,
                    case when j.kind = 'ACCRUAL_REVERSAL'
                        or j.kind = 'ADJUSTMENT' and j.business_key like 'debt/%%'
                      then 'BACK' else j.kind end as kind,
                    case when p.unit <> 'PTS' then 0
                      when p.to_account in ('ISSUED', 'ACCEPTED') then p.amount
                      when p.from_account in ('ISSUED', 'ACCEPTED') then -p.amount
                      else 0 end as points,
                    case when p.to_account in ('PARTNER', 'PREPAID') then p.amount
                      when p.from_account in ('PARTNER', 'PREPAID') then -p.amount
                      else 0 end as money
                  from posting p
                  join journal j on j.business_date = p.business_date and j.id = p.journal_id
                  where p.business_date between ? and ?%s)
                """.formatted(whom.among("j.member_id")), days.from(), days.to());
    }
}
