package shutaf.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.ledger.JournalRef;
import shutaf.platform.Columns;
import shutaf.platform.HubClock;
import shutaf.platform.Sql;
import shutaf.shared.Fingerprint;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;
import shutaf.shared.Reason;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Receipts as they came in. That one counts once is kept by the database's unique key, not by a
 * look before.
 */
@ApplicationScoped
public class Purchases {
    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    /**
     * A receipt's key at its partner.
     *
     * @param partner whose receipt
     * @param receipt natural key
     */
    public record Key(PartnerId partner, ReceiptKey receipt) {}

    private record LineRow(RecordedPurchase purchase, PurchaseLine line, int original) {}

    /** Those of the receipts that are recorded already, without their lines. */
    public Map<Key, RecordedPurchase> known(Collection<Key> keys, RecordedPurchase.Kind kind) {
        Map<Key, RecordedPurchase> known = new HashMap<>();
        if (keys.isEmpty()) {
            return known;
        }
        Columns<Key> columns = new Columns<>(List.copyOf(keys));
        sql.stream(
                SELECT + """
                         join unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                             q (partner, number, outlet, till, day)
                           on p.partner_id = q.partner and p.number = q.number and p.outlet =
                               q.outlet
                          and p.till = q.till and p.business_date = q.day::date where p.kind = ?""",
                Purchases::read,
                p -> known.put(new Key(p.purchase().partner(), p.purchase().receipt()), p),
                columns.ints(k -> k.partner().value()),
                columns.texts(k -> k.receipt().number()),
                columns.texts(k -> k.receipt().outlet()),
                columns.texts(k -> k.receipt().till()),
                columns.texts(k -> k.receipt().businessDate()),
                kind.name());
        return known;
    }

    /** One receipt with its lines. */
    public Optional<RecordedPurchase> find(Key key, RecordedPurchase.Kind kind) {
        return Optional.ofNullable(known(List.of(key), kind).get(key)).map(this::withLines);
    }

    /**
     * A sale with its lines, locked: until the commit nobody else claims it or takes goods of it
     * back.
     */
    public Optional<RecordedPurchase> lock(Key key) {
        sql.run(
                """
                select 1 from purchase where partner_id = ? and number = ? and outlet = ?
                    and till = ? and business_date = ? and kind = 'SALE' for update""",
                key.partner().value(),
                key.receipt().number(),
                key.receipt().outlet(),
                key.receipt().till(),
                key.receipt().businessDate());
        return find(key, RecordedPurchase.Kind.SALE);
    }

    /** The lines of a sale with what is left of each after the returns so far. */
    public List<PurchaseLine> left(RecordedPurchase sale) {
        Purchase p = sale.purchase();
        Map<Integer, Returned> gone = returnedSoFar(new Key(p.partner(), p.receipt()));
        Returned nothing = new Returned(0, BigDecimal.ZERO);
        return p.lines().stream()
                .map(line -> {
                    Returned back = gone.getOrDefault(line.line(), nothing);
                    return line.with(
                            line.quantity().subtract(back.quantity()),
                            line.amount() - back.amount());
                })
                .toList();
    }

    private RecordedPurchase withLines(RecordedPurchase p) {
        List<PurchaseLine> lines = sql.all(
                """
                select line, sku, description, category, quantity, amount, discount, vat_rate from
                    purchase_line
                where business_date = ? and purchase_id = ? order by line""",
                r -> new PurchaseLine(
                        r.getInt(1),
                        r.getString(2),
                        r.getString(3),
                        Arrays.stream(r.getString(4).split(",", -1))
                                .filter(c -> !c.isEmpty())
                                .toList(),
                        r.getBigDecimal(5),
                        r.getLong(6),
                        r.getLong(7),
                        r.getBigDecimal(8)),
                p.purchase().receipt().businessDate(),
                p.id());
        return p.with(p.purchase().with(lines));
    }

    /**
     * Records receipts with their lines.
     *
     * @param originals for returns: original line by line of the return; empty for sales
     * @return to be run with what else is written; fails with {@link ConcurrentReceipt} when
     *     another transaction has just recorded one of them: try again and find it
     */
    public Sql.Together record(List<RecordedPurchase> receipts, Map<Integer, Integer> originals) {
        Sql.Together together = new Sql.Together();
        if (receipts.isEmpty()) {
            return together;
        }
        // In key order, so that two transactions that bring the same receipts wait for each other
        // in one direction.
        Columns<RecordedPurchase> c = new Columns<>(
                receipts.stream().sorted((a, b) -> order(a).compareTo(order(b))).toList());
        insert(c, together);
        lines(receipts, originals, together);
        return together;
    }

