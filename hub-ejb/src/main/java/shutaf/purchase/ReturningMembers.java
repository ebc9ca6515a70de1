package shutaf.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.ReportDatabase;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts of who took part, came back, fell silent and redeemed, for reports. The database folds the
 * purchases into counts; no member is loaded, and a million of them come back as some thousand
 * rows.
 */
@ApplicationScoped
public class ReturningMembers {
    /** So many days without a purchase are a silence that can be broken. */
    public static final int SILENT_DAYS = 90;

    /** Who is silent for longer at the end of the period counts as gone. */
    public static final int GONE_DAYS = 180;

    private static final String CUSTOMERS = """
            , walked as (
              select member_id, day, amount as spent, partner, earned,
                row_number() over each as n, lead(day) over each as next
              from bought window each as (partition by member_id order by day)
            ), until as materialized (
              select max(day) as last from bought
            ), customer as materialized (
              select d.member_id, min(d.day) as first, max(d.day) filter (where d.n = 2) as second,
                max(d.day) as last, count(*) as days, sum(d.spent)::bigint as spent,
                coalesce(sum(d.spent) filter (where d.n > 1), 0)::bigint as spent_later,
                min(d.partner) filter (where d.n = 1) as partner, bool_or(d.earned) as earned,
                count(*) filter (where coalesce(d.next, u.last) - d.day >= ?) as silences,
                count(*) filter (where d.next - d.day >= ?) as broken
              from walked d cross join until u group by d.member_id
            ),
            """;

    private static final String WAITS = """
            , wait as (
              select c.second is not null as again, coalesce(c.second, u.last) - c.first as waited,
                p.code as partner, m.tier,
                to_char(m.joined, 'YYYY-"Q"Q') as quarter, s.segment,
                u.last - c.last > ? as gone, c.last - c.first as stayed
              from customer c cross join until u left join partner p on p.id = c.partner
                left join person m on m.id = c.member_id
                left join lifetime_score s on s.partner_id = ? and s.member_id = c.member_id
            ), score as (
              select ntile(5) over (order by last, member_id::text collate "C") as r,
                ntile(5) over (order by days, member_id::text collate "C") as f,
                ntile(5) over (order by spent, member_id::text collate "C") as m,
                least(5, 5 * (rank() over (order by last) - 1) / count(*) over () + 1) as r_tie,
                least(5, 5 * (rank() over (order by days) - 1) / count(*) over () + 1) as f_tie,
                least(5, 5 * (rank() over (order by spent) - 1) / count(*) over () + 1) as m_tie
              from customer
            )
            select 'second', '', waited, again::int, 0, count(*) from wait group by 3, 4
            union all
            select 'second.partner', partner, waited, again::int, 0, count(*) from wait
              where partner is not null group by 2, 3, 4
            union all
            select 'second.quarter', quarter, waited, again::int, 0, count(*) from wait
              where quarter is not null group by 2, 3, 4
            union all
            select 'second.tier', tier, waited, again::int, 0, count(*) from wait
              where tier is not null group by 2, 3, 4
            union all
            select 'second.segment', segment, waited, again::int, 0, count(*) from wait
              where segment is not null group by 2, 3, 4
            union all
            select 'churn', '', stayed, gone::int, 0, count(*) from wait group by 3, 4
            union all
            select 'rfm.parts', '', r, f, m, count(*) from score group by 3, 4, 5
            union all
            select 'rfm.ties', '', r_tie, f_tie, m_tie, count(*) from score group by 3, 4, 5
            union all
            select 'redemption', '', greatest(0, coalesce(redeemed, u.last) - joined),
              (redeemed is not null)::int, 0, count(*)
              from person cross join until u where joined between ? and u.last group by 3, 4
            """;

    private static final String SUMS = """
            union all
            select 'sum', k.name, 0, 0, 0, k.value from (
              select count(*) as members, count(*) filter (where bought) as took_part,
                count(*) filter (where engaged) as engaged
              from person cross join until u where joined <= u.last) p
              cross join lateral (values ('members', members), ('took-part', took_part),
                ('engaged', engaged)) k (name, value)
            union all
            select 'sum', k.name, 0, 0, 0, coalesce(k.value, 0) from (
              select sum(silences)::bigint as silences, sum(broken)::bigint as broken,
                sum(spent)::bigint as spent, sum(spent_later)::bigint as later,
                sum(spent) filter (where days > 1)::bigint as repeaters
              from customer) c
              cross join lateral (values ('silences', silences), ('broken', broken),
                ('spent', spent), ('spent-later', later), ('spent-repeaters', repeaters)
              ) k (name, value)
            union all
            select 'sum', 'sales', 0, 0, 0, coalesce(sum(total), 0)::bigint
              from purchase where kind = 'SALE'
            """;

    @Inject
    private CustomerDays days;

    @Inject
    private ReportDatabase database;

    /**
     * A count.
     *
     * @param figure what is counted: {@code second} (days to the second day of purchase, 1 when it
     *     came), the same by {@code second.partner}, {@code second.quarter}, {@code second.tier}
     *     and {@code second.segment}, {@code churn} (days from first to last purchase, 1 when
     *     silent since), {@code redemption} (days from joining to the first redemption, 1 when it
     *     came), {@code rfm.parts} and {@code rfm.ties} (scores 1 to 5 of recency, frequency,
     *     money), {@code sum}
     * @param group the group or the sum's name, empty for all
     * @param x the first number, such as days
     * @param y the second, such as 1 for "it happened"
     * @param z the third
     * @param count members, or for {@code sum} the number itself (money in minor units)
     */
    public record Tally(String figure, String group, long x, long y, long z, long count) {}

    /**
     * All counts of one report, read in one statement, so that they belong together. Without any
     * purchase only the sums are there.
     *
     * @param silentDays days without a purchase that make a silence, at least 1
     * @param goneDays days of silence at the end after which a member counts as gone
     */
    public List<Tally> tallies(ReportFilter filter, int silentDays, int goneDays) {
        days.catchUp();
        Bought bought = Bought.withPartner(filter);
        List<Object> values = new ArrayList<>(bought.arguments());
        values.addAll(List.of(silentDays, silentDays));
        KnownMembers known = KnownMembers.of(filter);
        values.addAll(known.arguments());
        values.addAll(List.of(goneDays, filter.scope().value(), KnownMembers.since(filter)));
        values.addAll(filter.dealingValues());
        return database.read(
                filter.scope(),
                reading -> reading.all(
                        bought.text()
                                + CUSTOMERS
                                + known.text()
                                + WAITS
                                + SUMS
                                + filter.dealings("partner_id", "business_date"),
                        r -> new Tally(
                                r.getString(1),
                                r.getString(2),
                                r.getLong(3),
                                r.getLong(4),
                                r.getLong(5),
                                r.getLong(6)),
                        values.toArray()));
    }
}
