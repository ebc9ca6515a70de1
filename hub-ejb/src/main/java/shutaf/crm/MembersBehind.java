package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.crm.behind.Part;
import shutaf.crm.behind.PurchaseTables;
import shutaf.crm.behind.Question;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.purchase.CustomerDays;
import shutaf.purchase.ReportFilter;
import shutaf.shared.MemberId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The members whom a figure of a report counts: as many as the figure says, the most valuable
 * first. For the operator's people; everything, also the paging, happens in the database.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class MembersBehind {
    private static final int MOST_ROWS = 200;

    /**
     * As for reports: walks through an index in its order, and sorts the rest in memory. And no
     * loops within loops: the planner takes the tables that a question reads for a handful of rows,
     * where they are all members.
     */
    private static final String SETTINGS = """
            select set_config('work_mem', '64MB', true), set_config('enable_sort', 'off', true),
              set_config('enable_nestloop', 'off', true)""";

    /** The members themselves are looked up for the rows that are shown. */
    private static final String SHOWN = """
            select p.member_id, m.first_name || ' ' || m.last_name, m.tier,
              (select right(min(i.value), 4) from identifier i
               where i.member_id = p.member_id and i.scheme = 'CARD'),
              p.days, p.first, p.last, p.spent, p.worth, (s.p_alive * 1000000)::bigint, s.clv12,
              p.members, p.total
            from page p left join member m on m.id = p.member_id
            left join lifetime_score s on s.partner_id = ? and s.member_id = p.member_id
            order by p.place""";

    @Inject
    private Sql sql;

    @Inject
    private CustomerDays days;

    /**
     * A member of the list.
     *
     * @param id the account
     * @param name first and last name; empty for an account that is no longer there
     * @param tier the tier's code; empty likewise
     * @param card the last four digits of a card, empty without one
     * @param days days of purchase
     * @param first the first of them; empty for a member without any
     * @param last the last of them, likewise
     * @param spentMinor paid on all of them, in minor units of the programme's currency
     * @param worth by what the list is ranked, where that is something else: minor units, or points
     *     where the question says so
     * @param aliveMillionths chance of another purchase by the last scores; empty without
     * @param valueMinor expected value of twelve months by them; empty without
     */
    public record Row(
            MemberId id,
            String name,
            String tier,
            String card,
            long days,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            long spentMinor,
            Optional<Long> worth,
            Optional<Long> aliveMillionths,
            Optional<Long> valueMinor) {}

    /**
     * The whole list in two numbers: one of them is the figure itself.
     *
     * @param members how many there are
     * @param worth sum of their own column, in its unit; 0 where the list has none
     */
    public record Size(long members, long worth) {}

    /** How long the list is, and what it adds up to. */
    public Size size(Question question, ReportFilter filter) {
        prepare();
        String worth = question.rank().own() ? "coalesce(sum(worth), 0)::bigint" : "0";
        Part counted = tables(question, filter)
                .then(Part.of(") select count(*), " + worth + " from asked"));
        return sql.first(
                        counted.sql(),
                        r -> new Size(r.getLong(1), r.getLong(2)),
                        counted.arguments().toArray())
                .orElseThrow();
    }

    /**
     * A part of the list.
     *
     * @param size of the whole list
     * @param rows the members of this page
     */
    public record Page(Size size, List<Row> rows) {
        /** Keeps its own list. */
        public Page {
            rows = List.copyOf(rows);
        }
    }

    private record Seen(Row row, Size size) {}

    /** One page of them. */
    public List<Row> page(Question question, ReportFilter filter, int first, int count) {
        return look(question, filter, first, count).rows();
    }

    /** One page of them and how long the list is, in one walk through the purchases. */
    public Page look(Question question, ReportFilter filter, int first, int count) {
        prepare();
        Part page = shown(
                question,
                filter,
                Part.of("limit ? offset ?", Math.clamp(count, 1, MOST_ROWS), Math.max(0, first)));
        List<Seen> seen = sql.all(
                page.sql(),
                r -> new Seen(read(r), new Size(r.getLong(12), r.getLong(13))),
                page.arguments().toArray());
        Size size = seen.isEmpty() ? size(question, filter) : seen.getFirst().size();
        return new Page(size, seen.stream().map(Seen::row).toList());
    }

    /** Hands all of them over, one by one, for a file. */
    public void each(Question question, ReportFilter filter, Consumer<Row> taker) {
        prepare();
        Part all = shown(question, filter, Part.of(""));
        sql.stream(all.sql(), MembersBehind::read, taker, all.arguments().toArray());
    }

    private void prepare() {
        days.catchUp();
        sql.first(SETTINGS, r -> r.getString(1));
    }

    private static Part tables(Question question, ReportFilter filter) {
        return Part.of("with")
                .then(PurchaseTables.of(filter))
                .then(Part.of(", asked as ("))
                .then(question.members(filter));
    }

    private static Part shown(Question question, ReportFilter filter, Part cut) {
        boolean ranked = question.rank().worth();
        String by = ranked ? "abs(worth) desc nulls last, spent desc" : "spent desc";
        String worth = ranked ? "a.worth" : "null::bigint as worth";
        String total = question.rank().own() ? "coalesce(sum(worth) over (), 0)::bigint" : "0";
        return tables(question, filter)
                .then(Part.of("""
                        ), page as (
                          select *, row_number() over (
                              order by %s, last desc nulls last, member_id) as place,
                            count(*) over () as members, %s as total
                          from (select a.member_id, coalesce(c.days, 0) as days, c.first, c.last,
                              coalesce(c.spent, 0) as spent, %s
                            from asked a left join customer c using (member_id)) listed
                          order by place""".formatted(by, total, worth)))
                .then(cut)
                .then(Part.of(")"))
                .then(Part.of(SHOWN, filter.scope().value()));
    }

    private static Row read(ResultSet r) throws SQLException {
        return new Row(
                new MemberId(r.getLong(1)),
                Optional.ofNullable(r.getString(2)).orElse(""),
                Optional.ofNullable(r.getString(3)).orElse(""),
                Optional.ofNullable(r.getString(4)).orElse(""),
                r.getLong(5),
                Optional.ofNullable(r.getObject(6, LocalDate.class)),
                Optional.ofNullable(r.getObject(7, LocalDate.class)),
                r.getLong(8),
                Optional.ofNullable(r.getObject(9, Long.class)),
                Optional.ofNullable(r.getObject(10, Long.class)),
                Optional.ofNullable(r.getObject(11, Long.class)));
    }
}
