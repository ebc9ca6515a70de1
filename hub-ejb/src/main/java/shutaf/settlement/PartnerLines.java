package shutaf.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.ledger.JournalKind;
import shutaf.ledger.JournalRef;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.BusinessDay;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A partner's movements as the books have them, one statement line after the other.
 *
 * <p>Read in the hub's scope, although they are one partner's: whose points were redeemed stands at
 * the members' lots, which no partner sees. Each statement below therefore names the partner.
 */
@ApplicationScoped
public class PartnerLines {
    private static final String PACK = "PACK";

    @Inject
    private Sql sql;

    /** A journal or pack as it was read; the own points of a redemption get a line of their own. */
    private record Moved(StatementLine whole, long own) {}

    /** The last statement before a day. */
    private record Billed(PartnerPosition closing, LocalDate to) {}

    /**
     * Hands over the lines of the period in the order in which they were recorded; nothing is kept,
     * so that a year of a supermarket fits.
     */
    @Transactional
    @InHubScope
    public void stream(PartnerId partner, StatementPeriod period, Consumer<StatementLine> taker) {
        sql.stream(
                LINES,
                PartnerLines::read,
                moved -> lines(moved).forEach(taker),
                partner.value(),
                period.begin(),
                period.end(),
                partner.value(),
                period.begin(),
                period.end());
    }

    /** Own points: what the hold took from own lots, less what an incomplete capture gave back. */
    private static final String LINES = """
            select m.recorded_at, 0 as place, m.journal_id, m.business_date, m.kind, m.happened_at,
                coalesce(m.outlet, ''), m.business_key, m.points, m.money,
                case when m.kind = 'CAPTURE' then (
                    select coalesce(sum(t.amount), 0)::bigint
                    from (values (m.business_date, m.journal_id),
                        (m.refers_date, m.refers_to)) source (business_date, journal_id)
                    join trace t on t.business_date = source.business_date
                        and t.journal_id = source.journal_id
                    where (select l.issuer_id from lot l where l.id = t.lot_id) = m.partner_id)
                else 0 end,
                r.outlet || '/' || r.till || '/' || r.business_date || '/' || r.number
            from partner_movement m
            left join redemption r on r.id = case when m.kind in ('CAPTURE', 'REDEMPTION_REVERSAL')
                then substring(m.business_key from '[0-9]+$')::bigint end
            where m.partner_id = ? and m.recorded_at >= ? and m.recorded_at < ?
            union all
            select recorded_at, 1, id, bought_on, 'PACK',
                bought_on::timestamp at time zone 'Asia/Jerusalem', '', '', points, price, 0, null
            from points_pack where partner_id = ? and recorded_at >= ? and recorded_at < ?
            order by 1, 2, 3""";

    private static Moved read(ResultSet r) throws SQLException {
        String kind = r.getString(5);
        String key = r.getString(8);
        String redeemed = r.getString(12);
        LocalDate day = r.getObject(4, LocalDate.class);
        StatementLine whole = new StatementLine(
                kind.equals(PACK) ? "PACK-" + r.getLong(3) : ref(day, r.getLong(3)),
                r.getObject(1, OffsetDateTime.class).toInstant(),
                r.getObject(6, OffsetDateTime.class).toInstant(),
                kind(kind, key),
                r.getString(7),
                redeemed != null ? redeemed : key.startsWith("debt/") ? "" : key,
                r.getLong(9),
                r.getLong(10));
        return new Moved(whole, r.getLong(11));
    }

    private static String ref(LocalDate day, long id) {
        return new JournalRef(day, id).toString();
    }

