package shutaf.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.ReportDatabase;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * Who came back, counted by the database in one statement: one walk through the days in the order
 * of an index, from which both the customers (one small row each) and the cohorts come. The same
 * figures as a walk in Java gives, which the analyst's command uses and a test holds against this.
 */
@ApplicationScoped
public class RetentionHistory {
    private static final String WALK = """
            , walked as (
                select member_id, day, amount, row_number() over w as n,
                       first_value(day) over w as first, lag(day) over w as before
                from bought window w as (partition by member_id order by day)),
            folded as materialized (
                select member_id, cohort, month, min(day) as first,
                       min(day) filter (where n = 2) as second, max(day) as last,
                       count(*) as days, sum(amount)::bigint as amount,
                       count(*) filter (where before is null or before < month) as active
                from (select *, date_trunc('month', first::timestamp)::date as cohort,
                             date_trunc('month', day::timestamp)::date as month
                      from walked) w
                group by grouping sets ((member_id), (cohort, month))),
            customer as (select * from folded where member_id is not null),
            whole as (select max(last) as last, count(*) as customers from customer),""";

    private static final String GRADES = """
            graded as (
                select 100000 * ntile(:parts) over (order by last, id)
                       + 10000 * ntile(:parts) over (order by days, id)
                       + 1000 * ntile(:parts) over (order by amount, id)
                       + 100 * least(:parts, :parts * (rank() over (order by last) - 1)
                           / customers + 1)
                       + 10 * least(:parts, :parts * (rank() over (order by days) - 1)
                           / customers + 1)
                       + least(:parts, :parts * (rank() over (order by amount) - 1)
                           / customers + 1) as digits
                from (select c.last, days, amount, customers, member_id::text collate "C" as id
                      from customer c, whole) ranked)""";

    private static final String COUNTS = """
             select 'COHORT' as kind, cohort as a, month as b, 0::bigint as n, active as x,
                   0::bigint as y
            from folded where member_id is null
            union all
            select 'FIRST', first, null, 0, count(*),
                   count(*) filter (where second - first <= :soon)
            from customer group by first
            union all
            select 'WHOLE', max(last), null, 0, coalesce(sum(days), 0)::bigint,
                   count(*) filter (where days > 1)
            from customer
            union all
            select 'AGAIN', null, null, coalesce(second, whole.last) - first, count(second),
                   count(*) - count(second)
            from customer, whole group by 4
            union all
            select 'LOST', null, null, c.last - first,
                   count(*) filter (where whole.last - c.last > :lost),
                   count(*) filter (where whole.last - c.last <= :lost)
            from customer c, whole group by 4
            union all
            select 'GRADE', null, null, digits, count(*), 0 from graded group by digits
            order by 1, 2, 3, 4""";

    private static final String QUERY = (WALK + GRADES + COUNTS)
            .replace(":parts", Integer.toString(RetentionCounts.PARTS))
            .replace(":soon", Integer.toString(RetentionCounts.SOON_DAYS))
            .replace(":lost", Integer.toString(RetentionCounts.LOST_DAYS));

    @Inject
    private CustomerDays days;

    @Inject
    private ReportDatabase database;

    private record Row(String kind, LocalDate a, LocalDate b, long n, long x, long y) {}

    /**
     * Counts all customers.
     *
     * @param filter the purchases to count
     */
    public RetentionCounts counts(ReportFilter filter) {
        days.catchUp();
        Bought bought = Bought.of(filter);
        List<Row> rows = database.read(
                filter.scope(),
                reading -> reading.all(
                        bought.text() + QUERY,
                        r -> new Row(
                                r.getString(1),
                                r.getObject(2, LocalDate.class),
                                r.getObject(3, LocalDate.class),
                                r.getLong(4),
                                r.getLong(5),
                                r.getLong(6)),
                        bought.and()));
        Row whole = of(rows, "WHOLE", row -> row).get(0);
        return new RetentionCounts(
                of(rows, "COHORT", r -> new RetentionCounts.Cohort(r.a(), r.b(), r.x())),
                of(rows, "FIRST", r -> new RetentionCounts.FirstDay(r.a(), r.x(), r.y())),
                whole.a(),
                whole.x(),
                whole.y(),
                of(rows, "AGAIN", r -> new RetentionCounts.Wait(r.n(), r.x(), r.y())),
                of(rows, "LOST", r -> new RetentionCounts.Wait(r.n(), r.x(), r.y())),
                of(rows, "GRADE", r -> RetentionCounts.Grade.of((int) r.n(), r.x())));
    }

    private static <T> List<T> of(List<Row> rows, String kind, Function<Row, T> as) {
        return rows.stream().filter(row -> row.kind().equals(kind)).map(as).toList();
    }
}
