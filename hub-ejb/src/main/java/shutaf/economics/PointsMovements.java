package shutaf.economics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.economics.PointsMovement.Flow;
import shutaf.ledger.Funding;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * All movements of points, added up by the database: as many rows as there are months, issuers and
 * kinds, however many members there are.
 *
 * <p>In the hub's scope, since lots are the members' and no partner sees them; each statement names
 * the issuer. The caller's user may see that partner, or all.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class PointsMovements {
    @Inject
    private Sql sql;

    /**
     * The same points counted another way, from rows that the movements do not come from.
     *
     * @param onTheDay open points at the end of the last day by the postings between accounts;
     *     empty for one issuer, as accounts of members do not say whose points they hold
     * @param now open points at this moment by the members' balances, or for one issuer by what is
     *     left in its lots and set aside
     * @param since points that moved after the last day
     */
    public record Proof(Optional<Long> onTheDay, long now, long since) {
        /** Whether each count equals the open points that the movements add up to. */
        public boolean holds(long closing) {
            return onTheDay.orElse(closing) == closing && now - since == closing;
        }
    }

    /**
     * The movements up to a day, by month.
     *
     * @param issuer whose points; {@link PartnerId#HUB} for all
     * @param whom in which members' lots
     */
    public List<PointsMovement> until(PartnerId issuer, LocalDate last, Whom whom) {
        ReportTable moved = ReportTables.points(issuer, last, whom);
        String added = moved.with() + """
                select date_trunc('month', day::timestamp)::date, issuer_id, funding, pending,
                  date_trunc('month', born::timestamp)::date, expires_on, flow,
                  sum(points)::bigint
                from moved
                group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7""";
        return sql.all(added, PointsMovements::read, moved.and());
    }

    private static PointsMovement read(ResultSet r) throws SQLException {
        return new PointsMovement(
                YearMonth.from(r.getObject(1, LocalDate.class)),
                new PartnerId(r.getInt(2)),
                Funding.valueOf(r.getString(3)),
                r.getBoolean(4),
                YearMonth.from(r.getObject(5, LocalDate.class)),
                Optional.ofNullable(r.getObject(6, LocalDate.class)),
                Flow.valueOf(r.getString(7)),
                r.getLong(8));
    }

    /**
     * The open points counted another way, to be held against the movements of the same members.
     */
    public Proof proof(PartnerId issuer, LocalDate last, Whom whom) {
        return issuer.equals(PartnerId.HUB) ? ofAll(last, whom) : ofOne(issuer, last, whom);
    }

    private Proof ofAll(LocalDate last, Whom whom) {
        return sql.first(
                        accounts(whom),
                        r -> new Proof(Optional.of(r.getLong(1)), r.getLong(2), r.getLong(3)),
                        whom.and(last, last))
                .orElseThrow();
    }

    private static String accounts(Whom whom) {
        return "with " + whom.table()
                + """
                select coalesce(sum(m.points) filter (where m.day <= ?), 0)::bigint,
                  (select coalesce(sum(active + pending + held), 0)::bigint from balance
                    where true%s),
                  coalesce(sum(m.points) filter (where m.day > ?), 0)::bigint
                from (
                  select business_date as day, sum(
                    case when to_account in ('MEMBER', 'PENDING', 'HELD')%s
                      then amount else 0 end
                    - case when from_account in ('MEMBER', 'PENDING', 'HELD')%s
                      then amount else 0 end)
                      as points
                  from posting where unit = 'PTS' group by 1) m
                """.formatted(
                        whom.among("member_id"), whom.among("to_owner"), whom.among("from_owner"));
    }

    private Proof ofOne(PartnerId issuer, LocalDate last, Whom whom) {
        return sql.first(
                        lots(whom),
                        r -> new Proof(Optional.empty(), r.getLong(1), r.getLong(2)),
                        whom.and(issuer.value(), last, last, last))
                .orElseThrow();
    }

    private static String lots(Whom whom) {
        return "with " + whom.table() + """
                , its as (select id, remaining from lot where issuer_id = ?%s),
                held as (
                  select t.business_date as day, sum(t.amount) as points
                  from redemption r
                  join journal j on j.partner_id = r.partner_id
                    and j.business_key = 'redemption/' || r.id
                    and j.kind = 'REDEMPTION_HOLD' and j.business_date = r.business_date
                  join trace t on t.business_date = j.business_date and t.journal_id = j.id
                  join its l on l.id = t.lot_id
                  where r.status = 'HELD' group by 1)
                select (select coalesce(sum(remaining), 0) from its)
                    + (select coalesce(sum(points), 0) from held),
                  (select coalesce(sum(p.amount), 0) from posting p
                    join its l on l.id = p.lot_id where p.business_date > ?)
                  - (select coalesce(sum(t.amount), 0) from trace t
                    join its l on l.id = t.lot_id where t.business_date > ?)
                  + (select coalesce(sum(points), 0) from held where day > ?)
                """.formatted(whom.among("member_id"));
    }
}
