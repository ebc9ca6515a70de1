package shutaf.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import shutaf.run.RunningHub;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * The database refuses a commit at the last moment: the till is asked to send again and is told
 * nothing that is not in the books; its second try counts, once.
 */
class CommitIT {
    private static final String CARD = "2944000000802";

    @BeforeAll
    static void aMember() {
        Partners.found();
        Call.post("/members", Sent.member(CARD)).by(Partners.OWN).send();
        Call.post("/purchases", Sent.purchase("before", CARD, "100.00"))
                .by(Partners.OWN)
                .send();
    }

    /** Whatever is said of this member's balance fails at the commit, and not before. */
    private static void commitsFail() throws SQLException {
        database("""
                create function refuse_commit() returns trigger language plpgsql as
                $$ begin raise exception 'the disk is full' using errcode = '53100'; end $$""");
        database("create constraint trigger refuse_commit after insert or update on balance"
                + " deferrable initially deferred for each row"
                + " when (new.member_id = " + member() + ") execute function refuse_commit()");
    }

    private static void commitsSucceed() throws SQLException {
        database("drop trigger if exists refuse_commit on balance");
        database("drop function if exists refuse_commit()");
    }

    @Test
    void a_database_that_is_away_is_a_reason_to_send_again_too() {
        Call call = Call.post("/purchases", Sent.purchase("away", CARD, "3.00"));
        Call.HUB.kill9(RunningHub.Server.POSTGRES);
        try {
            Reply failed = call.by(Partners.OWN).send();
            assertThat(failed.status()).as("%s", failed).isEqualTo(503);
            assertThat(failed.header("Retry-After")).isNotEmpty();
        } finally {
            Call.HUB.restart(RunningHub.Server.POSTGRES);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> call.by(Partners.OWN).send().status() < 300);
        assertThat(call.by(Partners.OWN).send().replayed()).isTrue();
    }

    @Test
    void it_is_told_to_send_again_and_then_it_counts_once() throws SQLException {
        long before = points();
        commitsFail();
        List<Call> calls = List.of(
                Call.post("/purchases", Sent.purchase("again", CARD, "7.00")),
                Call.post("/purchases/batch", Sent.batch(Sent.purchase("more", CARD, "5.00"))),
                Call.post("/returns", Sent.goodsBack("goods", "before", "10.00")),
                Call.post("/redemptions", Sent.hold("basket", CARD, 20)));
        try {
            calls.forEach(CommitIT::refused);
            assertThat(points()).isEqualTo(before);
        } finally {
            commitsSucceed();
        }
        for (Call call : calls) {
            Reply done = call.by(Partners.OWN).send();
            assertThat(done.status()).as("%s -> %s", call, done).isIn(200, 201);
            assertThat(done.replayed()).isFalse();
        }
        assertThat(points()).isEqualTo(before + 7 + 5 - 10 - 20);
    }

    private static void refused(Call call) {
        Reply failed = call.by(Partners.OWN).send();
        assertThat(failed.status()).as("%s -> %s", call, failed).isEqualTo(503);
        assertThat(failed.text("code")).isEqualTo("UNAVAILABLE");
        assertThat(failed.header("Retry-After")).isEqualTo("1");
    }

    private static long points() {
        return lookup().number("balance");
    }

    private static String member() {
        return lookup().text("memberId");
    }

    private static Reply lookup() {
        Reply found =
                Call.post("/members/lookup", Sent.card(CARD)).by(Partners.OWN).send();
        assertThat(found.status()).as("%s", found).isEqualTo(200);
        return found;
    }

    private static void database(String statement) throws SQLException {
        try (Connection superuser = Call.HUB.asSuperuser();
                Statement run = superuser.createStatement()) {
            run.execute(statement);
        }
    }
}
