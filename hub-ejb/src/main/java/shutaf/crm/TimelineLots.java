package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.ledger.JournalKind;
import shutaf.platform.Columns;
import shutaf.platform.Sql;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows the events of one page both ways: forward from a purchase into its lots and to where
 * those were spent, back from a redemption to the lots it used and to those who had issued them.
 * Four statements for a whole page.
 */
@ApplicationScoped
class TimelineLots {
    private static final Set<JournalKind> WITH_RECEIPT =
            Set.of(JournalKind.ACCRUAL, JournalKind.ACCRUAL_REVERSAL, JournalKind.REDEMPTION_HOLD);

    @Inject
    private Sql sql;

    private record Flow(long journal, long lot, long points) {}

    private record LotRow(
            long id,
            PartnerId issuer,
            String funding,
            LocalDate lastDay,
            long quantity,
            long left) {}

    private record UseRow(
            long lot, JournalKind kind, PartnerId partner, long points, java.time.Instant last) {}

    /** The events in the order of their heads. */
    List<TimelineEvent> explain(
            MemberId member, List<MemberTimeline.Head> heads, Map<PartnerId, BusinessCard> cards) {
        Map<Long, List<Flow>> gained = byJournal(gained(heads));
        Map<Long, List<Flow>> taken = byJournal(taken(member, heads));
        Map<Long, Money> money = money(member, heads);
        long[] ids = Stream.concat(gained.values().stream(), taken.values().stream())
                .flatMap(List::stream)
                .mapToLong(Flow::lot)
                .distinct()
                .toArray();
        Map<Long, TimelineEvent.LotState> lots = lots(ids, cards);
        Map<Long, List<TimelineEvent.Use>> uses = uses(ids, cards);
        return heads.stream()
                .map(h -> new TimelineEvent(
                        h.journal(),
                        h.kind(),
                        cards.get(h.partner()),
                        h.outlet(),
                        h.at(),
                        h.points(),
                        Optional.of(h.businessKey()).filter(k -> WITH_RECEIPT.contains(h.kind())),
                        h.total(),
                        h.redemption(),
                        h.reasons(),
                        flows(gained, h)
                                .map(f -> new TimelineEvent.Gained(
                                        lots.get(f.lot),
                                        f.points,
                                        uses.getOrDefault(f.lot, List.of())))
                                .toList(),
                        flows(taken, h)
                                .map(f -> new TimelineEvent.Taken(lots.get(f.lot), f.points))
                                .toList(),
                        Optional.ofNullable(money.get(h.journal().id())),
                        h.actor()))
                .toList();
    }

    private static Stream<Flow> flows(Map<Long, List<Flow>> flows, MemberTimeline.Head head) {
        return flows.getOrDefault(head.journal().id(), List.of()).stream();
    }

    private static Map<Long, List<Flow>> byJournal(List<Flow> flows) {
        return flows.stream().collect(Collectors.groupingBy(Flow::journal));
    }

    private List<Flow> gained(List<MemberTimeline.Head> heads) {
        Columns<MemberTimeline.Head> columns = new Columns<>(heads);
        return sql.all(
                """
                select p.journal_id, p.lot_id, sum(p.amount)::bigint
                from unnest(?::text[], ?::bigint[]) q (day, id)
                join posting p on p.business_date = q.day::date and p.journal_id = q.id
                where p.lot_id is not null group by 1, 2 order by 1, 2""",
                TimelineLots::flow,
                columns.texts(h -> h.journal().date()),
                columns.longs(h -> h.journal().id()));
    }

