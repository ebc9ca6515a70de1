package shutaf.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.Ids;
import shutaf.platform.Sql;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The only door to the books. Used inside a transaction in the hub's scope: open the members' books
 * (their rows are locked in key order, so that two transactions never wait for each other in a
 * circle), post, write.
 */
@ApplicationScoped
public class Ledger {
    private static final int LOTS_AT_ONCE = 16;

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private BookWriter writer;

    /** Opens the books of these members: nobody else changes them until the transaction ends. */
    public Books open(Collection<MemberId> members) {
        if (members.isEmpty()) {
            return new Books(List.of());
        }
        long[] keys =
                members.stream().mapToLong(MemberId::value).distinct().sorted().toArray();
        return new Books(sql.all(
                """
                select member_id, active, pending, held, debt, qualifying from balance
                where member_id = any (?) order by member_id for update""",
                r -> new MemberAccount(
                        new MemberId(r.getLong(1)),
                        r.getLong(2),
                        r.getLong(3),
                        r.getLong(4),
                        r.getLong(5),
                        r.getLong(6)),
                (Object) keys));
    }

    /** Applies a journal to the open books; it reaches the database with {@link #write}. */
    public JournalRef post(Books books, JournalDraft draft) {
        JournalRef ref = new JournalRef(draft.businessDate(), ids.next(Ids.Of.JOURNAL));
        books.apply(ref, draft);
        return ref;
    }

    /** Writes all journals of the books, with lots, traces and balances. */
    public void write(Books books) {
        write(books, new Sql.Together());
    }

    /** The same, together with what else has to be written: one round trip for both. */
    public void write(Books books, Sql.Together others) {
        writer.write(books, others);
        sql.run(others);
    }

    /**
     * The lots a debit takes: the soonest to expire first, those without end last, so that a member
     * never loses a day that another order would have saved. Fewer points than asked for when the
     * lots do not hold more.
     */
    public List<LotDebit> pick(MemberId member, long points, LocalDate today) {
        List<LotDebit> picked = new ArrayList<>();
        long missing = points;
        int skipped = 0;
        while (missing > 0) {
            List<OpenLot> lots = spendable(member, today, skipped);
            for (OpenLot lot : lots) {
                long taken = Math.min(missing, lot.remaining());
                if (taken > 0) {
                    picked.add(new LotDebit(lot.key(), taken));
                    missing -= taken;
                }
            }
            skipped += lots.size();
            if (lots.size() < LOTS_AT_ONCE) {
                return picked;
            }
        }
        return picked;
    }

    /** Read along the index of the debit order, however many lots there are. */
    private List<OpenLot> spendable(MemberId member, LocalDate today, int skipped) {
        return sql.all(
                OpenLots.SELECT + """
                         where member_id = ? and open and activates_on is null
                           and coalesce(expires_on, 'infinity') >= ?
                         order by expires_on, opened_at, id limit ? offset ?""",
                OpenLots::read,
                member.value(),
                today,
                LOTS_AT_ONCE,
                skipped);
    }

    /**
     * Pending lots of a member at that issuer, the latest first: what a return takes before active
     * points.
     */
    public List<OpenLot> pendingLots(MemberId member, PartnerId issuer) {
        return sql.all(OpenLots.SELECT + """
                         where member_id = ? and issuer_id = ? and open and activates_on is not null
                         order by activates_on desc, id
                         """, OpenLots::read, member.value(), issuer.value());
    }

    /** What is left of the lots into which a journal put points. */
    public List<OpenLot> lotsCreditedBy(JournalRef journal) {
        return sql.all(OpenLots.SELECT + """
                         where id in (select lot_id from posting where journal_id = ? and
                             business_date = ?
                             and lot_id is not null) order by id
                         """, OpenLots::read, journal.id(), journal.date());
    }

    /** What a journal took from lots, in the order in which it took it. */
    public List<LotDebit> tracesOf(JournalRef journal) {
        return sql.all(
                """
                select l.id, l.member_id, l.issuer_id, l.funding, l.activates_on, l.expires_on,
                    t.amount
                from trace t join lot l on l.id = t.lot_id where t.journal_id = ? and
                    t.business_date = ?
                order by l.expires_on, l.opened_at, l.id""",
                r -> new LotDebit(OpenLots.read(r).key(), r.getLong(7)),
                journal.id(),
                journal.date());
    }

    /** The journal of that kind and key, if it was posted. */
    public Optional<JournalRef> find(
            PartnerId partner, JournalKind kind, String businessKey, LocalDate day) {
        return sql.first(
                """
                select id from journal
                where partner_id = ? and kind = ? and business_key = ? and business_date = ?""",
                r -> new JournalRef(day, r.getLong(1)),
                partner.value(),
                kind.name(),
                businessKey,
                day);
    }

    /** Spendable points of a member as committed; to show, not to decide. */
    public long balance(MemberId member) {
        return sql.first(
                        "select active from balance where member_id = ?",
                        r -> r.getLong(1),
                        member.value())
                .orElse(0L);
    }
}
