package shutaf.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.Columns;
import shutaf.platform.HubClock;
import shutaf.platform.Ids;
import shutaf.platform.Sql;
import shutaf.shared.Reason;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes open books: one statement for each table, however many journals there are. Lots go first,
 * since their numbers come back; the rest is one round trip.
 */
@ApplicationScoped
class BookWriter {
    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HubClock clock;

    private record PostingRow(Books.Written journal, int line, Posting posting) {}

    private record TraceRow(Books.Written journal, LotKey lot, long amount) {}

    /** Writes lots; the rest is added to what the caller then runs. */
    void write(Books books, Sql.Together rows) {
        if (books.journals().isEmpty()) {
            return;
        }
        Instant now = clock.now();
        Map<LotKey, Long> lots = credit(books, now);
        debit(books, lots);
        journals(books, now, rows);
        postings(books, lots, rows);
        traces(books, lots, rows);
        balances(books, rows);
    }

    private Map<LotKey, Long> credit(Books books, Instant now) {
        Map<LotKey, Long> numbers = new HashMap<>();
        List<Map.Entry<LotKey, Long>> rows = List.copyOf(books.credits().entrySet());
        if (rows.isEmpty()) {
            return numbers;
        }
        Columns<Map.Entry<LotKey, Long>> columns = new Columns<>(rows);
        sql.stream(
                """
                insert into lot (id, member_id, issuer_id, funding, activates_on, expires_on,
                    quantity, remaining,
                                 open, opened_at)
                select q.id, q.member, q.issuer, q.funding, q.activates::date, q.expires::date,
                    q.points, q.points,
                       true, ?
                from unnest(?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[],
                    ?::bigint[])
                     q (id, member, issuer, funding, activates, expires, points)
                on conflict (member_id, issuer_id, funding, activates_on, expires_on) do update
                    set quantity = lot.quantity + excluded.quantity,
                        remaining = lot.remaining + excluded.remaining, open = true
                returning id, member_id, issuer_id, funding, activates_on, expires_on, remaining""",
                OpenLots::read,
                lot -> numbers.put(lot.key(), lot.id()),
                now,
                columns.longs(e -> ids.next(Ids.Of.LOT)),
                columns.longs(e -> e.getKey().member().value()),
                columns.ints(e -> e.getKey().issuer().value()),
                columns.texts(e -> e.getKey().funding()),
                columns.texts(e -> e.getKey().activatesOn()),
                columns.texts(e -> e.getKey().expiresOn()),
                columns.longs(Map.Entry::getValue));
        return numbers;
    }

    private void debit(Books books, Map<LotKey, Long> numbers) {
        List<Map.Entry<LotKey, Long>> rows = List.copyOf(books.debits().entrySet());
        if (rows.isEmpty()) {
            return;
        }
        Columns<Map.Entry<LotKey, Long>> columns = new Columns<>(rows);
        Set<LotKey> found = new java.util.HashSet<>();
        sql.stream(
                """
                update lot set remaining = lot.remaining - q.points, open = lot.remaining > q.points
                from unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                     q (member, issuer, funding, activates, expires, points)
                where lot.member_id = q.member and lot.issuer_id = q.issuer and lot.funding =
                    q.funding
                  and lot.activates_on is not distinct from q.activates::date
                  and lot.expires_on is not distinct from q.expires::date
                returning lot.id, lot.member_id, lot.issuer_id, lot.funding, lot.activates_on,
                    lot.expires_on,
                          lot.remaining""",
                OpenLots::read,
                lot -> {
                    numbers.put(lot.key(), lot.id());
                    found.add(lot.key());
                },
                columns.longs(e -> e.getKey().member().value()),
                columns.ints(e -> e.getKey().issuer().value()),
                columns.texts(e -> e.getKey().funding()),
                columns.texts(e -> e.getKey().activatesOn()),
                columns.texts(e -> e.getKey().expiresOn()),
                columns.longs(Map.Entry::getValue));
        if (found.size() != rows.size()) {
            throw new IllegalStateException(
                    "a debit names a lot that does not exist: " + books.debits().keySet());
        }
    }

    private static void journals(Books books, Instant now, Sql.Together together) {
        Columns<Books.Written> columns = new Columns<>(books.journals());
        together.addChanging(
                columns.rows().size(),
                BookWriter::postedBefore,
                """
                insert into journal (id, business_date, kind, partner_id, member_id, outlet,
                    business_key, refers_to,
                    refers_date, happened_at, recorded_at, actor, reason, points)
                select q.id, q.day::date, q.kind, q.partner, q.member, q.outlet, q.key, q.refers,
                    q.refers_day::date,
                       q.happened::timestamptz, ?, q.actor, q.reason, q.points
                from unnest(?::bigint[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::text[],
                    ?::text[],
                     ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                     q (id, day, kind, partner, member, outlet, key, refers, refers_day, happened,
                         actor, reason,
                        points)
                on conflict (partner_id, business_key, kind, business_date) do nothing""",
                now,
                columns.longs(w -> w.ref().id()),
                columns.texts(w -> w.ref().date()),
                columns.texts(w -> w.draft().kind()),
                columns.ints(w -> w.draft().partner().value()),
                columns.longsOrNull(w -> w.draft().member().map(m -> m.value()).orElse(null)),
                columns.texts(w -> w.draft().outlet().orElse(null)),
                columns.texts(w -> w.draft().businessKey()),
                columns.longsOrNull(
                        w -> w.draft().refersTo().map(JournalRef::id).orElse(null)),
                columns.texts(w -> w.draft().refersTo().map(JournalRef::date).orElse(null)),
                columns.texts(w -> w.draft().happenedAt()),
                columns.texts(w -> w.draft().actor()),
                columns.texts(w -> Reason.encode(w.draft().reasons())),
                columns.longs(w -> effect(w.draft())));
    }

