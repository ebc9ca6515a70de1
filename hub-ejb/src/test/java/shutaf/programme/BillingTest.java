package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import shutaf.settlement.IssueOutcome;
import shutaf.settlement.PartnerPosition;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementHeader;
import shutaf.settlement.StatementPeriod;
import shutaf.settlement.Statements;
import shutaf.settlement.VatTerms;
import shutaf.shared.PartnerId;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;

/**
 * What was billed is billed: by the door, and by the database if somebody walks around the door.
 */
class BillingTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private final Programme programme = new Programme();
    private final Billing billing = new Billing(programme);
    private PartnerId supermarket;
    private PartnerId cafe;

    @BeforeEach
    void aBilledSeptember() {
        programme.at("2026-09-05");
        supermarket = programme.partner("SUPER");
        cafe = programme.partner("CAFE");
        programme.buys(programme.member(supermarket), supermarket, "100.00");
        programme.buys(programme.member(cafe), cafe, "7.00");
        programme.at("2026-10-02");
        assertThat(billing.issue(supermarket, SEPTEMBER)).isInstanceOf(IssueOutcome.Issued.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update statement set closing_money = 0",
                "update statement_sum set money = 0",
                "delete from statement_sum",
                "delete from statement",
                "truncate statement cascade",
                "insert into statement_sum select id, partner_id, 'KIND', 'X', 1, 1, 1"
                        + " from statement",
                "insert into statement_sum select id, partner_id, 'DAY', 'X', 1, 1, 1"
                        + " from statement"
            })
    void nobody_changes_an_issued_statement(String change) throws SQLException {
        try (Connection connection = TestDatabase.get().as("hub_app").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('hub.partner', '0', true)");
            assertThatThrownBy(() -> statement.execute(change)).isInstanceOf(SQLException.class);
            connection.rollback();
        }
    }

    @Test
    void a_day_that_was_billed_is_not_billed_again_under_another_number() throws SQLException {
        try (Connection connection = TestDatabase.get().as("hub_app").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('hub.partner', '0', true)");
            String again = """
                    insert into statement select (jsonb_populate_record(s, '{"id": -1,
                        "number": "X", "period_from": "2026-09-30",
                        "period_to": "2026-10-31"}')).*
                    from statement s where partner_id =\
                    """;
            assertThatThrownBy(() -> statement.execute(again + " " + supermarket.value()))
                    .hasMessageContaining("billed_once");
            connection.rollback();
        }
    }

    @Test
    void a_partner_sees_its_own_statements_and_nobody_elses() throws SQLException {
        billing.issue(cafe, SEPTEMBER);

        assertThat(visible(Integer.toString(supermarket.value()), "statement")).isOne();
        assertThat(visible(Integer.toString(supermarket.value()), "statement_sum"))
                .isEqualTo(3);
        assertThat(visible("", "statement")).isZero();
        assertThat(visible("", "statement_sum")).isZero();
        assertThat(visible("", "vat_rate")).isZero();
        assertThat(visible("", "partner_movement")).isZero();
        assertThat(visible(Integer.toString(cafe.value()), "partner_movement")).isOne();
    }

    private static long visible(String partner, String table) throws SQLException {
        try (Connection connection = TestDatabase.get().as("hub_app").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('hub.partner', '" + partner + "', true)");
            try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void figures_that_are_not_the_books_are_never_issued() {
        PartnerStatementFigures right =
                programme.call(() -> billing.figures(cafe, StatementPeriod.month(SEPTEMBER)));
        PartnerStatementFigures wrong = new PartnerStatementFigures(
                right.header(),
                new PartnerPosition(0, 1),
                right.movements(),
                right.accrualsByOutlet(),
                right.accrualsByDay(),
                right.vat(),
                right.lineFileHash());

        assertThatThrownBy(() -> programme.call(() -> programme
                        .bean(Statements.class)
                        .issue(cafe, wrong, wrong.lineFileHash(), "dana")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the books");
    }

    @Test
    void two_people_at_once_issue_one_statement() {
        CompletableFuture<IssueOutcome> one =
                CompletableFuture.supplyAsync(() -> billing.issue(cafe, SEPTEMBER));
        CompletableFuture<IssueOutcome> other =
                CompletableFuture.supplyAsync(() -> billing.issue(cafe, SEPTEMBER));

        assertThat(java.util.List.of(one.join(), other.join()))
                .extracting(o -> ((IssueOutcome.Issued) o).repeated())
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void what_was_issued_reads_back_as_it_was_issued() {
        StatementHeader header = programme
                .call(() -> programme.bean(Statements.class).issued(supermarket))
                .getFirst();
        PartnerStatementFigures read = programme
                .call(() -> programme.bean(Statements.class).find(supermarket, header.number()))
                .orElseThrow();

        assertThat(header.draft()).isFalse();
        assertThat(header.issuedOn()).isEqualTo("2026-10-02");
        assertThat(read.closing()).isEqualTo(new PartnerPosition(-100, -600));
        assertThat(read.accrualsByOutlet()).containsOnlyKeys("01");
        assertThat(read.accrualsByDay()).containsOnlyKeys(LocalDate.of(2026, 9, 5));
        assertThat(read.vat()).isEqualTo(new VatTerms(1800, 1800, 1800, 1800));
    }

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource({
        "2026-10-01, 2026-10-31, 2026-10",
        "2028-02-01, 2028-02-29, 2028-02",
        "2026-10-01, 2026-10-15, 20261001-20261015",
        "2026-10-16, 2026-11-30, 20261016-20261130"
    })
    void a_period_has_one_label(LocalDate from, LocalDate to, String label) {
        StatementPeriod period = new StatementPeriod(from, to);

        assertThat(period.label()).isEqualTo(label);
        assertThat(StatementPeriod.parse(label)).contains(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-13",
                "2026-1",
                "20261031-20261001",
                "20261001-20261031",
                "20261001-20261399",
                "2026-10 "
            })
    void another_text_is_no_period(String label) {
        assertThat(StatementPeriod.parse(label)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-10-31T23:59:59+02:00, false",
        "2026-11-01T00:14:59+02:00, false",
        "2026-11-01T00:15:00+02:00, true"
    })
    void a_period_is_over_when_its_last_transactions_have_ended(String now, boolean over) {
        Instant instant = java.time.OffsetDateTime.parse(now).toInstant();

        assertThat(StatementPeriod.month(YearMonth.of(2026, 10)).isOver(instant))
                .isEqualTo(over);
    }
}
