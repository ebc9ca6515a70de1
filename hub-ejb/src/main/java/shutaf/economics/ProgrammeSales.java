package shutaf.economics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.InPartnerScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What sells through the programme: receipts added up by the database. */
@ApplicationScoped
@Transactional
public class ProgrammeSales {
    @Inject
    private Sql sql;

    /** The business days from the first receipt to the last; empty while there is none. */
    @InPartnerScope
    public Optional<ReportDays> span(PartnerId scope) {
        return sql
                .all(
                        """
                        select min(business_date), max(business_date) from purchase
                        where partner_id = ? or ? = 0 having count(*) > 0""",
                        r -> new ReportDays(
                                r.getObject(1, LocalDate.class), r.getObject(2, LocalDate.class)),
                        scope.value(),
                        scope.value())
                .stream()
                .findFirst();
    }

    /**
     * Sales by partner and month.
     *
     * @param scope whose; {@link PartnerId#HUB} for all partners. With a partner's eyes nothing of
     *     others is seen, so "any partner" is then that partner.
     * @param whom receipts of which members; all receipts, where nobody is left out
     */
    @InPartnerScope
    public List<MonthlySales> monthly(PartnerId scope, ReportDays days, Whom whom) {
        ReportTable told = ReportTables.receipts(scope, days, whom);
        return sql.all(told.with() + """
                select partner_id, date_trunc('month', business_date::timestamp)::date,
                  count(*) filter (where sale),
                  count(*) filter (where sale and member_id is not null),
                  coalesce(sum(total) filter (where sale), 0)::bigint,
                  coalesce(sum(total) filter (where sale and member_id is not null), 0)::bigint,
                  coalesce(sum(total) filter (where sale and business_date > here), 0)::bigint,
                  coalesce(sum(total) filter (where sale and business_date > anywhere), 0)::bigint,
                  coalesce(sum(total) filter (where sale and status = 'ACCRUED' and points > 0), 0)
                    ::bigint,
                  coalesce(sum(total) filter (where sale and spending), 0)::bigint,
                  coalesce(sum(total) filter (where not sale), 0)::bigint
                from told group by 1, 2 order by 2, 1""", ProgrammeSales::read, told.and());
    }

    private static MonthlySales read(ResultSet r) throws SQLException {
        return new MonthlySales(
                new PartnerId(r.getInt(1)),
                YearMonth.from(r.getObject(2, LocalDate.class)),
                r.getLong(3),
                r.getLong(4),
                r.getLong(5),
                r.getLong(6),
                r.getLong(7),
                r.getLong(8),
                r.getLong(9),
                r.getLong(10),
                r.getLong(11));
    }

    /**
     * Who knew another partner before this one, for each partner. Their first purchases are looked
     * up in all of history, their sales in the report's days.
     *
     * @param whom which members
     */
    @InHubScope
    public List<Newcomers> newcomers(ReportDays days, Whom whom) {
        ReportTable known = ReportTables.buyers(days, whom);
        return sql.all(
                known.with() + """
                select partner_id, count(*), count(*) filter (where elsewhere), sum(sales)::bigint,
                  coalesce(sum(sales) filter (where elsewhere), 0)::bigint
                from known where sales is not null group by 1 order by 1""",
                r -> new Newcomers(
                        new PartnerId(r.getInt(1)),
                        r.getLong(2),
                        r.getLong(3),
                        r.getLong(4),
                        r.getLong(5)),
                known.and());
    }
}
