package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.Rulebook;
import shutaf.ledger.JournalRef;
import shutaf.member.Member;
import shutaf.member.MemberRef;
import shutaf.member.Members;
import shutaf.platform.InHubScope;
import shutaf.platform.InPartnerScope;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a partner may see of a member: at the till whom it recognises, afterwards only members who
 * dealt with it, and of their journal only its own dealings.
 */
@ApplicationScoped
public class PartnerView {
    private static final int NEXT_EXPIRIES = 6;

    @Inject
    private Sql sql;

    @Inject
    private Members members;

    @Inject
    private Rulebook rulebook;

    /**
     * A member as a till sees them.
     *
     * @param member the account
     * @param maskedName first letters only
     * @param status ACTIVE or BLOCKED
     * @param tier the tier's code
     * @param active spendable points
     * @param pending points that cannot be spent yet
     * @param value what the spendable points buy
     */
    public record AtTill(
            MemberId member,
            String maskedName,
            String status,
            String tier,
            long active,
            long pending,
            Money value) {}

    /**
     * Points that end on a day.
     *
     * @param on last day on which they can be spent
     * @param points how many
     */
    public record Expiry(LocalDate on, long points) {}

    /**
     * All points of a member, of every issuer.
     *
     * @param active spendable
     * @param pending not spendable yet
     * @param expiries the next days on which points end
     */
    public record Balance(long active, long pending, List<Expiry> expiries) {}

    /**
     * A place in a journal.
     *
     * @param happenedAt business time of the last entry that was read
     * @param journal its number
     */
    public record Place(Instant happenedAt, long journal) {
        /** Before every entry: the newest comes first. */
        public static final Place NEWEST = new Place(Instant.parse("9999-01-01T00:00:00Z"), 0);

        /** As handed to partners. */
        @Override
        public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, happenedAt) + "-" + journal;
        }

        /** Reads what {@link #toString} wrote; empty when it is no place. */
        public static Optional<Place> parse(String text) {
            if (!text.matches("\\d{1,17}-\\d{1,18}")) {
                return Optional.empty();
            }
            int dash = text.indexOf('-');
            long micros = Long.parseLong(text.substring(0, dash));
            return Optional.of(new Place(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                    Long.parseLong(text.substring(dash + 1))));
        }
    }

    /**
     * One event.
     *
     * @param journal its number
     * @param kind such as ACCRUAL or CAPTURE
     * @param outlet where, if it happened somewhere
     * @param key receipt or other business key
     * @param happenedAt business time
     * @param points effect on the member's points, signed
     * @param reasons why
     */
    public record Entry(
            JournalRef journal,
            String kind,
            Optional<String> outlet,
            String key,
            Instant happenedAt,
            long points,
            List<Reason> reasons) {}

    /**
     * Some of the entries, newest first.
     *
     * @param entries at most as many as asked for
     * @param next from where to read on; empty at the end
     */
    public record Page(List<Entry> entries, Optional<Place> next) {}

    /** Whom a till reads; they count as known to the partner only once they deal there. */
    @Transactional
    @InHubScope
    public Optional<AtTill> lookup(PartnerId partner, MemberRef ref) {
        return members.lookup(partner, ref).map(this::atTill);
    }

    /** A member who has dealt with the partner or enrolled there; else empty, as for nobody. */
    @Transactional
    @InHubScope
    public Optional<AtTill> known(PartnerId partner, MemberId member) {
        return members.knownAt(partner, member).map(this::atTill);
    }

    private AtTill atTill(Member member) {
        Balance balance = balance(member.id()).orElseThrow();
        return new AtTill(
                member.id(),
                member.maskedName(),
                member.status(),
                member.tier(),
                balance.active(),
                balance.pending(),
                rulebook.programme().value(balance.active()));
    }

    /** All points of a member who has dealt with the partner; else empty, as for nobody. */
    @Transactional
    @InHubScope
    public Optional<Balance> balance(PartnerId partner, MemberId member) {
        return members.knownAt(partner, member).flatMap(m -> balance(m.id()));
    }

    private Optional<Balance> balance(MemberId member) {
        List<Expiry> expiries = sql.all(
                """
                select expires_on, sum(remaining)::bigint from lot
                where member_id = ? and open and activates_on is null and expires_on is not null
                group by expires_on order by expires_on limit ?""",
                r -> new Expiry(r.getObject(1, LocalDate.class), r.getLong(2)),
                member.value(),
                NEXT_EXPIRIES);
        return sql.first(
                "select active, pending from balance where member_id = ?",
                r -> new Balance(r.getLong(1), r.getLong(2), expiries),
                member.value());
    }

    /**
     * The partner's own dealings with a member; empty when there were none, as for nobody.
     *
     * @param most entries on the page, from 1
     */
    @Transactional
    @InPartnerScope
    public Optional<Page> journal(PartnerId partner, MemberId member, Place after, int most) {
        boolean known = sql.first(
                        "select 1 from member_partner where member_id = ? and partner_id = ?",
                        r -> r.getInt(1),
                        member.value(),
                        partner.value())
                .isPresent();
        return known ? Optional.of(page(partner, member, after, most)) : Optional.empty();
    }

    private Page page(PartnerId partner, MemberId member, Place after, int most) {
        List<Entry> read = sql.all(
                """
                select business_date, id, kind, outlet, business_key, happened_at, points, reason
                from journal
                where member_id = ? and partner_id = ? and (happened_at, id) < (?, ?)
                order by happened_at desc, id desc limit ?""",
                PartnerView::entry,
                member.value(),
                partner.value(),
                after.happenedAt(),
                after.journal(),
                most + 1);
        if (read.size() <= most) {
            return new Page(read, Optional.empty());
        }
        Entry last = read.get(most - 1);
        return new Page(
                read.subList(0, most),
                Optional.of(new Place(last.happenedAt(), last.journal().id())));
    }

    private static Entry entry(ResultSet r) throws SQLException {
        return new Entry(
                new JournalRef(r.getObject(1, LocalDate.class), r.getLong(2)),
                r.getString(3),
                Optional.ofNullable(r.getString(4)),
                r.getString(5),
                r.getObject(6, OffsetDateTime.class).toInstant(),
                r.getLong(7),
                Reason.decode(r.getString(8)));
    }
}
