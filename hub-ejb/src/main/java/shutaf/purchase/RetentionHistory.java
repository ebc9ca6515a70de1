package shutaf.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.ReportDatabase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Who came back, took part, fell silent and redeemed, counted by the database in one statement, so
 * that all of it belongs together: one walk through the days in the order of an index makes one
 * small row a customer, and everything else is counted from those. No member is loaded, and a
 * million of them come back as some thousand rows. The same figures as a walk in Java gives, which
 * the analyst's command uses and a test holds against this.
 */
@ApplicationScoped
public class RetentionHistory {
    /** One row a customer; a day at two partners is one, because the row before is of that day. */
    private static final String CUSTOMERS = """
            , walked as (
              select member_id, day, amount, partner, earned,
                date_trunc('month', day::timestamp)::date as month,
                first_value(day) over each as first, lag(day) over each as before
              from bought window each as (partition by member_id order by day)
            ), customer as materialized (
              select member_id, min(day) as first, min(day) filter (where day > first) as second,
                max(day) as last, sum(amount)::bigint as amount,
                count(*) filter (where before is null or before < day) as days,
                sum(amount) filter (where day = first)::bigint as opening,
                min(partner) filter (where day = first) as partner, bool_or(earned) as earned,
                count(*) filter (where day - before >= :silent) as broken,
                array_agg(month) filter (where before is null or before < month) as months
              from walked group by member_id
            ), until as materialized (
              select max(last) as last, count(*) as customers from customer
            ),""";

    private static final String GRADES = """
            , graded as (
              select 100000 * ntile(:parts) over (order by last, id)
                + 10000 * ntile(:parts) over (order by days, id)
                + 1000 * ntile(:parts) over (order by amount, id)
                + 100 * least(:parts, :parts * (rank() over (order by last) - 1) / customers + 1)
                + 10 * least(:parts, :parts * (rank() over (order by days) - 1) / customers + 1)
                + least(:parts, :parts * (rank() over (order by amount) - 1) / customers + 1)
                as digits
              from (select c.last, days, amount, customers, member_id::text collate "C" as id
                from customer c, until) ranked
            )""";

    private static final String GROUPS = """
            , wait as (
              select c.second is not null as again, coalesce(c.second, u.last) - c.first as waited,
                p.code as partner, m.tier, to_char(m.joined, 'YYYY-"Q"Q') as quarter, s.segment
              from customer c cross join until u left join partner p on p.id = c.partner
                left join person m on m.id = c.member_id
                left join lifetime_score s on s.partner_id = ? and s.member_id = c.member_id
            )""";

    private static final String COUNTS = """
             select 'COHORT' as kind, '' as name, date_trunc('month', first::timestamp)::date as a,
              month as b, 0::bigint as n, count(*) as x, 0::bigint as y
            from customer, unnest(months) month group by 3, 4
            union all
            select 'FIRST', '', first, null, 0, count(*),
              count(*) filter (where second - first <= :soon)
            from customer group by first
            union all
            select 'WHOLE', '', max(last), null, 0, coalesce(sum(days), 0)::bigint,
              count(*) filter (where days > 1)
            from customer
            union all
            select 'AGAIN', '', null, null, coalesce(second, u.last) - first, count(second),
              count(*) - count(second)
            from customer, until u group by 5
            union all
            select 'second.' || kind, name, null, null, waited, count(*) filter (where again),
              count(*) filter (where not again)
            from wait cross join lateral (values ('partner', partner), ('quarter', quarter),
              ('tier', tier), ('segment', segment)) g (kind, name)
            where name is not null group by kind, name, waited
            union all
            select 'LOST', '', null, null, c.last - first,
              count(*) filter (where u.last - c.last > :lost),
              count(*) filter (where u.last - c.last <= :lost)
            from customer c, until u group by 5
            union all
            select 'GRADE', '', null, null, digits, count(*), 0 from graded group by digits
            union all
            select 'redemption', '', null, null,
              greatest(0, coalesce(redeemed, u.last) - joined), count(redeemed),
              count(*) - count(redeemed)
            from person cross join until u where joined between ? and u.last group by 5
            """;