    private static IllegalStateException postedBefore() {
        return new IllegalStateException("a journal of this kind and key has been posted before");
    }

    /**
     * What the journal changes in what the member calls their points: spendable and pending
     * together.
     */
    private static long effect(JournalDraft draft) {
        long effect = 0;
        for (Posting posting : draft.postings()) {
            if (posting.unit().equals(Posting.POINTS)) {
                effect += sign(posting.to()) * posting.amount()
                        - sign(posting.from()) * posting.amount();
            }
        }
        return effect;
    }

    private static int sign(Account account) {
        return account.kind() == Account.Kind.MEMBER || account.kind() == Account.Kind.PENDING
                ? 1
                : 0;
    }

    private static void postings(Books books, Map<LotKey, Long> lots, Sql.Together together) {
        List<PostingRow> rows = new ArrayList<>();
        for (Books.Written journal : books.journals()) {
            List<Posting> postings = journal.draft().postings();
            for (int i = 0; i < postings.size(); i++) {
                rows.add(new PostingRow(journal, i + 1, postings.get(i)));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        Columns<PostingRow> columns = new Columns<>(rows);
        together.add(
                """
                insert into posting (journal_id, business_date, line, partner_id, unit,
                    from_account, from_owner,
                    to_account, to_owner, amount, lot_id)
                select q.journal, q.day::date, q.line, q.partner, q.unit, q.source, q.source_owner,
                    q.target,
                       q.target_owner, q.amount, q.lot
                from unnest(?::bigint[], ?::text[], ?::int[], ?::int[], ?::text[], ?::text[],
                    ?::bigint[], ?::text[],
                     ?::bigint[], ?::bigint[], ?::bigint[])
                     q (journal, day, line, partner, unit, source, source_owner, target,
                         target_owner, amount, lot)""",
                columns.longs(r -> r.journal().ref().id()),
                columns.texts(r -> r.journal().ref().date()),
                columns.ints(PostingRow::line),
                columns.ints(r -> r.journal().draft().partner().value()),
                columns.texts(r -> r.posting().unit()),
                columns.texts(r -> r.posting().from().kind()),
                columns.longs(r -> r.posting().from().owner()),
                columns.texts(r -> r.posting().to().kind()),
                columns.longs(r -> r.posting().to().owner()),
                columns.longs(r -> r.posting().amount()),
                columns.longsOrNull(r -> r.posting().credits().map(lots::get).orElse(null)));
    }

    private static void traces(Books books, Map<LotKey, Long> lots, Sql.Together together) {
        List<TraceRow> rows =
                books.journals().stream().flatMap(BookWriter::traces).toList();
        if (rows.isEmpty()) {
            return;
        }
        Columns<TraceRow> columns = new Columns<>(rows);
        together.add(
                """
                insert into trace (journal_id, business_date, lot_id, partner_id, member_id, amount)
                select q.journal, q.day::date, q.lot, q.partner, q.member, q.amount
                from unnest(?::bigint[], ?::text[], ?::bigint[], ?::int[], ?::bigint[], ?::bigint[])
                     q (journal, day, lot, partner, member, amount)""",
                columns.longs(r -> r.journal().ref().id()),
                columns.texts(r -> r.journal().ref().date()),
                columns.longsOrNull(r -> lots.get(r.lot())),
                columns.ints(r -> r.journal().draft().partner().value()),
                columns.longs(r -> r.lot().member().value()),
                columns.longs(TraceRow::amount));
    }

    private static Stream<TraceRow> traces(Books.Written journal) {
        return journal.draft().traces().entrySet().stream()
                .filter(e -> e.getValue() != 0)
                .map(e -> new TraceRow(journal, e.getKey(), e.getValue()));
    }

    private static void balances(Books books, Sql.Together together) {
        Columns<MemberAccount> columns = new Columns<>(books.touched());
        together.add(
                """
                update balance set active = q.active, pending = q.pending, held = q.held, debt =
                    q.debt,
                    qualifying = q.qualifying
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[])
                     q (member, active, pending, held, debt, qualifying)
                where balance.member_id = q.member""",
                columns.longs(a -> a.member().value()),
                columns.longs(MemberAccount::active),
                columns.longs(MemberAccount::pending),
                columns.longs(MemberAccount::held),
                columns.longs(MemberAccount::debt),
                columns.longs(MemberAccount::qualifying));
    }
}
