package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;

import org.junit.jupiter.api.Test;

import shutaf.intake.ClaimOutcome;
import shutaf.intake.ReceiptClaims;
import shutaf.member.MemberRef;
import shutaf.platform.Sql;
import shutaf.purchase.CustomerDays;
import shutaf.purchase.Purchase;
import shutaf.shared.PartnerId;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days of purchase that are kept for reports are the receipts summed up, whatever happened in
 * whatever order: late receipts, claims, and transactions that commit long after others that began
 * later. A failure prints its seed.
 */
class KeptDaysTest {
    /** What happens, to whom, where, on which day, and of what size. */
    record Event(What what, int person, int shop, int day, int size) {}

    /** Things that happen. */
    enum What {
        BUY,
        BUY_UNKNOWN,
        CLAIM,
        BRING_BACK,
        BEGIN_SLOWLY,
        COMMIT,
        GIVE_UP,
        CATCH_UP
    }

    /** A transaction that has written a receipt and has not ended. */
    private record Slow(Connection connection) {}

    private final Programme programme = new Programme();
    private final List<PartnerId> shops =
            List.of(programme.partner("SUPER"), programme.partner("FUEL"));
    private final List<Programme.Person> people = new ArrayList<>();
    private final List<Purchase> sales = new ArrayList<>();
    private final List<Purchase> unknown = new ArrayList<>();
    private final List<Slow> slow = new ArrayList<>();
    private int receipts;

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<What> what = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(What.BUY, What.CATCH_UP, What.BEGIN_SLOWLY)),
                Tuple.of(5, Arbitraries.of(What.class)));
        return Combinators.combine(
                        what,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5_000))
                .as(Event::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 40)
    void kept_days_are_the_receipts_summed_up(@ForAll("events") List<Event> events)
            throws SQLException {
        begin();
        for (Event event : events) {
            happen(event);
        }
        // What has not been committed is not there, and hides nothing that is.
        catchUp();
        assertThat(kept()).isEqualTo(summedUp());
        while (!slow.isEmpty()) {
            end(new Event(What.COMMIT, 0, 0, 0, 0), true);
        }
        catchUp();
        assertThat(kept()).isEqualTo(summedUp());
        assertThat(programme.audit()).isEmpty();
    }

    @Test
    void who_began_first_and_commits_last_is_not_forgotten() throws SQLException {
        begin();
        beginSlowly(new Event(What.BEGIN_SLOWLY, 0, 0, 0, 700));
        programme.buys(people.get(1), shops.getFirst(), "5.00");
        catchUp();
        assertThat(kept()).hasSize(1);

        end(new Event(What.COMMIT, 0, 0, 0, 0), true);
        catchUp();
        assertThat(kept()).hasSize(2).isEqualTo(summedUp());
    }

    @Test
    void after_a_restore_elsewhere_all_is_worked_out_again() throws SQLException {
        begin();
        programme.buys(people.get(0), shops.getFirst(), "5.00");
        catchUp();
        asSuperuser("update customer_day_mark set upto = 1000000000000, cluster = 1");
        programme.buys(people.get(1), shops.getFirst(), "5.00");
        catchUp();

        assertThat(kept()).hasSize(2).isEqualTo(summedUp());
        assertThat(mark()).isLessThan(1_000_000_000_000L);
    }

    @AfterProperty
    void letGo() throws SQLException {
        for (Slow one : slow) {
            one.connection().close();
        }
    }

    private void begin() throws SQLException {
        letGo();
        people.clear();
        sales.clear();
        unknown.clear();
        slow.clear();
        for (int i = 0; i < 3; i++) {
            people.add(programme.member(shops.getFirst()));
        }
    }

    private void happen(Event event) throws SQLException {
        programme.at("2026-10-0" + (event.day() + 1));
        switch (event.what()) {
            case BUY ->
                sales.add(programme.buys(
                        people.get(event.person()), shops.get(event.shop()), amount(event.size())));
            case BUY_UNKNOWN -> buyUnknown(event);
            case CLAIM -> claim(event);
            case BRING_BACK -> bringBack(event);
            case BEGIN_SLOWLY -> beginSlowly(event);
            case COMMIT -> end(event, true);
            case GIVE_UP -> end(event, false);
            case CATCH_UP -> catchUp();
        }
    }

    private static String amount(int size) {
        return size / 100 + "." + String.format("%02d", size % 100);
    }

    private void buyUnknown(Event event) {
        Purchase receipt = programme.receipt(
                shops.get(event.shop()),
                Optional.of(MemberRef.of("CARD", "2900000009999")),
                List.of(Programme.line(1, amount(event.size()), "FOOD")));
        programme.send(receipt);
        unknown.add(receipt);
    }

    private void claim(Event event) {
        if (unknown.isEmpty()) {
            return;
        }
        programme.at("2026-10-05");
        Purchase receipt = unknown.remove(event.size() % unknown.size());
        ReceiptClaims.Claim asked = new ReceiptClaims.Claim(
                receipt.partner(),
                receipt.receipt(),
                receipt.total(),
                people.get(event.person()).id(),
                "noa");
        ClaimOutcome outcome =
                programme.call(() -> programme.bean(ReceiptClaims.class).claim(asked));
        assertThat(outcome).isInstanceOf(ClaimOutcome.Claimed.class);
    }

    private void bringBack(Event event) {
        if (!sales.isEmpty()) {
            Purchase sale = sales.remove(event.size() % sales.size());
            programme.takeBack(
                    programme.returnOf(sale, "1", amount((int) sale.total().minor())));
        }
    }

    /** Writes a receipt as the product's role does, and leaves the transaction open. */
    private void beginSlowly(Event event) throws SQLException {
        Connection connection = TestDatabase.get().as("hub_app").getConnection();
        slow.add(new Slow(connection));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into purchase (id, business_date, partner_id, kind, status, outlet,
                            till, number, member_id, happened_at, recorded_at, currency, total,
                            paid_with_points, fingerprint, points, pending_points, balance_after,
                            reason, channel)
                        values (nextval('purchase_id'), date '2026-10-01' + ?, ?, 'SALE',
                            'RETURNED', '01', '1', ?, ?, now(), now(), 'ILS', ?, 0, '', 0, 0, 0,
                            '', 'FILE')""")) {
            statement.execute("select set_config('hub.partner', '0', true)");
            insert.setInt(1, event.day());
            insert.setInt(2, shops.get(event.shop()).value());
            insert.setString(3, "slow" + ++receipts);
            insert.setLong(4, people.get(event.person()).id().value());
            insert.setLong(5, event.size());
            insert.executeUpdate();
        }
    }

    private void end(Event event, boolean well) throws SQLException {
        if (slow.isEmpty()) {
            return;
        }
        try (Connection connection = slow.remove(event.size() % slow.size()).connection()) {
            if (well) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    private void catchUp() {
        programme.bean(CustomerDays.class).catchUp();
    }

    private List<String> kept() {
        return rows("select member_id, day, partner_id, amount, receipts, earned from customer_day"
                + " where partner_id in (" + ours() + ") order by 1, 2, 3");
    }

    private List<String> summedUp() {
        return rows("select member_id, business_date, partner_id, sum(total), count(*),"
                + " bool_or(points > 0) from purchase where partner_id in (" + ours()
                + ") and kind = 'SALE'"
                + " and member_id is not null group by 1, 2, 3 order by 1, 2, 3");
    }

    private List<String> rows(String query) {
        return programme.call(() -> programme
                .bean(Sql.class)
                .all("select q::text from (" + query + ") q", r -> r.getString(1)));
    }

    private long mark() {
        return programme.call(() -> programme
                .bean(Sql.class)
                .first("select upto from customer_day_mark", r -> r.getLong(1))
                .orElseThrow());
    }

    private String ours() {
        return shops.get(0).value() + ", " + shops.get(1).value();
    }

    private static void asSuperuser(String text) throws SQLException {
        try (Connection connection = TestDatabase.get().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