    private static final String SUMS = """
            union all
            select 'sum', k.name, null, null, 0, coalesce(k.value, 0), 0 from (
              select count(*) as members, count(*) filter (where bought) as took_part,
                count(*) filter (where engaged) as engaged
              from person cross join until u where joined <= u.last) p
              cross join lateral (values ('members', members), ('took-part', took_part),
                ('engaged', engaged)) k (name, value)
            union all
            select 'sum', k.name, null, null, 0, coalesce(k.value, 0), 0 from (
              select (sum(broken) + count(*) filter (where u.last - c.last >= :silent))::bigint
                  as silences,
                sum(broken)::bigint as broken, sum(amount)::bigint as spent,
                sum(amount - opening)::bigint as later,
                sum(amount) filter (where days > 1)::bigint as repeaters
              from customer c cross join until u) c
              cross join lateral (values ('silences', silences), ('broken', broken),
                ('spent', spent), ('spent-later', later), ('spent-repeaters', repeaters)
              ) k (name, value)
            union all
            select 'sum', 'sales', null, null, 0, coalesce(sum(total), 0)::bigint, 0
            from (
              select amount as total from customer_day where true:dealt
              union all
              select total from purchase where kind = 'SALE' and member_id is null:sold
            ) sold
            """;

    @Inject
    private CustomerDays days;

    @Inject
    private ReportDatabase database;

    private record Row(String kind, String name, LocalDate a, LocalDate b, long n, long x, long y) {
        RetentionCounts.Wait waited() {
            return new RetentionCounts.Wait(n, x, y);
        }
    }

    /**
     * Counts all customers, and the members who are none.
     *
     * @param filter the purchases to count
     */
    public RetentionCounts counts(ReportFilter filter) {
        days.catchUp();
        List<Row> rows = database.read(
                filter.scope(),
                reading -> reading.all(
                        query(filter),
                        row -> new Row(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7)),
                        values(filter)));
        Row whole = of(rows, "WHOLE", row -> row).get(0);
        return new RetentionCounts(
                of(rows, "COHORT", r -> new RetentionCounts.Cohort(r.a(), r.b(), r.x())),
                of(rows, "FIRST", r -> new RetentionCounts.FirstDay(r.a(), r.x(), r.y())),
                whole.a(),
                whole.x(),
                whole.y(),
                of(rows, "AGAIN", Row::waited),
                of(rows, "LOST", Row::waited),
                of(rows, "GRADE", r -> RetentionCounts.Grade.of((int) r.n(), r.x())),
                more(rows));
    }

    private static List<Tally> more(List<Row> rows) {
        List<Tally> more = new ArrayList<>();
        for (Row row : rows) {
            if (row.kind().equals("sum")) {
                more.add(new Tally("sum", row.name(), 0, 0, 0, row.x()));
            } else if (row.kind().startsWith("second.") || row.kind().equals("redemption")) {
                row.waited().addTo(more, row.kind(), row.name());
            }
        }
        return more;
    }

    private static String query(ReportFilter filter) {
        return (Bought.asKept(filter).text()
                        + CUSTOMERS
                        + KnownMembers.of(filter).text()
                        + GRADES
                        + GROUPS
                        + COUNTS
                        + SUMS)
                .replace(":parts", Integer.toString(RetentionCounts.PARTS))
                .replace(":soon", Integer.toString(RetentionCounts.SOON_DAYS))
                .replace(":lost", Integer.toString(RetentionCounts.LOST_DAYS))
                .replace(":silent", Integer.toString(RetentionCounts.SILENT_DAYS))
                .replace(":dealt", filter.dealings("partner_id", "day"))
                .replace(":sold", filter.dealings("partner_id", "business_date"));
    }

    private static Object[] values(ReportFilter filter) {
        List<Object> values = new ArrayList<>(Bought.asKept(filter).arguments());
        values.addAll(KnownMembers.of(filter).arguments());
        values.add(filter.scope().value());
        values.add(KnownMembers.since(filter));
        values.addAll(filter.dealingValues());
        values.addAll(filter.dealingValues());
        return values.toArray();
    }

    private static <T> List<T> of(List<Row> rows, String kind, Function<Row, T> as) {
        return rows.stream().filter(row -> row.kind().equals(kind)).map(as).toList();
    }
}
