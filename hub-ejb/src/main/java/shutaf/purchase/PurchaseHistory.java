package shutaf.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.ReportDatabase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Who bought on which days, for reports: from {@link CustomerDays}, which are brought up to date
 * first, and where reports read, so possibly a replica.
 *
 * <p>Sales of known members count, also those of no value; returns do not take a day away. Of all
 * partners together a day at two of them is one.
 */
@ApplicationScoped
public class PurchaseHistory {
    private static final String DAYS = """
             select member_id::text collate "C", day, amount from bought order by 1, 2""";

    private static final String SPAN = " select min(day), max(day) from bought";

    // One walk gives both: a row for each member, and a row for each week of the holdout. A day at
    // two partners is one: the row before is of that day.
    private static final String SUMMARIES = """
            , walked as (
                select member_id, day, amount, ?::date as calibrated, ?::date as held,
                       first_value(day) over each as first, lag(day) over each as before
                from bought window each as (partition by member_id order by day)),
            told as (
                select *, before is null or before < day as another,
                       day > calibrated and day <= held as later
                from walked),
            customer as materialized (
                select member_id, min(day) as first,
                       coalesce(max(day) filter (where day <= calibrated), min(day)) as last,
                       count(*) filter (where another and day <= calibrated and day > first)
                           as repeats,
                       coalesce(sum(amount) filter (where day <= calibrated and day > first),
                           0)::bigint as repeated,
                       count(*) filter (where another and later) as later,
                       coalesce(sum(amount) filter (where later), 0)::bigint as later_amount,
                       count(*) filter (where another and day > held) as latest,
                       array_agg((day - calibrated - 1) / 7)
                           filter (where another and later and first <= calibrated) as weeks
                from told group by member_id)
            select member_id, 0, first, last, repeats, repeated, later, later_amount, latest
            from customer
            union all
            select null, week, null, null, 0, 0, count(*), 0, 0
            from customer, unnest(weeks) week group by week
            order by 1""";

    @Inject
    private CustomerDays days;

    @Inject
    private ReportDatabase database;

    /** First and last day with a purchase. */
    public record Span(LocalDate first, LocalDate last) {}

    /** Hands over each member's days, members in byte order of their number, days ascending. */
    public void customerDays(ReportFilter filter, Consumer<CustomerDay> taker) {
        days.catchUp();
        Bought bought = Bought.of(filter);
        database.read(filter.scope(), reading -> {
            reading.stream(
                    bought.text() + DAYS,
                    r -> new CustomerDay(
                            r.getString(1), r.getObject(2, LocalDate.class), r.getLong(3)),
                    taker,
                    bought.and());
            return null;
        });
    }

    /** The time that the history covers; empty when nobody bought yet. */
    public Optional<Span> span(ReportFilter filter) {
        days.catchUp();
        Bought bought = Bought.asKept(filter);
        return database.read(
                filter.scope(),
                reading -> reading.first(
                                bought.text() + SPAN,
                                r -> new Span(
                                        r.getObject(1, LocalDate.class),
                                        r.getObject(2, LocalDate.class)),
                                bought.and())
                        .filter(span -> span.first() != null));
    }

    /**
     * Hands over a summary of each member, in the order of their numbers; members whose first
     * purchase lies after the end of calibration are among them.
     *
     * @param calibrationEnd last day that models may see
     * @param holdoutEnd last day of the time that they are checked against
     * @return days of purchase in the holdout by its weeks, from 0, of members who bought before;
     *     weeks without any are missing
     */
    public SortedMap<Integer, Long> summaries(
            ReportFilter filter,
            LocalDate calibrationEnd,
            LocalDate holdoutEnd,
            Consumer<BuyingSummary> taker) {
        days.catchUp();
        Bought bought = Bought.asKept(filter);
        SortedMap<Integer, Long> weeks = new TreeMap<>();
        database.read(filter.scope(), reading -> {
            reading.stream(
                    bought.text() + SUMMARIES,
                    r -> row(r, weeks),
                    row -> row.ifPresent(taker),
                    bought.and(calibrationEnd, holdoutEnd));
            return null;
        });
        return weeks;
    }

    private static Optional<BuyingSummary> row(ResultSet r, SortedMap<Integer, Long> weeks)
            throws SQLException {
        Long member = r.getObject(1, Long.class);
        if (member == null) {
            weeks.put(r.getInt(2), r.getLong(7));
            return Optional.empty();
        }
        return Optional.of(new BuyingSummary(
                member,
                r.getObject(3, LocalDate.class),
                r.getObject(4, LocalDate.class),
                r.getInt(5),
                r.getLong(6),
                r.getInt(7),
                r.getLong(8),
                r.getLong(9)));
    }
}
