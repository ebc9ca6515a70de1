package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.ledger.JournalKind;
import shutaf.ledger.JournalRef;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;
import shutaf.shared.Reason;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A member's story, the latest first. A page costs a fixed number of statements; a redemption's
 * hold, capture and void are one event, since to the member they are one.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class MemberTimeline {
    private static final int MOST_ROWS = 100;

    @Inject
    private Sql sql;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private TimelineLots lots;

    /** Kinds of events that people tell apart. */
    public enum Theme {
        /** Everything. */
        ALL("true"),
        /** Purchases. */
        EARNED("j.kind = 'ACCRUAL'"),
        /** Redemptions and what was given back of them. */
        SPENT("j.kind in ('REDEMPTION_HOLD', 'REDEMPTION_REVERSAL')"),
        /** Goods that came back. */
        RETURNED("j.kind = 'ACCRUAL_REVERSAL'"),
        /** Expiry, activation, adjustments, transfers. */
        OTHER("j.kind not in ('ACCRUAL', 'REDEMPTION_HOLD', 'REDEMPTION_REVERSAL',"
                + " 'ACCRUAL_REVERSAL')");

        private final String condition;

        Theme(String condition) {
            this.condition = condition;
        }
    }

    /**
     * Which part of the story.
     *
     * @param member whose
     * @param theme kind of events
     * @param partner only there; empty for everywhere
     * @param first events to skip
     * @param count events to read, at most 100
     */
    public record Asked(
            MemberId member, Theme theme, Optional<PartnerId> partner, int first, int count) {}

    /** A row before its lots are known. */
    record Head(
            JournalRef journal,
            JournalKind kind,
            PartnerId partner,
            Optional<TimelineEvent.Place> outlet,
            Instant at,
            long points,
            String businessKey,
            Optional<Money> total,
            Optional<TimelineEvent.Spent> redemption,
            List<Reason> reasons,
            String actor) {}

    /** How many events there are of that kind and place. */
    public long count(Asked asked) {
        return sql.first(
                        "select count(*) from journal j where " + condition(asked),
                        r -> r.getLong(1),
                        asked.member().value(),
                        place(asked),
                        place(asked))
                .orElseThrow();
    }

    /** One page, with everything that explains its events. */
    public List<TimelineEvent> page(Asked asked) {
        Map<PartnerId, BusinessCard> cards = partners.all().stream()
                .collect(Collectors.toMap(BusinessCard::id, Function.identity()));
        List<Head> heads = sql.all(
                SELECT + " where " + condition(asked)
                        + " order by j.happened_at desc, j.id desc limit ? offset ?",
                MemberTimeline::head,
                asked.member().value(),
                place(asked),
                place(asked),
                Math.clamp(asked.count(), 1, MOST_ROWS),
                Math.max(0, asked.first()));
        return lots.explain(asked.member(), heads, cards);
    }

    private static int place(Asked asked) {
        return asked.partner().map(PartnerId::value).orElse(0);
    }

    private static String condition(Asked asked) {
        return "j.member_id = ? and (? = 0 or j.partner_id = ?)"
                + " and j.kind not in ('CAPTURE', 'VOID') and "
                + asked.theme().condition;
    }

    private static final String SELECT = """
            select j.business_date, j.id, j.kind, j.partner_id, o.name_he, o.name_en, j.happened_at,
              case r.status when 'HELD' then -r.points when 'CAPTURED' then -r.captured
                            when 'REVERSED' then -r.captured
                                when 'VOIDED' then 0 when 'EXPIRED' then 0
                            else j.points end,
              case when r.id is null then j.business_key
                   else r.outlet || '/' || r.till || '/' || r.business_date || '/' || r.number end,
              p.total, p.currency, r.status, r.points,
                  r.captured, r.value, r.currency, j.reason, j.actor
            from journal j
            left join outlet o on o.partner_id = j.partner_id and o.code = j.outlet
            left join redemption r on j.kind = 'REDEMPTION_HOLD'
              and r.id = substring(j.business_key from '^redemption/([0-9]+)$')::bigint
            left join purchase p on j.kind in ('ACCRUAL', 'ACCRUAL_REVERSAL')
              and p.business_date = j.business_date and p.member_id = j.member_id
              and p.journal_id = j.id
            """;

    private static Head head(ResultSet r) throws SQLException {
        String currency = r.getString(11);
        Optional<TimelineEvent.Spent> spent = r.getString(12) == null
                ? Optional.empty()
                : Optional.of(new TimelineEvent.Spent(
                        r.getString(12),
                        r.getLong(13),
                        r.getLong(14),
                        new Money(r.getLong(15), r.getString(16))));
        return new Head(
                new JournalRef(r.getObject(1, LocalDate.class), r.getLong(2)),
                JournalKind.valueOf(r.getString(3)),
                new PartnerId(r.getInt(4)),
                r.getString(5) == null
                        ? Optional.empty()
                        : Optional.of(new TimelineEvent.Place(r.getString(5), r.getString(6))),
                r.getObject(7, OffsetDateTime.class).toInstant(),
                r.getLong(8),
                r.getString(9),
                currency == null
                        ? Optional.empty()
                        : Optional.of(new Money(r.getLong(10), currency)),
                spent,
                Reason.decode(r.getString(17)),
                r.getString(18));
    }
}
