package shutaf.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.Sql;

import java.time.LocalDate;

/**
 * Keeps the table of who bought on which day in step with the receipts. Nothing happens when a
 * receipt comes in; before a report is read, and by the clock, the days that receipts have touched
 * since the last time are worked out anew.
 *
 * <p>Right at any time and in any order: the mark is a transaction number below which everything is
 * finished, so a transaction that began early and commits late lies above it and is seen next time;
 * a day worked out twice is the same day.
 */
@ApplicationScoped
public class CustomerDays {
    private static final int FEW_DAYS = 2_000;

    private static final String SUMS = """
            sum(total)::bigint as amount, count(*)::int as receipts, bool_or(points > 0) as earned
            """;

    private static final String INTO = """
            insert into customer_day (member_id, day, partner_id, amount, receipts, earned)
            """;

    private static final String KEEP = """
            on conflict (member_id, day, partner_id) do update
            set amount = excluded.amount, receipts = excluded.receipts, earned = excluded.earned
            where (customer_day.amount, customer_day.receipts, customer_day.earned)
                is distinct from (excluded.amount, excluded.receipts, excluded.earned)""";

    private static final String ALL =
            INTO + "select member_id, business_date, partner_id, " + SUMS + """
            from purchase where kind = 'SALE' and member_id is not null
            group by member_id, business_date, partner_id
            """ + KEEP;

    private static final String TOUCHED = """
            with touched as materialized (
                select distinct member_id, business_date as day, partner_id from purchase
                where written_in >= ? and kind = 'SALE' and member_id is not null)
            """;

    private static final String HOW_MANY =
            TOUCHED + "select count(*), min(day), max(day) from touched";

    // A few days: each is looked up by itself, through the index of its member.
    private static final String FEW = TOUCHED + INTO
            + "select t.member_id, t.day, t.partner_id, s.amount, s.receipts, s.earned"
            + " from touched t cross join lateral (select "
            + SUMS
            + """
            from purchase p where p.member_id = t.member_id and p.business_date = t.day
                and p.partner_id = t.partner_id and p.kind = 'SALE') s
            """
            + KEEP;

    // Many, as after a file of a million receipts: the months that they lie in are read once.
    private static final String MANY = TOUCHED + INTO
            + "select p.member_id, p.business_date, p.partner_id, " + SUMS + """
            from purchase p where p.kind = 'SALE' and p.business_date between ? and ?
                and (p.member_id, p.business_date, p.partner_id) in (
                    select member_id, day, partner_id from touched)
            group by p.member_id, p.business_date, p.partner_id
            """ + KEEP;

    private static final String MARK = """
            select coalesce(upto, 0),
                   cluster is not distinct from (select system_identifier from pg_control_system()),
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            from customer_day_mark for update""";

    @Inject
    private Sql sql;

    private record Mark(long upto, boolean ours, long safe) {}

    private record Touched(long days, LocalDate first, LocalDate last) {}

    /**
     * Works out what was touched; cheap when nothing was. In a transaction of its own, so that a
     * reader on another connection sees it, and one at a time: a second caller waits for the first.
     *
     * @return days that changed
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @InHubScope
    public int catchUp() {
        // What is unfinished now is at or above the safe number, whatever commits meanwhile.
        Mark mark = sql.first(MARK, r -> new Mark(r.getLong(1), r.getBoolean(2), r.getLong(3)))
                .orElseThrow();
        int changed = mark.ours() ? again(mark.upto()) : sql.run(ALL);
        sql.run("""
                update customer_day_mark set upto = ?,
                    cluster = (select system_identifier from pg_control_system())""", mark.safe());
        return changed;
    }

    private int again(long from) {
        Touched touched = sql.first(
                        HOW_MANY,
                        r -> new Touched(
                                r.getLong(1),
                                r.getObject(2, LocalDate.class),
                                r.getObject(3, LocalDate.class)),
                        from)
                .orElseThrow();
        if (touched.days() == 0) {
            return 0;
        }
        if (touched.days() <= FEW_DAYS) {
            return sql.run(FEW, from);
        }
        // New receipts are not in the planner's statistics yet: it would expect a handful and look
        // each up by whatever index, which takes hours where this takes seconds.
        sql.run("set local enable_nestloop = off");
        return sql.run(MANY, from, touched.first(), touched.last());
    }
}
