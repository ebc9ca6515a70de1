package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.crm.behind.Part;
import shutaf.crm.behind.PurchaseTables;
import shutaf.crm.behind.Question;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
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

    /** The members themselves are looked up for the rows that are shown. */
    private static final String SHOWN = """
            select p.member_id, m.first_name || ' ' || m.last_name, m.tier,
              (select right(min(i.value), 4) from identifier i
               where i.member_id = p.member_id and i.scheme = 'CARD'),
              p.days, p.first, p.last, p.spent
            from page p left join member m on m.id = p.member_id order by p.place""";

    @Inject
    private Sql sql;

    /**
     * A member of the list.
     *
     * @param id the account
     * @param name first and last name; empty for an account that is no longer there
     * @param tier the tier's code; empty likewise
     * @param card the last four digits of a card, empty without one
     * @param days days of purchase
     * @param first the first of them
     * @param last the last of them
     * @param spentMinor paid on all of them, in minor units of the programme's currency
     */
    public record Row(
            MemberId id,
            String name,
            String tier,
            String card,
            long days,
            LocalDate first,
            LocalDate last,
            long spentMinor) {}

    /** How many members the figure counts: the figure itself. */
    public long count(Question question, ReportFilter filter) {
        Part counted = tables(question, filter).then(Part.of(") select count(*) from asked"));
        return sql.first(counted.sql(), r -> r.getLong(1), counted.arguments().toArray())
                .orElseThrow();
    }

    /** One page of them. */
    public List<Row> page(Question question, ReportFilter filter, int first, int count) {
        Part page = shown(
                question,
                filter,
                Part.of("limit ? offset ?", Math.clamp(count, 1, MOST_ROWS), Math.max(0, first)));
        return sql.all(page.sql(), MembersBehind::read, page.arguments().toArray());
    }

    /** Hands all of them over, one by one, for a file. */
    public void each(Question question, ReportFilter filter, Consumer<Row> taker) {
        Part all = shown(question, filter, Part.of(""));
        sql.stream(all.sql(), MembersBehind::read, taker, all.arguments().toArray());
    }

    private static Part tables(Question question, ReportFilter filter) {
        return Part.of("with")
                .then(PurchaseTables.of(filter))
                .then(Part.of(", asked as ("))
                .then(question.members());
    }

    private static Part shown(Question question, ReportFilter filter, Part cut) {
        return tables(question, filter)
                .then(Part.of("""
                        ), page as (
                          select c.*, row_number() over (order by spent desc, last desc, member_id)
                            as place
                          from asked a join customer c using (member_id)
                          order by place"""))
                .then(cut)
                .then(Part.of(")"))
                .then(Part.of(SHOWN));
    }

    private static Row read(ResultSet r) throws SQLException {
        return new Row(
                new MemberId(r.getLong(1)),
                Optional.ofNullable(r.getString(2)).orElse(""),
                Optional.ofNullable(r.getString(3)).orElse(""),
                Optional.ofNullable(r.getString(4)).orElse(""),
                r.getLong(5),
                r.getObject(6, LocalDate.class),
                r.getObject(7, LocalDate.class),
                r.getLong(8));
    }
}
