package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.partner.Agreements;
import shutaf.partner.Terms;
import shutaf.shared.PartnerId;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/** Rates are money: one person proposes them, another approves them, nobody edits them. */
class AgreeingTest {
    private final Programme programme = new Programme();
    private final PartnerId supermarket = programme.partner("SUPER");

    @Test
    void who_proposed_may_not_approve_and_a_second_person_may() {
        long proposal = propose("2027-01-01");

        assertThat(approve(proposal, "rivka")).isEqualTo(Agreements.Decision.SAME_PERSON);
        assertThat(approve(proposal, "Rivka")).isEqualTo(Agreements.Decision.SAME_PERSON);
        assertThat(inForce()).isEqualTo(1);
        assertThat(approve(proposal, "moshe")).isEqualTo(Agreements.Decision.APPROVED);
        assertThat(inForce()).isEqualTo(2);
        assertThat(approve(proposal, "moshe")).isEqualTo(Agreements.Decision.NOT_OPEN);
    }

    @Test
    void two_rates_of_one_day_cannot_both_be_in_force() {
        long first = propose("2027-02-01");
        long second = propose("2027-02-01");
        approve(first, "moshe");

        assertThat(approve(second, "moshe")).isEqualTo(Agreements.Decision.DAY_TAKEN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            approves their own proposal   | status = 'APPROVED', decided_by = 'rivka'
            the same in capitals          | status = 'APPROVED', decided_by = 'RIVKA'
            puts another name as proposer | status = 'APPROVED', decided_by = 'rivka', \
            proposed_by = 'moshe'
            approves without a name       | status = 'APPROVED', decided_by = null
            edits the rates of a proposal | status = 'PROPOSED', price_per_100_points = 1
            """)
    void the_database_refuses_the_application_that(String attempt, String change)
            throws SQLException {
        long proposal = propose("2027-03-01");

        refused("update partner_agreement set " + change + ", decided_at = now() where id = "
                + proposal);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            edits rates in force     | update partner_agreement set price_per_100_points = 1 \
            where status = 'APPROVED'
            takes an approval back   | update partner_agreement set status = 'PROPOSED', \
            decided_by = null, decided_at = null where status = 'APPROVED'
            deletes rates            | delete from partner_agreement
            brings approved rates in | insert into partner_agreement select (jsonb_populate_record(\
            a, '{"id": -7, "valid_from": "2027-04-01"}')).* from partner_agreement a \
            where status = 'APPROVED' limit 1
            """)
    void the_database_refuses_whoever(String attempt, String statement) throws SQLException {
        refused(statement);
    }

    private void refused(String change) throws SQLException {
        try (Connection connection = TestDatabase.get().as("hub_app").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('hub.partner', '0', true)");
            assertThatThrownBy(() -> statement.execute(change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching(
                            "(?s).*(four_eyes|decided|proposal|never change|permission denied).*");
            connection.rollback();
        }
    }

    private long propose(String from) {
        Terms u = Programme.USUAL;
        Terms terms = new Terms(
                LocalDate.parse(from),
                2,
                u.pricePer100Points(),
                u.refundPer100Points(),
                u.pendingDays(),
                u.expiryMonths(),
                u.excludedCategories(),
                u.clawback(),
                u.debtCap());
        return programme.call(
                () -> programme.bean(Agreements.class).propose(supermarket, terms, "rivka"));
    }

    private Agreements.Decision approve(long proposal, String by) {
        return programme.call(() -> programme.bean(Agreements.class).approve(proposal, by));
    }

    private int inForce() {
        return programme.call(
                () -> programme.bean(Agreements.class).approved(supermarket).size());
    }
}
