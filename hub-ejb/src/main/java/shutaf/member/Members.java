package shutaf.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import shutaf.platform.Columns;
import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Enrols members and recognises them by what a till read. */
@ApplicationScoped
@Transactional
@InHubScope
public class Members {
    @PersistenceContext(unitName = "hub")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Identifiers identifiers;

    @Inject
    private HubClock clock;

    /**
     * Who asks for whom.
     *
     * @param partner where the member was seen
     * @param ref what was read
     */
    public record Asked(PartnerId partner, MemberRef ref) {}

    /**
     * A member found.
     *
     * @param id the account
     * @param active whether they may earn and spend
     * @param knownHere whether they have dealt with the asking partner before
     */
    public record Recognised(MemberId id, boolean active, boolean knownHere) {}

    /** Finds all that can be found, in one round trip; who is missing in the answer is unknown. */
    public Map<Asked, Recognised> recognise(Set<Asked> asked) {
        Map<Identifiers.Key, List<Asked>> byKey = new HashMap<>();
        Map<Asked, Recognised> found = new HashMap<>();
        for (Asked a : asked) {
            if (a.ref().scheme() == IdentifierScheme.QR) {
                byQr(a).ifPresent(r -> found.put(a, r));
            } else {
                identifiers
                        .key(a.ref(), a.partner())
                        .ifPresent(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(a));
            }
        }
        byKeys(byKey, found);
        return found;
    }

    private record Row(Identifiers.Key key, int partner) {}

