package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import shutaf.ledger.BooksAudit;
import shutaf.purchase.CustomerDays;
import shutaf.purchase.Purchase;
import shutaf.shared.PartnerId;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The audit is only worth what it notices: for each of its rules somebody with all rights damages
 * the books of one member or partner, and the rule names whose.
 */
class AuditingTest {
    private final Programme programme = new Programme();
    private final Billing billing = new Billing(programme);
    private PartnerId supermarket;
    private PartnerId cafe;
    private Programme.Person noa;

    @BeforeEach
    void booksWithEverythingInThem() {
        programme.at("2026-09-05");
        supermarket = programme.partner("SUPER");
        cafe = programme.partner("CAFE");
        noa = programme.member(supermarket);
        Purchase groceries = programme.buys(noa, supermarket, "100.00");
        programme.spends(noa, cafe, 60);
        programme.takeBack(programme.returnOf(groceries, "1", "70.00"));
        programme.buys(programme.member(cafe), cafe, "5.00");
        programme.at("2026-11-02");
        billing.issue(supermarket, YearMonth.of(2026, 9));
        billing.issue(supermarket, YearMonth.of(2026, 10));
        programme.bean(CustomerDays.class).catchUp();
    }

    @Test
    void sound_books_are_silent() {
        assertThat(programme.audit()).isEmpty();
    }

    @Test
    void every_rule_has_its_damage() {
        assertThat(damages().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        BooksAudit.checks().stream().map(BooksAudit.Check::rule).toList());
    }

    @TestFactory
    Stream<DynamicTest> damage_is_named() {
        return damages().entrySet().stream()
                .map(d -> DynamicTest.dynamicTest(
                        d.getKey(), () -> assertNamed(d.getKey(), d.getValue())));
    }

    /**
     * Damage done to the books.
     *
     * @param statement SQL as the superuser, triggers off
     * @param named what the audit's answer must contain
     */
    private record Damage(String statement, String named) {}

    private static final String DAMAGES = """
            no entry of the audit trail was changed, dropped or slipped in
                update audit_entry set actor = 'nobody' where partner_id = SUPER
                by nobody
            balances equal the postings of each member
                update balance set debt = debt + 1 where member_id = NOA
                member NOA
            balances equal the open lots of each member
                update lot set remaining = 7, open = true where member_id = NOA
                member NOA
            each lot holds what was credited less what was traced
                update lot set quantity = quantity + 1 where member_id = NOA
                of member NOA
            the traces of each journal equal what it took from the member
                update trace set amount = amount + 1 where member_id = NOA
                journal
            every posting has its journal and the journal's partner
                delete from journal where member_id = NOA
                journal
            points move between accounts of points and money between accounts of money, \
            so that each sums to zero
                update posting set unit = 'ILS' where partner_id = SUPER
                from ISSUED
            a member owes only what returns left open
                update recovery_debt set owed = owed - 1 where member_id = NOA
                member NOA
            held points equal the open holds
                update balance set held = held + 3 where member_id = NOA
                member NOA
            each receipt that earned has its journal with the same points
                update purchase set points = points + 1 where partner_id = SUPER
                of partner SUPER
            the points shown for each journal equal what it moved
                update journal set points = points + 1 where member_id = NOA
                journal
            a journal moves points of its own member only
                update journal set member_id = -5 where member_id = NOA
                about -5
            a trace takes from a lot of its journal's member
                update trace set member_id = -5 where member_id = NOA
                trace of journal
            a partner's accounts are moved by its own journals only
                update posting set to_owner = CAFE \
            where to_account = 'ISSUED' and partner_id = SUPER
                of partner CAFE
            points accepted by each partner equal its captured redemptions
                update redemption set captured = captured - 1 where member_id = NOA
                partner CAFE
            no return takes more points than its sale gave
                update purchase set points = 101 where partner_id = SUPER and kind = 'RETURN'
                of partner SUPER
            the days of purchase that reports read equal the receipts
                update customer_day set amount = amount - 1 where partner_id = SUPER
                at partner SUPER
            an issued statement tells what the books say of its period
                update journal set recorded_at = recorded_at + interval '30 days' \
            where partner_id = SUPER
                of partner SUPER
            each statement begins where the one before it ended
                update statement set opening_money = opening_money - 1, \
            closing_money = closing_money - 1 \
            where partner_id = SUPER and period_from = '2026-10-01'
                of partner SUPER
            """;

    private Map<String, Damage> damages() {
        List<String> rows = DAMAGES.replace("NOA", Long.toString(noa.id().value()))
                .replace("SUPER", Integer.toString(supermarket.value()))
                .replace("CAFE", Integer.toString(cafe.value()))
                .lines()
                .map(String::strip)
                .toList();
        Map<String, Damage> damages = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i += 3) {
            damages.put(rows.get(i), new Damage(rows.get(i + 1), rows.get(i + 2)));
        }
        return damages;
    }

    private static void assertNamed(String rule, Damage damage) throws SQLException {
        BooksAudit.Check check = BooksAudit.checks().stream()
                .filter(c -> c.rule().equals(rule))
                .findFirst()
                .orElseThrow();
        try (Connection connection = TestDatabase.get().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(first(statement, check)).as("before").isNull();
            statement.execute("set local session_replication_role = replica");
            assertThat(statement.executeUpdate(damage.statement())).isPositive();
            assertThat(first(statement, check)).contains(damage.named());
            connection.rollback();
        }
    }

    private static String first(Statement statement, BooksAudit.Check check) throws SQLException {
        try (ResultSet rows = statement.executeQuery(check.statement())) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
