package shutaf.redemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.HubClock;
import shutaf.platform.Sql;
import shutaf.purchase.ConcurrentReceipt;
import shutaf.purchase.ReceiptKey;
import shutaf.shared.Fingerprint;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Rows of redemptions. */
@ApplicationScoped
class Redemptions {
    private static final String SELECT = """
            select id, partner_id, member_id, outlet, till, business_date, number, status, points,
                captured, value,
                   currency, happened_at, expires_at, encode(fingerprint, 'hex'), hold_balance
            from redemption
            """;

    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    /**
     * A row, what was asked for it first, and what was answered.
     *
     * @param balance spendable points after the hold
     */
    record Recorded(Redemption redemption, Fingerprint fingerprint, long balance) {}

    Optional<Recorded> find(PartnerId partner, ReceiptKey receipt) {
        return sql.first(
                SELECT
                        + " where partner_id = ? and number = ? and outlet = ? and till = ?"
                        + " and business_date = ?",
                Redemptions::read,
                partner.value(),
                receipt.number(),
                receipt.outlet(),
                receipt.till(),
                receipt.businessDate());
    }

    Optional<Redemption> find(PartnerId partner, long id) {
        return sql.first(
                        SELECT + " where id = ? and partner_id = ?",
                        Redemptions::read,
                        id,
                        partner.value())
                .map(Recorded::redemption);
    }

    /** The row again, once the member's books are open: now nobody else can change it. */
    Redemption locked(Redemption seen) {
        return sql.first(SELECT + " where id = ? for update", Redemptions::read, seen.id())
                .map(Recorded::redemption)
                .orElseThrow();
    }

    /** Spendable points after the last step: what its repeat is answered with. */
    long settledBalance(Redemption r) {
        return sql.first(
                        "select settled_balance from redemption where id = ?",
                        row -> row.getLong(1),
                        r.id())
                .orElseThrow();
    }

    List<Redemption> timedOut(Instant now, int most) {
        return sql
                .all(
                        SELECT
                                + " where status = 'HELD' and expires_at < ?"
                                + " order by expires_at limit ?",
                        Redemptions::read,
                        now,
                        most)
                .stream()
                .map(Recorded::redemption)
                .toList();
    }

    /**
     * Records a hold; the unique receipt makes it happen once.
     *
     * @return to be run with the journal; fails with {@link ConcurrentReceipt} when the receipt has
     *     just held points
     */
    Sql.Together insert(Redemption r, Fingerprint fingerprint, long balance) {
        Sql.Together together = new Sql.Together();
        together.addChanging(
                1,
                ConcurrentReceipt::new,
                """
                insert into redemption (id, partner_id, member_id, outlet, till, business_date,
                    number, status, points,
                    captured, value, currency, fingerprint, happened_at, recorded_at, expires_at,
                    hold_balance)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?) on
                    conflict do nothing""",
                r.id(),
                r.partner().value(),
                r.member().value(),
                r.receipt().outlet(),
                r.receipt().till(),
                r.receipt().businessDate(),
                r.receipt().number(),
                r.status().name(),
                r.points(),
                r.captured(),
                r.value().minor(),
                r.value().currency(),
                fingerprint.hex(),
                r.happenedAt(),
                clock.now(),
                r.expiresAt(),
                balance);
        return together;
    }

    /** What the step made of it; to be run with the journal. */
    Sql.Together update(Redemption r, long balance) {
        Sql.Together together = new Sql.Together();
        together.add(
                """
                update redemption
                set status = ?, captured = ?, value = ?, settled_at = ?, settled_balance = ?
                where id = ?
                """,
                r.status().name(),
                r.captured(),
                r.value().minor(),
                clock.now(),
                balance,
                r.id());
        return together;
    }

    private static Recorded read(ResultSet r) throws SQLException {
        ReceiptKey receipt = new ReceiptKey(
                r.getString(4), r.getString(5), r.getObject(6, LocalDate.class), r.getString(7));
        Redemption redemption = new Redemption(
                r.getLong(1),
                new PartnerId(r.getInt(2)),
                new MemberId(r.getLong(3)),
                receipt,
                Redemption.Status.valueOf(r.getString(8)),
                r.getLong(9),
                r.getLong(10),
                new Money(r.getLong(11), r.getString(12)),
                r.getObject(13, OffsetDateTime.class).toInstant(),
                r.getObject(14, OffsetDateTime.class).toInstant());
        return new Recorded(redemption, new Fingerprint(r.getString(15)), r.getLong(16));
    }
}