    private void byKeys(Map<Identifiers.Key, List<Asked>> byKey, Map<Asked, Recognised> found) {
        List<Row> rows = byKey.entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .map(a -> new Row(e.getKey(), a.partner().value())))
                .distinct()
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        Columns<Row> columns = new Columns<>(rows);
        sql.stream(
                """
                select q.n, m.id, m.status = 'ACTIVE', d.member_id is not null
                from unnest(?::text[], ?::int[], ?::text[], ?::int[]) with ordinality q (scheme,
                    owner, value, partner, n)
                join identifier i on i.scheme = q.scheme and i.partner_id = q.owner and i.value =
                    q.value
                join member m on m.id = i.member_id
                left join member_partner d on d.member_id = m.id and d.partner_id = q.partner""",
                r -> {
                    Row row = rows.get(r.getInt(1) - 1);
                    Recognised who = new Recognised(
                            new MemberId(r.getLong(2)), r.getBoolean(3), r.getBoolean(4));
                    byKey.get(row.key()).stream()
                            .filter(a -> a.partner().value() == row.partner())
                            .forEach(a -> found.put(a, who));
                    return who;
                },
                who -> {},
                columns.texts(r -> r.key().scheme()),
                columns.ints(r -> r.key().partner()),
                columns.texts(r -> r.key().value()),
                columns.ints(Row::partner));
    }

    private Optional<Recognised> byQr(Asked asked) {
        return identifiers
                .ofQr(asked.ref(), clock.now())
                .flatMap(id -> sql.first(
                        """
                select m.id, m.status = 'ACTIVE', exists (select 1 from member_partner d
                    where d.member_id = m.id and d.partner_id = ?) from member m where m.id = ?""",
                        r -> new Recognised(
                                new MemberId(r.getLong(1)), r.getBoolean(2), r.getBoolean(3)),
                        asked.partner().value(),
                        id.value()));
    }

    /**
     * The member whom a till at that partner sees; they count as known there only once they deal.
     */
    public Optional<Member> lookup(PartnerId partner, MemberRef ref) {
        Asked asked = new Asked(partner, ref);
        return Optional.ofNullable(recognise(Set.of(asked)).get(asked)).flatMap(r -> find(r.id()));
    }

    /** The member of that account. */
    public Optional<Member> find(MemberId id) {
        return Optional.ofNullable(entities.find(Member.class, id.value()));
    }

    /**
     * The member of that account if they have dealt with the partner; else nobody, as if they did
     * not exist.
     */
    public Optional<Member> knownAt(PartnerId partner, MemberId id) {
        boolean known = sql.first(
                        "select 1 from member_partner where member_id = ? and partner_id = ?",
                        r -> r.getInt(1),
                        id.value(),
                        partner.value())
                .isPresent();
        return known ? find(id) : Optional.empty();
    }

    /** From now on the partner may see the member. */
    public void dealt(PartnerId partner, MemberId member) {
        sql.run("""
                insert into member_partner (member_id, partner_id, since) values (?, ?, ?)
                on conflict do nothing""", member.value(), partner.value(), clock.now());
    }

    /**
     * A member who deals with a partner.
     *
     * @param partner who may see the member from now on
     * @param member who deals
     */
    public record Dealing(PartnerId partner, MemberId member) {}

    /** The same for many at once. */
    public void dealt(Set<Dealing> dealings) {
        if (dealings.isEmpty()) {
            return;
        }
        Columns<Dealing> columns = new Columns<>(List.copyOf(dealings));
        sql.run(
                """
                insert into member_partner (member_id, partner_id, since)
                select q.member, q.partner, ? from unnest(?::bigint[], ?::int[])
                    q (member, partner)
                on conflict do nothing""",
                clock.now(),
                columns.longs(d -> d.member().value()),
                columns.ints(d -> d.partner().value()));
    }

    /**
     * Enrols a person at a partner. Somebody who is a member already stays as they are and becomes
     * visible to the partner: adding identifiers to an existing account is for the member, not for
     * a till.
     */
    public EnrolmentOutcome enrol(PartnerId partner, Enrolment asked) {
        List<Identifiers.Key> keys = new ArrayList<>();
        for (int i = 0; i < asked.identifiers().size(); i++) {
            MemberRef ref = asked.identifiers().get(i);
            Optional<Identifiers.Key> key = identifiers.key(ref, partner);
            if (key.isEmpty()) {
                return new EnrolmentOutcome.Invalid(
                        "identifiers[" + i + "].value",
                        "this is no " + ref.scheme() + " that we can use");
            }
            keys.add(key.get());
        }
        if (keys.isEmpty()) {
            return new EnrolmentOutcome.Invalid("identifiers", "give at least one identifier");
        }
        // Two tills enrolling the same person at once must see each other: a row that is not there
        // cannot be locked.
        keys.stream()
                .map(Identifiers.Key::toString)
                .sorted()
                .forEach(k -> sql.run("select pg_advisory_xact_lock(hashtextextended(?, 0))", k));
        List<MemberId> holders = holders(keys);
        if (holders.size() > 1) {
            return new EnrolmentOutcome.Contradiction(
                    "these identifiers belong to different members: look each up and merge"
                            + " them in the CRM");
        }
        boolean fresh = holders.isEmpty();
        MemberId id = fresh ? create(partner, asked, keys) : holders.getFirst();
        dealt(partner, id);
        return new EnrolmentOutcome.Enrolled(find(id).orElseThrow(), fresh);
    }

    private List<MemberId> holders(List<Identifiers.Key> keys) {
        Columns<Identifiers.Key> columns = new Columns<>(keys);
        return sql.all(
                """
                select distinct i.member_id from identifier i
                join unnest(?::text[], ?::int[], ?::text[]) q (scheme, owner, value)
                  on i.scheme = q.scheme and i.partner_id = q.owner and i.value = q.value""",
                r -> new MemberId(r.getLong(1)),
                columns.texts(Identifiers.Key::scheme),
                columns.ints(Identifiers.Key::partner),
                columns.texts(Identifiers.Key::value));
    }

    private MemberId create(PartnerId partner, Enrolment asked, List<Identifiers.Key> keys) {
        Instant now = clock.now();
        long id = sql.first("select nextval('member_id')", r -> r.getLong(1)).orElseThrow();
        sql.run(
                """
                insert into member (id, first_name, last_name, language, status, tier, enrolled_by,
                    enrolled_at)
                values (?, ?, ?, ?, 'ACTIVE', 'BASE', ?, ?)""",
                id,
                asked.firstName().strip(),
                asked.lastName().strip(),
                asked.language(),
                partner.value(),
                now);
        Columns<Identifiers.Key> columns =
                new Columns<>(keys.stream().distinct().toList());
        sql.run(
                """
                insert into identifier (scheme, partner_id, value, member_id, since)
                select q.scheme, q.owner, q.value, ?, ? from unnest(?::text[], ?::int[], ?::text[])
                    q (scheme, owner, value)""",
                id,
                now,
                columns.texts(Identifiers.Key::scheme),
                columns.ints(Identifiers.Key::partner),
                columns.texts(Identifiers.Key::value));
        consents(partner, new MemberId(id), asked.consents(), now);
        return new MemberId(id);
    }

    private void consents(
            PartnerId partner, MemberId member, List<Enrolment.ConsentGiven> given, Instant now) {
        for (Enrolment.ConsentGiven c : given) {
            sql.run(
                    """
                    insert into consent (id, member_id, partner_id, purpose, channel, granted,
                        wording, recorded_at)
                    values (nextval('consent_id'), ?, ?, ?, ?, ?, ?, ?)""",
                    member.value(),
                    partner.value(),
                    c.purpose(),
                    c.channel(),
                    c.granted(),
                    c.wording(),
                    now);
        }
    }

    /** Identifiers of a member in clear as far as the hub keeps them so, by scheme. */
    public Map<IdentifierScheme, List<String>> identifiersOf(MemberId member) {
        return sql
                .all(
                        """
                        select scheme, value from identifier where member_id = ?
                        order by scheme, since""",
                        r -> Map.entry(IdentifierScheme.valueOf(r.getString(1)), r.getString(2)),
                        member.value())
                .stream()
                .filter(e -> e.getKey() != IdentifierScheme.NATIONAL_ID)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
