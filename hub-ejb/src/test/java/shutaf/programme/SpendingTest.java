package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import shutaf.platform.Sql;
import shutaf.redemption.HoldRequest;
import shutaf.redemption.Redemption;
import shutaf.redemption.RedemptionDesk;
import shutaf.redemption.RedemptionOutcome;
import shutaf.shared.PartnerId;
import shutaf.shared.RefusalReason;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Points become value at another partner, in two phases. */
class SpendingTest {
    private final Programme programme = new Programme();
    private final PartnerId supermarket = programme.partner("SUPER");
    private final PartnerId cafe = programme.partner("CAFE");
    private final Programme.Person noa = programme.member(supermarket);

    @AfterEach
    void theBooksHold() {
        assertThat(programme.audit()).isEmpty();
    }

    @Test
    void what_was_earned_here_is_spent_there_and_the_acceptor_is_paid() {
        programme.buys(noa, supermarket, "500.00");

        programme.spends(noa, cafe, 200);

        assertThat(programme.balance(noa)).isEqualTo(300);
        assertThat(programme.position(cafe).accepted()).isEqualTo(200);
        assertThat(programme.position(cafe).dueToPartner()).isEqualTo(1000);
        assertThat(programme.position(supermarket).dueToPartner()).isEqualTo(-3000);
    }

    @Test
    void held_points_are_gone_for_others_and_the_rest_of_a_capture_comes_back() {
        programme.buys(noa, supermarket, "500.00");
        Redemption held = done(programme.hold(programme.asks(noa, cafe, 200)));
        assertThat(programme.balance(noa)).isEqualTo(300);
        assertThat(held.value().minor()).isEqualTo(1000);

        Redemption captured = done(programme.capture(cafe, held.id(), OptionalLong.of(150)));

        assertThat(captured.captured()).isEqualTo(150);
        assertThat(captured.value().minor()).isEqualTo(750);
        assertThat(programme.balance(noa)).isEqualTo(350);
        assertThat(programme.column(noa, "held")).isZero();
    }

    @Test
    void a_lost_answer_is_asked_again_and_nothing_happens_twice() {
        programme.buys(noa, supermarket, "500.00");
        HoldRequest asked = programme.asks(noa, cafe, 200);
        Redemption first = done(programme.hold(asked));
        assertThat(done(programme.hold(asked)).id()).isEqualTo(first.id());

        programme.capture(cafe, first.id(), OptionalLong.empty());
        RedemptionOutcome.Done again =
                (RedemptionOutcome.Done) programme.capture(cafe, first.id(), OptionalLong.empty());

        assertThat(again.repeated()).isTrue();
        assertThat(programme.balance(noa)).isEqualTo(300);
        assertThat(programme.position(cafe).accepted()).isEqualTo(200);
    }

    @Test
    void a_hold_that_nobody_captures_is_given_back() {
        programme.at("2026-05-01");
        programme.buys(noa, supermarket, "500.00");
        Redemption held = done(programme.hold(programme.asks(noa, cafe, 200)));

        programme.at("2026-05-02");
        assertThat(refusal(programme.capture(cafe, held.id(), OptionalLong.empty())))
                .isEqualTo(RefusalReason.HOLD_EXPIRED);
        programme.night();

        assertThat(programme.balance(noa)).isEqualTo(500);
        assertThat(refusal(programme.capture(cafe, held.id(), OptionalLong.empty())))
                .isEqualTo(RefusalReason.HOLD_EXPIRED);
    }

    @Test
    void the_soonest_to_expire_is_spent_first_and_a_reversal_gives_it_its_old_end() {
        programme.at("2026-01-15");
        programme.buys(noa, supermarket, "100.00");
        programme.at("2026-06-15");
        programme.buys(noa, cafe, "100.00");

        long redemption = programme.spends(noa, cafe, 60);
        programme.call(() ->
                programme.bean(RedemptionDesk.class).reverse(cafe, redemption, "returned", "till"));
        assertThat(programme.balance(noa)).isEqualTo(200);
        programme.at("2028-02-01").night();

        assertThat(programme.balance(noa)).isEqualTo(100);
        assertThat(programme.position(cafe).dueToPartner()).isEqualTo(-600);
    }

