package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.Rulebook;
import shutaf.crm.behind.Losing;
import shutaf.crm.behind.Part;
import shutaf.crm.score.Scores;
import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.purchase.ReportFilter;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Valuable members who are about to be lost, each with why it is thought so and with what to do:
 * three statements a page, whatever its length.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class LosingMembers {
    private static final int YEAR_DAYS = 365;

    private static final String SIGNS = """
            select q.id, coalesce(b.active, 0), coalesce(e.points, 0), e.day, f.partner_id,
              exists (
                select from (
                  select distinct on (channel) granted from consent c
                  where c.member_id = q.id and c.purpose = 'MARKETING'
                  order by channel, recorded_at desc, c.id desc) latest
                where granted)
            from unnest(?::bigint[]) q (id)
            left join balance b on b.member_id = q.id
            left join lateral (
              select sum(remaining)::bigint as points, min(expires_on) as day from lot
              where member_id = q.id and open and activates_on is null
                and expires_on between ? and ?) e on true
            left join lateral (
              select p.partner_id from purchase p join partner a on a.id = p.partner_id
              where p.member_id = q.id and p.kind = 'SALE' and p.business_date > ?
                and p.happened_at > ?::date - 2 and a.acceptor and a.status = 'ACTIVE'
              group by 1 order by count(*) desc, 1 limit 1) f on true""";

    @Inject
    private Sql sql;

    @Inject
    private MembersBehind behind;

    @Inject
    private Scores scores;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private Rulebook rulebook;

    @Inject
    private HubClock clock;

    /**
     * A member about to be lost.
     *
     * @param member who, with what is at risk as worth
     * @param score why it is thought so
     * @param signs what is known beside it
     * @param reachable whether messages of marketing may be sent on any channel
     */
    public record Row(
            MembersBehind.Row member, Scores.Read score, WinBack.Signs signs, boolean reachable) {
        /** What to do. */
        public WinBack action() {
            return WinBack.suggest(signs);
        }
    }

    /** How many there are. */
    public long count(ReportFilter filter) {
        return behind.size(new Losing(), filter).members();
    }

    /**
     * How many there are everywhere.
     *
     * @param members of the coalition and of any partner, each counted once
     * @param at of each partner, and of the coalition; who has none is missing
     */
    public record Everywhere(long members, Map<PartnerId, Long> at) {
        /** Copies the counts. */
        public Everywhere {
            at = Map.copyOf(at);
        }
    }

    private record Counted(Optional<PartnerId> at, long members) {}

    /** How many there are of the coalition and of each partner. */
    public Everywhere everywhere() {
        Part asked = Losing.everywhere();
        List<Counted> counts = sql.all(
                asked.sql(),
                r -> new Counted(
                        Optional.ofNullable(r.getObject(1, Integer.class)).map(PartnerId::new),
                        r.getLong(2)),
                asked.arguments().toArray());
        return new Everywhere(
                counts.stream()
                        .filter(c -> c.at().isEmpty())
                        .mapToLong(Counted::members)
                        .sum(),
                counts.stream()
                        .filter(c -> c.at().isPresent())
                        .collect(Collectors.toMap(c -> c.at().get(), Counted::members)));
    }

    /** One page of them, those with most at risk first. */
    public List<Row> page(ReportFilter filter, int first, int count) {
        List<MembersBehind.Row> page = behind.page(new Losing(), filter, first, count);
        List<MemberId> ids = page.stream().map(MembersBehind.Row::id).toList();
        Map<Long, Scores.Read> read = scores.ofAll(filter.scope(), ids).stream()
                .collect(Collectors.toMap(r -> r.score().member(), Function.identity()));
        Map<Long, Known> known = known(ids);
        return page.stream()
                .map(m -> new Row(
                        m,
                        read.get(m.id().value()),
                        known.get(m.id().value()).signs(),
                        known.get(m.id().value()).reachable()))
                .toList();
    }

    private record Known(long member, WinBack.Signs signs, boolean reachable) {}

    private Map<Long, Known> known(List<MemberId> ids) {
        Map<PartnerId, BusinessCard> cards = partners.all().stream()
                .collect(Collectors.toMap(BusinessCard::id, Function.identity()));
        LocalDate today = clock.today();
        return sql
                .all(
                        SIGNS,
                        r -> known(r, cards),
                        ids.stream().map(MemberId::value).toArray(Long[]::new),
                        today,
                        today.plusDays(WinBack.SOON_DAYS),
                        today.minusDays(YEAR_DAYS),
                        today.minusDays(YEAR_DAYS))
                .stream()
                .collect(Collectors.toMap(Known::member, Function.identity()));
    }

    private Known known(ResultSet r, Map<PartnerId, BusinessCard> cards) throws SQLException {
        Rulebook.Programme programme = rulebook.programme();
        int favourite = r.getInt(5);
        return new Known(
                r.getLong(1),
                new WinBack.Signs(
                        r.getLong(3),
                        programme.value(r.getLong(3)),
                        Optional.ofNullable(r.getObject(4, LocalDate.class)),
                        programme.value(r.getLong(2)),
                        Optional.of(favourite)
                                .filter(f -> f > 0)
                                .map(PartnerId::new)
                                .map(cards::get)),
                r.getBoolean(6));
    }
}