    private void insert(Columns<RecordedPurchase> c, Sql.Together together) {
        together.addChanging(
                c.rows().size(),
                ConcurrentReceipt::new,
                INSERT,
                clock.now(),
                c.longs(RecordedPurchase::id),
                c.texts(p -> p.purchase().receipt().businessDate()),
                c.ints(p -> p.purchase().partner().value()),
                c.texts(RecordedPurchase::kind),
                c.texts(RecordedPurchase::status),
                c.texts(p -> p.purchase().receipt().outlet()),
                c.texts(p -> p.purchase().receipt().till()),
                c.texts(p -> p.purchase().receipt().number()),
                c.longsOrNull(p -> p.member().map(MemberId::value).orElse(null)),
                c.texts(p -> p.unknownMember().isEmpty()
                        ? null
                        : p.purchase().member().map(m -> m.scheme().name()).orElse(null)),
                c.texts(p -> p.unknownMember().orElse(null)),
                c.texts(p -> p.purchase().happenedAt()),
                c.texts(p -> p.purchase().total().currency()),
                c.longs(p -> p.purchase().total().minor()),
                c.longs(p -> p.purchase().paidWithPoints()),
                c.texts(p -> p.fingerprint().hex()),
                c.longsOrNull(p -> p.journal().map(JournalRef::id).orElse(null)),
                c.longs(RecordedPurchase::points),
                c.longs(RecordedPurchase::pendingPoints),
                c.longs(RecordedPurchase::balanceAfter),
                c.texts(p -> Reason.encode(p.reasons())),
                c.texts(p -> p.original().orElse(null)),
                c.texts(p -> p.purchase().channel()));
    }

    private static String order(RecordedPurchase p) {
        return p.purchase().partner().value() + "/" + p.purchase().receipt();
    }

