package shutaf.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The audit trail's one door. An entry is written in the transaction of the deed itself: there is
 * no deed without its entry and no entry without its deed.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class AuditTrail {
    private static final int MOST_ROWS = 200;

    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    /**
     * What is to be kept.
     *
     * @param actor login name of who did it
     * @param deed what
     * @param partner whose figures, if one partner's
     * @param member whose account, if one member's
     * @param subject what it was done to, by its own number: a receipt, a statement; never a name
     * @param detail what changed, in a few words; empty when nothing did
     */
    public record Note(
            String actor,
            Deed deed,
            Optional<PartnerId> partner,
            Optional<MemberId> member,
            String subject,
            String detail) {}

    /**
     * What was kept.
     *
     * @param at when
     * @param note what
     */
    public record Entry(Instant at, Note note) {}

    /** Adds an entry. Those of one day are written one after the other, so call it last. */
    public void add(Note note) {
        sql.run(
                """
                insert into audit_entry (at, actor, deed, partner_id, member_id, subject, detail)
                values (?, ?, ?, ?::int, ?::bigint, ?, ?)""",
                clock.now(),
                note.actor(),
                note.deed().name(),
                note.partner().map(p -> Integer.toString(p.value())).orElse(null),
                note.member().map(m -> Long.toString(m.value())).orElse(null),
                note.subject(),
                note.detail());
    }

    /** How many entries there are. */
    public long count() {
        return sql.first("select count(*) from audit_entry", r -> r.getLong(1)).orElseThrow();
    }

    /**
     * Entries, the latest first.
     *
     * @param first entries to skip
     * @param count entries to read, at most 200
     */
    public List<Entry> page(int first, int count) {
        return sql.all(
                """
                select at, actor, deed, partner_id, member_id, subject, detail from audit_entry
                order by day desc, number desc limit ? offset ?""",
                r -> new Entry(
                        r.getObject(1, OffsetDateTime.class).toInstant(),
                        new Note(
                                r.getString(2),
                                Deed.valueOf(r.getString(3)),
                                Optional.ofNullable(r.getObject(4, Integer.class))
                                        .map(PartnerId::new),
                                Optional.ofNullable(r.getObject(5, Long.class)).map(MemberId::new),
                                r.getString(6),
                                r.getString(7))),
                Math.clamp(count, 1, MOST_ROWS),
                Math.max(0, first));
    }
}