    /** A debt that is settled is a return whose points came later. */
    private static LineKind kind(String kind, String key) {
        if (kind.equals(PACK)) {
            return LineKind.PACK;
        }
        return switch (JournalKind.valueOf(kind)) {
            case ACCRUAL -> LineKind.ACCRUAL;
            case ACCRUAL_REVERSAL -> LineKind.CLAWBACK;
            case CAPTURE -> LineKind.REDEMPTION_FOREIGN;
            case REDEMPTION_REVERSAL -> LineKind.REDEMPTION_REVERSAL;
            case ADJUSTMENT -> key.startsWith("debt/") ? LineKind.CLAWBACK : LineKind.ADJUSTMENT;
            case ACTIVATION,
                    REDEMPTION_HOLD,
                    VOID,
                    EXPIRY,
                    REINSTATEMENT,
                    TRANSFER,
                    DONATION,
                    FORFEIT -> LineKind.ADJUSTMENT;
        };
    }

    /**
     * One line, or two where a redemption took own points and others'. Its money was rounded once
     * for both: own points get their share, half a minor unit up, and the others the rest.
     */
    private static List<StatementLine> lines(Moved moved) {
        StatementLine whole = moved.whole();
        long own = moved.own();
        if (own == 0) {
            return List.of(whole);
        }
        long share = Math.floorDiv(
                Math.addExact(
                        Math.multiplyExact(Math.multiplyExact(2, whole.moneyMinor()), own),
                        whole.points()),
                Math.multiplyExact(2, whole.points()));
        List<StatementLine> lines = new ArrayList<>();
        lines.add(whole.part(LineKind.REDEMPTION_OWN, own, share));
        if (own < whole.points()) {
            lines.add(whole.part(
                    LineKind.REDEMPTION_FOREIGN, whole.points() - own, whole.moneyMinor() - share));
        }
        return lines;
    }

    /** What moved in the period, added up by the database: the measure of whoever adds up lines. */
    Movement total(PartnerId partner, StatementPeriod period) {
        return total(partner, period.begin(), period.end());
    }

    /**
     * Where the partner stood when the day began: the closing of the last statement before it, and
     * what came after that.
     */
    @Transactional
    @InHubScope
    public PartnerPosition before(PartnerId partner, LocalDate day) {
        Optional<Billed> billed = sql.first(
                """
                select closing_points, closing_money, period_to from statement
                where partner_id = ? and period_to < ?
                order by period_to desc, version desc limit 1""",
                r -> new Billed(
                        new PartnerPosition(r.getLong(1), r.getLong(2)),
                        r.getObject(3, LocalDate.class)),
                partner.value(),
                day);
        Instant from = billed.map(b -> midnight(b.to().plusDays(1))).orElse(Instant.EPOCH);
        return billed.map(Billed::closing)
                .orElse(new PartnerPosition(0, 0))
                .after(total(partner, from, midnight(day)));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(BusinessDay.ZONE).toInstant();
    }

    private Movement total(PartnerId partner, Instant from, Instant until) {
        return sql.first(
                        """
                        select count(*), coalesce(sum(points), 0)::bigint,
                            coalesce(sum(money), 0)::bigint
                        from (
                            select points, money from partner_movement
                            where partner_id = ? and recorded_at >= ? and recorded_at < ?
                            union all
                            select points, price from points_pack
                            where partner_id = ? and recorded_at >= ? and recorded_at < ?) moved""",
                        r -> new Movement(r.getLong(1), r.getLong(2), r.getLong(3)),
                        partner.value(),
                        from,
                        until,
                        partner.value(),
                        from,
                        until)
                .orElseThrow();
    }

    /** The day on which the partner's first movement was processed; empty when there is none. */
    @Transactional
    @InHubScope
    public Optional<LocalDate> firstDay(PartnerId partner) {
        return sql
                .all(
                        """
                        select min(recorded_at) from journal where partner_id = ?
                        union all select min(recorded_at) from points_pack where partner_id = ?""",
                        r -> Optional.ofNullable(r.getObject(1, OffsetDateTime.class)),
                        partner.value(),
                        partner.value())
                .stream()
                .flatMap(Optional::stream)
                .min(OffsetDateTime::compareTo)
                .map(first -> BusinessDay.of(first.toInstant()));
    }
}