    private static void lines(
            List<RecordedPurchase> receipts,
            Map<Integer, Integer> originals,
            Sql.Together together) {
        List<LineRow> rows = new ArrayList<>();
        for (RecordedPurchase p : receipts) {
            p.purchase()
                    .lines()
                    .forEach(l -> rows.add(new LineRow(p, l, originals.getOrDefault(l.line(), 0))));
        }
        if (rows.isEmpty()) {
            return;
        }
        Columns<LineRow> c = new Columns<>(rows);
        together.add(
                """
                insert into purchase_line (purchase_id, business_date, line, partner_id,
                    original_line, sku,
                    description, category, quantity, amount, discount, vat_rate)
                select q.purchase, q.day::date, q.line, q.partner, nullif(q.original, 0), q.sku,
                    q.description,
                       q.category, q.quantity::numeric, q.amount, q.discount, q.vat::numeric
                from unnest(?::bigint[], ?::text[], ?::int[], ?::int[], ?::int[], ?::text[],
                    ?::text[], ?::text[],
                     ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                     q (purchase, day, line, partner, original, sku, description, category,
                         quantity, amount,
                        discount, vat)""",
                c.longs(r -> r.purchase().id()),
                c.texts(r -> r.purchase().purchase().receipt().businessDate()),
                c.ints(r -> r.line().line()),
                c.ints(r -> r.purchase().purchase().partner().value()),
                c.ints(LineRow::original),
                c.texts(r -> r.line().sku()),
                c.texts(r -> r.line().description()),
                c.texts(r -> String.join(",", r.line().categories())),
                c.texts(r -> plain(r.line().quantity())),
                c.longs(r -> r.line().amount()),
                c.longs(r -> r.line().discount()),
                c.texts(r -> plain(r.line().vatRate())));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    /** Amount and quantity that came back so far of each line of a sale. */
    public Map<Integer, Returned> returnedSoFar(Key sale) {
        Map<Integer, Returned> lines = new HashMap<>();
        sql.stream(
                """
                select l.original_line, sum(l.amount)::bigint, sum(l.quantity) from purchase p
                join purchase_line l on l.business_date = p.business_date and l.purchase_id = p.id
                where p.partner_id = ? and p.original_receipt = ? and p.kind = 'RETURN' and
                    p.status = 'RETURNED'
                  and l.original_line is not null group by l.original_line""",
                r -> Map.entry(r.getInt(1), new Returned(r.getLong(2), r.getBigDecimal(3))),
                e -> lines.put(e.getKey(), e.getValue()),
                sale.partner().value(),
                sale.receipt().toString());
        return lines;
    }

    /**
     * What came back of a line.
     *
     * @param amount minor units
     * @param quantity pieces
     */
    public record Returned(long amount, BigDecimal quantity) {}

    /** Line of a recorded return -> line of its sale, as far as they were named. */
    public Map<Integer, Integer> originalLines(RecordedPurchase goodsBack) {
        Map<Integer, Integer> lines = new HashMap<>();
        sql.stream(
                """
                select line, original_line from purchase_line
                where business_date = ? and purchase_id = ? and original_line is not null""",
                r -> Map.entry(r.getInt(1), r.getInt(2)),
                e -> lines.put(e.getKey(), e.getValue()),
                goodsBack.purchase().receipt().businessDate(),
                goodsBack.id());
        return lines;
    }

    /** Points taken back so far for a sale. */
    public long pointsReturned(Key sale) {
        return sql.first(
                        """
                        select coalesce(sum(points), 0)::bigint from purchase
                        where partner_id = ? and original_receipt = ? and kind = 'RETURN' and
                            status = 'RETURNED'""",
                        r -> r.getLong(1),
                        sale.partner().value(),
                        sale.receipt().toString())
                .orElse(0L);
    }

    /**
     * Settles a receipt that waited: an unclaimed sale that was claimed, a return whose sale came.
     */
    public void settle(RecordedPurchase p) {
        int changed = sql.run(
                """
                update purchase set status = ?, member_id = ?, member_scheme = null, member_value =
                    null, written_in = default,
                    journal_id = ?, points = ?, pending_points = ?, balance_after = ?, reason = ?
                where business_date = ? and id = ? and status in ('UNCLAIMED', 'WAITING')""",
                p.status().name(),
                p.member().map(MemberId::value).orElse(null),
                p.journal().map(JournalRef::id).orElse(null),
                p.points(),
                p.pendingPoints(),
                p.balanceAfter(),
                Reason.encode(p.reasons()),
                p.purchase().receipt().businessDate(),
                p.id());
        if (changed != 1) {
            throw new ConcurrentReceipt();
        }
    }

    /** Returns that wait for their sale and whose sale is there now. */
    public List<RecordedPurchase> returnsWhoseSaleCame(int most) {
        return sql.all(SELECT + """
                                 where p.status = 'WAITING' and exists (select 1 from purchase s
                                     where s.partner_id = p.partner_id and s.kind = 'SALE' and
                                         s.outlet || '/' || s.till
                                         || '/' || s.business_date || '/' || s.number =
                                             p.original_receipt
                                       and s.number = substring(p.original_receipt from '[^/]*$'))
                                 order by p.recorded_at limit ?""", Purchases::read, most).stream()
                .map(this::withLines)
                .toList();
    }

    private static final String SELECT = """
            select p.id, p.business_date, p.partner_id, p.kind, p.status, p.outlet, p.till,
                p.number, p.member_id,
                   p.member_value, p.happened_at, p.currency, p.total, p.paid_with_points,
                       encode(p.fingerprint, 'hex'), p.journal_id,
                   p.points, p.pending_points, p.balance_after, p.reason, p.original_receipt,
                       p.channel
            from purchase p
            """;

    private static final String INSERT = """
            insert into purchase (id, business_date, partner_id, kind, status, outlet, till,
                number, member_id,
                member_scheme, member_value, happened_at, recorded_at, currency, total,
                    paid_with_points, fingerprint,
                journal_id, points, pending_points, balance_after, reason, original_receipt,
                    channel)
            select q.id, q.day::date, q.partner, q.kind, q.status, q.outlet, q.till, q.number,
                q.member, q.scheme,
                   q.value, q.happened::timestamptz, ?, q.currency, q.total, q.with_points,
                       decode(q.fingerprint, 'hex'), q.journal,
                   q.points, q.pending, q.balance, q.reason, q.original, q.channel
            from unnest(?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[],
                 ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                     ?::text[],
                 ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                     ?::text[])
                 q (id, day, partner, kind, status, outlet, till, number, member, scheme, value,
                     happened, currency,
                    total, with_points, fingerprint, journal, points, pending, balance, reason,
                        original, channel)
            on conflict (partner_id, number, outlet, till, kind, business_date) do nothing""";

    private static RecordedPurchase read(ResultSet r) throws SQLException {
        LocalDate day = r.getObject(2, LocalDate.class);
        Instant happened = r.getObject(11, OffsetDateTime.class).toInstant();
        Purchase purchase = new Purchase(
                new PartnerId(r.getInt(3)),
                new ReceiptKey(r.getString(6), r.getString(7), day, r.getString(8)),
                happened,
                Optional.empty(),
                List.of(),
                new Money(r.getLong(13), r.getString(12)),
                r.getLong(14),
                Channel.valueOf(r.getString(22)));
        return new RecordedPurchase(
                r.getLong(1),
                purchase,
                RecordedPurchase.Kind.valueOf(r.getString(4)),
                RecordedPurchase.Status.valueOf(r.getString(5)),
                Optional.ofNullable(r.getObject(9, Long.class)).map(MemberId::new),
                Optional.ofNullable(r.getString(10)),
                new Fingerprint(r.getString(15)),
                Optional.ofNullable(r.getObject(16, Long.class)).map(id -> new JournalRef(day, id)),
                r.getLong(17),
                r.getLong(18),
                r.getLong(19),
                Reason.decode(r.getString(20)),
                Optional.ofNullable(r.getString(21)).map(ReceiptKey::parse));
    }
}