    @Test
    void points_without_an_end_are_spent_last() {
        programme.buys(noa, supermarket, "100.00");
        programme.call(() -> programme
                .bean(Sql.class)
                .run(
                        "update lot set expires_on = null where member_id = ?",
                        noa.id().value()));
        programme.buys(noa, cafe, "50.00");

        programme.spends(noa, cafe, 60);

        assertThat(programme.call(() -> programme
                        .bean(Sql.class)
                        .all(
                                "select remaining from lot where member_id = ?"
                                        + " order by expires_on",
                                r -> r.getLong(1),
                                noa.id().value())))
                .containsExactly(0L, 90L);
    }

    @Test
    void more_than_the_member_has_is_refused_and_changes_nothing() {
        programme.buys(noa, supermarket, "10.00");

        assertThat(refusal(programme.hold(programme.asks(noa, cafe, 11))))
                .isEqualTo(RefusalReason.INSUFFICIENT_POINTS);
        assertThat(programme.balance(noa)).isEqualTo(10);
    }

    @Test
    void another_partner_cannot_see_or_touch_a_redemption() {
        programme.buys(noa, supermarket, "500.00");
        Redemption held = done(programme.hold(programme.asks(noa, cafe, 200)));

        assertThat(programme.capture(supermarket, held.id(), OptionalLong.empty()))
                .isEqualTo(new RedemptionOutcome.NotFound());
    }

    @Test
    void sixty_four_tills_at_once_never_spend_a_point_twice() throws InterruptedException {
        programme.buys(noa, supermarket, "100.00");
        AtomicInteger held = new AtomicInteger();
        try (ExecutorService tills = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 64; i++) {
                HoldRequest asked = programme.asks(noa, cafe, 7);
                tills.execute(() -> {
                    if (programme.hold(asked) instanceof RedemptionOutcome.Done) {
                        held.incrementAndGet();
                    }
                });
            }
        }

        assertThat(held.get()).isEqualTo(14);
        assertThat(programme.balance(noa)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal set points = 0",
                "delete from posting",
                "update trace set amount = 1",
                "truncate journal",
                "alter table lot disable row level security"
            })
    void the_database_itself_refuses_to_change_the_books(String change) throws SQLException {
        programme.buys(noa, supermarket, "10.00");
        for (String role : new String[] {"hub_app", "hub_owner"}) {
            if (role.equals("hub_owner") && !change.matches("(update|delete).*")) {
                continue;
            }
            try (Connection connection = TestDatabase.get().as(role).getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select set_config('hub.partner', '0', true)");
                assertThatThrownBy(() -> statement.execute(change))
                        .isInstanceOf(SQLException.class);
                connection.rollback();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partner",
                "outlet",
                "partner_agreement",
                "member",
                "identifier",
                "balance",
                "lot",
                "journal",
                "posting",
                "trace",
                "purchase",
                "purchase_line",
                "redemption",
                "consent",
                "member_partner"
            })
    void without_a_partner_the_application_role_sees_nothing(String table) throws SQLException {
        programme.buys(noa, supermarket, "10.00");
        programme.spends(noa, cafe, 5);
        try (Connection connection = TestDatabase.get().as("hub_app").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    @Test
    void a_partition_cannot_be_read_past_its_parent() throws SQLException {
        try (Connection connection = TestDatabase.get().as("hub_app").getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from journal_history"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static Redemption done(RedemptionOutcome outcome) {
        return ((RedemptionOutcome.Done) outcome).redemption();
    }

    private static RefusalReason refusal(RedemptionOutcome outcome) {
        return ((RedemptionOutcome.Refused) outcome).refusal().reason();
    }
}
