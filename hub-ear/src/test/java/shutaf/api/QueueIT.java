package shutaf.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.jms.JMSRuntimeException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import shutaf.run.Joining;
import shutaf.run.RunningHub;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Purchases by message queue, from a client outside the server to points in the books. */
class QueueIT {
    private static final String OWN = RunningHub.QUEUE_PARTNERS.get(0);
    private static final String OTHER = RunningHub.QUEUE_PARTNERS.get(1);
    private static final int MANY = 300;
    private static final Duration SOON = Duration.ofSeconds(20);

    @BeforeAll
    static void partners() throws SQLException {
        for (String code : RunningHub.QUEUE_PARTNERS) {
            Call.HUB.addClient(code);
            Joining.partner(Call.HUB, code, List.of("01"));
        }
    }

    private static String member(String card) {
        Reply made = Call.post("/members", Sent.member(card)).by(OWN).send();
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return card;
    }

    private static long points(String card) {
        return Call.post("/members/lookup", Sent.card(card)).by(OWN).send().number("balance");
    }

    private static void send(String text) {
        try (QueueSender sender = QueueSender.of(OWN)) {
            sender.send(QueueSender.queueOf(OWN), text, Map.of());
        }
    }

    @Test
    void a_message_becomes_points_and_the_same_message_again_does_not() {
        String card = member("2944000001003");
        String message = Sent.purchase("q1", card, "42.90").toString();

        send(message);
        await().atMost(SOON).until(() -> points(card) == 42);

        send(message);
        send(Sent.purchase("q2", card, "8.00").toString());
        await().atMost(SOON).until(() -> points(card) >= 50);
        assertThat(points(card)).isEqualTo(50);
        assertThat(letters(OWN)).doesNotContain("q1");
    }

    @Test
    void what_cannot_be_taken_in_waits_with_its_reason_and_is_taken_when_it_is_mended()
            throws SQLException {
        String card = member("2944000001102");
        ObjectNode early = Sent.purchase("q3", card, "30.00");
        ((ObjectNode) early.get("receipt")).put("outlet", "NEW");
        send(early.toString());
        send("{\"receipt\":");

        await().atMost(SOON).until(() -> letters(OWN).contains("OUTLET_UNKNOWN"));
        await().atMost(SOON).until(() -> letters(OWN).contains("no JSON"));
        assertThat(letters(OTHER)).isEqualTo("{\"letters\":[]}");
        assertThat(points(card)).isZero();

        number("insert into outlet select id, 'NEW', 'NEW', 'NEW' from partner where code = '" + OWN
                + "' returning 1");
        Reply replay = Call.post("/dead-letters/replay", "").by(OWN).send();

        assertThat(replay.number("replayed")).isEqualTo(2);
        await().atMost(SOON).until(() -> points(card) == 30);
        await("what is no message stays aside")
                .atMost(SOON)
                .until(() -> letters(OWN).contains("no JSON")
                        && !letters(OWN).contains("OUTLET_UNKNOWN"));
    }

    private static String letters(String partner) {
        return Call.get("/dead-letters").by(partner).send().text();
    }

    @Test
    void a_sender_speaks_for_its_own_partner_whatever_the_message_says() throws SQLException {
        String card = member("2944000001201");
        Map<String, String> lies =
                Map.of("partner", OTHER, "_AMQ_ORIG_ADDRESS", QueueSender.queueOf(OTHER));
        try (QueueSender sender = QueueSender.of(OWN)) {
            sender.send(
                    QueueSender.queueOf(OWN), Sent.purchase("q4", card, "9.00").toString(), lies);
        }

        await().atMost(SOON).until(() -> points(card) == 9);
        assertThat(number("select count(*) from purchase p join partner r on r.id = p.partner_id"
                        + " where p.number = 'q4' and r.code = '" + OWN + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_login_may_send_to_its_own_queue_and_do_nothing_else() {
        String text = Sent.purchase("q5", "2944000001300", "9.00").toString();
        try (QueueSender sender = QueueSender.of(OWN)) {
            for (String closed : List.of(
                    QueueSender.queueOf(OTHER), QueueSender.commonQueue(), "jms.queue.another")) {
                assertThatThrownBy(() -> sender.send(closed, text, Map.of()))
                        .as(closed)
                        .isInstanceOf(JMSRuntimeException.class);
            }
        }
        for (String queue : List.of(
                QueueSender.queueOf(OWN),
                QueueSender.commonQueue(),
                QueueSender.commonQueue() + ".dead")) {
            try (QueueSender reader = QueueSender.of(OWN)) {
                assertThatThrownBy(() -> reader.take(queue))
                        .as(queue)
                        .isInstanceOf(JMSRuntimeException.class);
            }
        }
        String login = Call.HUB.queueLogin(OWN).clientId();
        assertThatThrownBy(() -> QueueSender.with(login, "guess"))
                .isInstanceOf(JMSRuntimeException.class);
        assertThatThrownBy(() -> QueueSender.with("", "")).isInstanceOf(JMSRuntimeException.class);
    }

    @Test
    void a_server_killed_between_sending_and_taking_in_loses_and_doubles_nothing()
            throws Exception {
        String card = member("2944000001409");
        try (Connection somebody = Call.HUB.asSuperuser();
                Statement holding = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            holding.execute("select 1 from balance where member_id = (select member_id"
                    + " from identifier where value = '" + card + "') for update");
            try (QueueSender sender = QueueSender.of(OWN)) {
                for (int i = 0; i < MANY; i++) {
                    String text = Sent.purchase("dies" + i, card, "3.00").toString();
                    sender.send(QueueSender.queueOf(OWN), text, Map.of());
                }
            }
            assertThat(taken()).as("the member's account is busy").isZero();
            Call.HUB.kill9(RunningHub.Server.WILDFLY);
            somebody.rollback();
        }
        Call.HUB.restart(RunningHub.Server.WILDFLY);

        await().atMost(Duration.ofMinutes(1)).until(() -> taken() >= MANY);

        assertThat(taken()).isEqualTo(MANY);
        assertThat(points(card)).isEqualTo(3L * MANY);
    }

    @Test
    void a_message_waits_until_the_database_is_back() throws Exception {
        String card = member("2944000001508");
        Call.HUB.kill9(RunningHub.Server.POSTGRES);
        try {
            send(Sent.purchase("patient", card, "11.00").toString());
        } finally {
            Call.HUB.restart(RunningHub.Server.POSTGRES);
        }

        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> points(card) == 11);
        assertThat(letters(OWN)).doesNotContain("FAULT");
    }

    private static long taken() throws SQLException {
        return number("select count(*) from purchase where number like 'dies%'");
    }

    private static long number(String statement) throws SQLException {
        try (Connection superuser = Call.HUB.asSuperuser();
                Statement asked = superuser.createStatement();
                ResultSet row = asked.executeQuery(statement)) {
            row.next();
            return row.getLong(1);
        }
    }
}
