package shutaf.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Whoever guesses is slowed down, and nobody else. */
class LimitsIT {
    private static final int MISSES_A_MINUTE = 600;
    private static final int REFUSALS_A_MINUTE = 1_200;
    private static final String CARD = "2944000000406";

    @BeforeAll
    static void aMember() {
        Partners.found();
        Call.post("/members", Sent.member(CARD)).by(Partners.OWN).send();
    }

    @Test
    void who_looks_for_too_many_strangers_may_look_for_nobody_for_a_while() {
        Reply last = null;
        int asked = 0;
        while (asked <= 2 * MISSES_A_MINUTE && (last == null || last.status() == 404)) {
            last = Call.post("/members/lookup", Sent.card(String.format("29449%08d", asked++)))
                    .by(Partners.GUESSER)
                    .send();
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text("code")).isEqualTo("RATE_LIMITED");
        assertThat(last.header("Retry-After")).isEqualTo("60");
        assertThat(asked).isGreaterThan(MISSES_A_MINUTE);
        Call honest = Call.post("/members/lookup", Sent.card(CARD)).by(Partners.OWN);
        assertThat(honest.send().status()).as("another partner").isEqualTo(200);
        Call other = Call.get("/position").by(Partners.GUESSER);
        assertThat(other.send().status()).as("other work goes on").isEqualTo(200);
    }

    @Test
    void who_tries_too_many_bad_tokens_is_told_to_wait_and_known_callers_are_not() {
        Call known = Call.get("/position").by(Partners.OWN);
        assertThat(known.send().status()).isEqualTo(200);
        Reply last = null;
        int tried = 0;
        while (tried <= 3 * REFUSALS_A_MINUTE && (last == null || last.status() == 401)) {
            last = Call.get("/position")
                    .with("Authorization", "Bearer guess" + tried++)
                    .send();
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text("code")).isEqualTo("RATE_LIMITED");
        assertThat(last.header("Retry-After")).isEqualTo("1");
        assertThat(known.send().status()).as("behind the same address").isEqualTo(200);
        Call guess = Call.get("/position").with("Authorization", "Bearer guess");
        await("after a moment tokens are looked at again")
                .pollDelay(Duration.ofSeconds(1))
                .until(() -> guess.send().status() == 401);
    }
}
