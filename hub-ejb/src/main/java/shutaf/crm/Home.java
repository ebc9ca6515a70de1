package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.Rulebook;
import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the figures of the CRM's first page; kept for a minute, since everybody opens it and nobody
 * counts seconds.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class Home {
    private static final int WEEKS = 12;
    private static final int WEEK_DAYS = 7;
    private static final int MONTHS = 3;
    private static final int MONTH_DAYS = 28;
    private static final int TASK_DAYS = 30;
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long LOW_PER_MILLE = 100;

    @Inject
    private Sql sql;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private LosingMembers losing;

    @Inject
    private Rulebook rulebook;

    @Inject
    private HubClock clock;

    private volatile Kept kept = new Kept(null, Instant.EPOCH);

    private record Kept(HomeFigures figures, Instant readAt) {}

    /** The figures, at most a minute old. */
    public HomeFigures figures() {
        Instant now = clock.now();
        if (Duration.between(kept.readAt, now).abs().compareTo(KEPT) > 0) {
            kept = new Kept(read(clock.today()), now);
        }
        return kept.figures;
    }

    private HomeFigures read(LocalDate today) {
        Map<PartnerId, BusinessCard> cards = partners.all().stream()
                .collect(Collectors.toMap(BusinessCard::id, Function.identity()));
        List<HomeFigures.Period> weeks = periods(today, WEEKS, WEEK_DAYS);
        List<HomeFigures.Period> months = periods(today, MONTHS, MONTH_DAYS);
        List<HomeFigures.PartnerPeriod> partnerPeriods = partnerPeriods(today, cards);
        HomeFigures.Todo todo = todo(today, cards);
        return sql.first(
                        """
                        select (select coalesce(sum(active + pending + held), 0)::bigint
                            from balance),
                               (select count(*) from member where status <> 'ERASED')""",
                        r -> new HomeFigures(
                                weeks, months, r.getLong(1), r.getLong(2), partnerPeriods, todo))
                .orElseThrow();
    }

    private List<HomeFigures.Period> periods(LocalDate today, int count, int days) {
        List<HomeFigures.Period> periods =
                new ArrayList<>(Collections.nCopies(count, new HomeFigures.Period(0, 0, 0, 0)));
        sql.stream(
                """
                select (?::date - business_date) / ?,
                  count(distinct member_id) filter (where kind = 'ACCRUAL'),
                  count(*) filter (where kind = 'ACCRUAL'),
                  coalesce(sum(points)
                      filter (where kind in ('ACCRUAL', 'ACCRUAL_REVERSAL')), 0)::bigint,
                  coalesce(-sum(points) filter (where kind in ('REDEMPTION_HOLD', 'CAPTURE', 'VOID',
                      'REDEMPTION_REVERSAL')), 0)::bigint
                from journal where business_date > ? and business_date <= ? group by 1""",
                r -> Map.entry(
                        r.getInt(1),
                        new HomeFigures.Period(
                                r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5))),
                period -> periods.set(count - 1 - period.getKey(), period.getValue()),
                today,
                days,
                today.minusDays((long) count * days),
                today);
        return periods;
    }

    private List<HomeFigures.PartnerPeriod> partnerPeriods(
            LocalDate today, Map<PartnerId, BusinessCard> cards) {
        String currency = rulebook.programme().currency();
        return sql.all(
                """
                with recent as (
                  select * from journal where business_date > ? and business_date <= ?)
                select a.id, count(w.id) filter (where w.kind = 'ACCRUAL'),
                  coalesce(sum(w.points) filter (where w.kind in ('ACCRUAL', 'ACCRUAL_REVERSAL')),
                      0)::bigint,
                  coalesce(-sum(w.points)
                      filter (where w.kind in ('REDEMPTION_HOLD', 'CAPTURE', 'VOID',
                      'REDEMPTION_REVERSAL')), 0)::bigint,
                  coalesce((select sum(case when p.to_account = 'PARTNER' then p.amount
                      when p.from_account = 'PARTNER' then -p.amount else 0 end) from posting p
                      where p.business_date > ? and p.business_date <= ? and p.partner_id = a.id
                        and p.unit <> 'PTS'), 0)::bigint
                from partner a left join recent w on w.partner_id = a.id
                group by a.id order by 2 desc, a.code""",
                r -> new HomeFigures.PartnerPeriod(
                        cards.get(new PartnerId(r.getInt(1))),
                        r.getLong(2),
                        r.getLong(3),
                        r.getLong(4),
                        new Money(r.getLong(5), currency)),
                today.minusDays(MONTH_DAYS),
                today,
                today.minusDays(MONTH_DAYS),
                today);
    }

    private HomeFigures.Todo todo(LocalDate today, Map<PartnerId, BusinessCard> cards) {
        List<HomeFigures.LowPack> low = lowPacks(cards);
        long leaving = losing.everywhere().members();
        return sql.first(
                        """
                        select (select count(*) from partner_agreement where status = 'PROPOSED'),
                          coalesce(sum(remaining), 0)::bigint, count(distinct member_id),
                          (select count(*) from purchase
                           where status = 'UNCLAIMED' and business_date > ?),
                          (select count(*) from partner_file
                           where status = 'REJECTED' and taken_at > ?)
                        from lot where open and activates_on is null
                            and expires_on between ? and ?""",
                        r -> new HomeFigures.Todo(
                                r.getLong(1),
                                low,
                                r.getLong(2),
                                r.getLong(3),
                                r.getLong(4),
                                r.getLong(5),
                                leaving),
                        today.minusDays(TASK_DAYS),
                        clock.now().minus(Duration.ofDays(TASK_DAYS)),
                        today,
                        today.plusDays(TASK_DAYS))
                .orElseThrow();
    }

    private List<HomeFigures.LowPack> lowPacks(Map<PartnerId, BusinessCard> cards) {
        return sql
                .all(
                        """
                        select k.partner_id, 1000 * (k.bought - coalesce((
                            select sum(case when p.from_account = 'ISSUED' then p.amount
                                else -p.amount end)
                            from posting p where p.partner_id = k.partner_id and p.unit = 'PTS'
                              and 'ISSUED' in (p.from_account, p.to_account)), 0)) / k.bought
                        from (select partner_id, sum(points) as bought
                            from points_pack group by 1) k""",
                        r -> new HomeFigures.LowPack(
                                cards.get(new PartnerId(r.getInt(1))), r.getLong(2)))
                .stream()
                .filter(p -> p.perMille() < LOW_PER_MILLE)
                .toList();
    }
}
