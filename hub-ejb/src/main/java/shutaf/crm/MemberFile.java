package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.Rulebook;
import shutaf.audit.AuditTrail;
import shutaf.audit.Deed;
import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opens a member's file: a handful of statements, whatever the number of their purchases. */
@ApplicationScoped
@Transactional
@InHubScope
public class MemberFile {
    private static final int YEAR_DAYS = 365;

    @Inject
    private Sql sql;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private Rulebook rulebook;

    @Inject
    private HubClock clock;

    @Inject
    private AuditTrail trail;

    /** The same for one of the operator's people: who looked at whom is kept. */
    public Optional<MemberOverview> openFor(String staff, MemberId member) {
        Optional<MemberOverview> file = open(member);
        file.ifPresent(m -> trail.add(new AuditTrail.Note(
                staff, Deed.MEMBER_READ, Optional.empty(), Optional.of(member), "", "")));
        return file;
    }

    /** The member on one screen, for the member; empty when there is no such account. */
    public Optional<MemberOverview> open(MemberId member) {
        Map<PartnerId, BusinessCard> cards = partners.all().stream()
                .collect(Collectors.toMap(BusinessCard::id, Function.identity()));
        return sql.first("""
                        select first_name || ' ' || last_name, language, status, tier, enrolled_at,
                          enrolled_by
                        from member where id = ?""", MemberFile::person, member.value())
                .map(person -> new MemberOverview(
                        member,
                        person.name,
                        person.language,
                        person.status,
                        person.tier,
                        person.joined,
                        cards.get(person.joinedAt),
                        standing(member),
                        lastYear(member),
                        identifiers(member),
                        consents(member),
                        atPartners(member, cards)));
    }

    private record Person(
            String name,
            String language,
            String status,
            String tier,
            Instant joined,
            PartnerId joinedAt) {}

    private static Person person(ResultSet r) throws SQLException {
        return new Person(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getObject(5, OffsetDateTime.class).toInstant(),
                new PartnerId(r.getInt(6)));
    }

    /** The member's points now; all zero for an account that never earned. */
    public MemberOverview.Standing standing(MemberId member) {
        Rulebook.Programme programme = rulebook.programme();
        Optional<MemberOverview.Expiry> nextExpiry = nextExpiry(member);
        return sql.first(
                        """
                        select coalesce(sum(active), 0)::bigint, coalesce(sum(pending), 0)::bigint,
                          coalesce(sum(held), 0)::bigint, coalesce(sum(debt), 0)::bigint,
                          (select min(activates_on) from lot
                           where member_id = ? and open and activates_on is not null)
                        from balance where member_id = ?""",
                        r -> new MemberOverview.Standing(
                                r.getLong(1),
                                programme.value(r.getLong(1)),
                                r.getLong(2),
                                r.getLong(3),
                                r.getLong(4),
                                Optional.ofNullable(r.getObject(5, LocalDate.class)),
                                nextExpiry),
                        member.value(),
                        member.value())
                .orElseThrow();
    }

    private Optional<MemberOverview.Expiry> nextExpiry(MemberId member) {
        return sql.first(
                """
                select expires_on, sum(remaining)::bigint from lot
                where member_id = ? and open and activates_on is null and expires_on >= ?
                group by expires_on order by expires_on limit 1""",
                r -> new MemberOverview.Expiry(r.getObject(1, LocalDate.class), r.getLong(2)),
                member.value(),
                clock.today());
    }

    private MemberOverview.Purchases lastYear(MemberId member) {
        String currency = rulebook.programme().currency();
        return sql.first(
                        """
                        select count(*) filter (where kind = 'SALE'),
                          coalesce(sum(case kind when 'SALE' then total else -total end), 0)::bigint
                        from purchase where member_id = ?
                            and happened_at > ? and business_date > ?""",
                        r -> new MemberOverview.Purchases(
                                r.getLong(1), new Money(r.getLong(2), currency)),
                        member.value(),
                        clock.now().minus(Duration.ofDays(YEAR_DAYS)),
                        clock.today().minusDays(YEAR_DAYS + 2L))
                .orElseThrow();
    }

    private List<MemberOverview.MaskedIdentifier> identifiers(MemberId member) {
        return sql.all(
                "select scheme, value from identifier where member_id = ? order by scheme, since",
                r -> new MemberOverview.MaskedIdentifier(
                        r.getString(1), Mask.of(r.getString(1), r.getString(2))),
                member.value());
    }

    private List<MemberOverview.Consent> consents(MemberId member) {
        return sql.all(
                """
                select distinct on (purpose, channel) purpose, channel, granted, recorded_at
                from consent where member_id = ?
                    order by purpose, channel, recorded_at desc, id desc""",
                r -> new MemberOverview.Consent(
                        r.getString(1),
                        r.getString(2),
                        r.getBoolean(3),
                        r.getObject(4, OffsetDateTime.class).toInstant()),
                member.value());
    }

    private List<MemberOverview.AtPartner> atPartners(
            MemberId member, Map<PartnerId, BusinessCard> cards) {
        return sql.all(
                """
                select partner_id, count(*) filter (where kind = 'ACCRUAL'),
                  coalesce(sum(points)
                      filter (where kind in ('ACCRUAL', 'ACCRUAL_REVERSAL')), 0)::bigint,
                  coalesce(-sum(points) filter (where kind in ('REDEMPTION_HOLD', 'CAPTURE', 'VOID',
                      'REDEMPTION_REVERSAL')), 0)::bigint, max(happened_at)
                from journal where member_id = ? group by partner_id order by 3 desc, 1""",
                r -> new MemberOverview.AtPartner(
                        cards.get(new PartnerId(r.getInt(1))),
                        r.getLong(2),
                        r.getLong(3),
                        r.getLong(4),
                        instant(r.getObject(5, OffsetDateTime.class))),
                member.value());
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