    /** A redemption's hold and what its capture or void gave back again count together. */
    private List<Flow> taken(MemberId member, List<MemberTimeline.Head> heads) {
        Columns<MemberTimeline.Head> columns = new Columns<>(heads);
        return sql.all(
                """
                select q.id, t.lot_id, sum(t.amount)::bigint
                from unnest(?::text[], ?::bigint[], ?::text[]) q (day, id, kind)
                join journal g on g.member_id = ? and g.business_date = q.day::date
                  and (g.id = q.id or q.kind = 'REDEMPTION_HOLD' and g.refers_to = q.id
                       and g.kind in ('CAPTURE', 'VOID'))
                join trace t on t.business_date = g.business_date and t.journal_id = g.id
                group by 1, 2 having sum(t.amount) <> 0 order by 1, 2""",
                TimelineLots::flow,
                columns.texts(h -> h.journal().date()),
                columns.longs(h -> h.journal().id()),
                columns.texts(MemberTimeline.Head::kind),
                member.value());
    }

    private static Flow flow(ResultSet r) throws SQLException {
        return new Flow(r.getLong(1), r.getLong(2), r.getLong(3));
    }

    private Map<Long, Money> money(MemberId member, List<MemberTimeline.Head> heads) {
        Columns<MemberTimeline.Head> columns = new Columns<>(heads);
        return sql
                .all(
                        """
                        select q.id, min(p.unit),
                            sum(case when p.to_account in ('PARTNER', 'PREPAID')
                            then p.amount else -p.amount end)::bigint
                        from unnest(?::text[], ?::bigint[], ?::text[]) q (day, id, kind)
                        join journal g on g.member_id = ? and g.business_date = q.day::date
                          and (g.id = q.id or q.kind = 'REDEMPTION_HOLD' and g.refers_to = q.id
                               and g.kind = 'CAPTURE')
                        join posting p on p.business_date = g.business_date and p.journal_id = g.id
                          and p.unit <> 'PTS'
                        group by 1""",
                        r -> Map.entry(r.getLong(1), new Money(r.getLong(3), r.getString(2))),
                        columns.texts(h -> h.journal().date()),
                        columns.longs(h -> h.journal().id()),
                        columns.texts(MemberTimeline.Head::kind),
                        member.value())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<Long, TimelineEvent.LotState> lots(long[] ids, Map<PartnerId, BusinessCard> cards) {
        return sql
                .all(
                        "select id, issuer_id, funding, expires_on, quantity, remaining from lot"
                                + " where id = any (?)",
                        r -> new LotRow(
                                r.getLong(1),
                                new PartnerId(r.getInt(2)),
                                r.getString(3),
                                r.getObject(4, LocalDate.class),
                                r.getLong(5),
                                r.getLong(6)),
                        (Object) ids)
                .stream()
                .collect(Collectors.toMap(
                        LotRow::id,
                        l -> new TimelineEvent.LotState(
                                l.id,
                                cards.get(l.issuer),
                                l.funding,
                                Optional.ofNullable(l.lastDay),
                                l.quantity,
                                l.left)));
    }

    private Map<Long, List<TimelineEvent.Use>> uses(
            long[] ids, Map<PartnerId, BusinessCard> cards) {
        return sql
                .all(
                        """
                        select t.lot_id,
                            case when j.kind in ('CAPTURE', 'VOID', 'REDEMPTION_REVERSAL')
                            then 'REDEMPTION_HOLD' else j.kind end, t.partner_id,
                          sum(t.amount)::bigint, max(j.happened_at)
                        from trace t join journal j
                          on j.business_date = t.business_date and j.id = t.journal_id
                        where t.lot_id = any (?) group by 1, 2, 3 having sum(t.amount) <> 0
                        order by 1, 5""",
                        r -> new UseRow(
                                r.getLong(1),
                                JournalKind.valueOf(r.getString(2)),
                                new PartnerId(r.getInt(3)),
                                r.getLong(4),
                                r.getObject(5, OffsetDateTime.class).toInstant()),
                        (Object) ids)
                .stream()
                .collect(Collectors.groupingBy(
                        UseRow::lot,
                        Collectors.mapping(
                                u -> new TimelineEvent.Use(
                                        u.kind, cards.get(u.partner), u.points, u.last),
                                Collectors.toList())));
    }
}
