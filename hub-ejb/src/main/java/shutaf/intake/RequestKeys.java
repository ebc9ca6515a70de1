package shutaf.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.Columns;
import shutaf.platform.HubClock;
import shutaf.platform.Sql;
import shutaf.purchase.ConcurrentReceipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which keys were used for what, and what was answered. A key is written in the transaction of what
 * it asked for, so a refusal leaves it free for the corrected request.
 */
@ApplicationScoped
class RequestKeys {
    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    /** What a key was used for before. */
    record Used(boolean sameContent, String answer) {}

    private record Row(RequestKey key, String answer) {}

    private record Found(int index, boolean written, Optional<Used> before) {}

    /**
     * Keeps keys that have no answer of their own: their receipts have it.
     *
     * @throws KeyReused naming those that stand for something else; roll everything back
     * @throws ConcurrentReceipt when another request wrote one of them just now; try again
     */
    void keep(Collection<RequestKey> keys) {
        if (!keys.isEmpty()) {
            write(keys.stream().map(k -> new Row(k, "")).toList());
        }
    }

    /**
     * Keeps a key with its answer, or says what was answered before.
     *
     * @throws KeyReused when it stands for something else
     * @throws ConcurrentReceipt when another request wrote it just now; try again
     */
    Optional<Used> keep(RequestKey key, String answer) {
        return write(List.of(new Row(key, answer))).getFirst().before();
    }

    /** What a key was used for before. */
    Optional<Used> find(RequestKey key) {
        return sql.first(
                """
                select a.fingerprint = decode(?, 'hex'), a.answer from answered_request a
                where a.partner_id = ? and a.request_key = ?""",
                r -> new Used(r.getBoolean(1), r.getString(2)),
                key.content().hex(),
                key.partner().value(),
                key.key());
    }

    private List<Found> write(Collection<Row> rows) {
        Map<String, RequestKey> once = new HashMap<>();
        for (Row row : rows) {
            RequestKey other = once.putIfAbsent(name(row.key()), row.key());
            if (other != null && !other.equals(row.key())) {
                throw new KeyReused();
            }
        }
        // In one order, so that two transactions with the same keys wait in one direction.
        List<Row> ordered = rows.stream()
                .sorted(Comparator.comparing(row -> name(row.key())))
                .toList();
        Columns<Row> c = new Columns<>(ordered);
        List<Found> found = sql.all(
                WRITE,
                RequestKeys::read,
                c.ints(row -> row.key().partner().value()),
                c.texts(row -> row.key().key()),
                c.texts(row -> row.key().content().hex()),
                c.texts(Row::answer),
                clock.now());
        if (found.stream()
                .anyMatch(f -> f.before().filter(b -> !b.sameContent()).isPresent())) {
            throw new KeyReused();
        }
        if (found.stream().anyMatch(f -> !f.written() && f.before().isEmpty())) {
            throw new ConcurrentReceipt();
        }
        return found;
    }

    private static String name(RequestKey key) {
        return key.partner().value() + "/" + key.key();
    }

    private static Found read(ResultSet r) throws SQLException {
        String answer = r.getString(4);
        return new Found(
                r.getInt(1),
                r.getBoolean(2),
                answer == null ? Optional.empty() : Optional.of(new Used(r.getBoolean(3), answer)));
    }

    /** One round trip: writes what is new and shows what was there when the statement began. */
    private static final String WRITE = """
            with q as (
                select * from unnest(?::int[], ?::text[], ?::text[], ?::text[])
                    with ordinality u (partner_id, request_key, fingerprint, answer, n)
            ), written as (
                insert into answered_request (partner_id, request_key, fingerprint, answer,
                recorded_at)
                select partner_id, request_key, decode(fingerprint, 'hex'), answer, ? from q
                on conflict (partner_id, request_key) do nothing returning partner_id, request_key
            )
            select q.n, w.request_key is not null, a.fingerprint = decode(q.fingerprint, 'hex'),
            a.answer from q
            left join written w on w.partner_id = q.partner_id and w.request_key = q.request_key
            left join answered_request a on a.partner_id = q.partner_id and a.request_key =
            q.request_key
            order by q.n""";
}
