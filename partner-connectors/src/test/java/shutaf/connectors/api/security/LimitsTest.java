package shutaf.connectors.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class LimitsTest {
    @Test
    void each_name_has_a_bucket_of_its_own_that_runs_dry() {
        Limits.Buckets buckets = new Limits.Buckets(3, Duration.ofDays(1));

        for (int i = 0; i < 3; i++) {
            assertThat(buckets.of("partner-super").tryConsume(1)).isTrue();
        }

        assertThat(buckets.of("partner-super").tryConsume(1)).isFalse();
        assertThat(buckets.of("partner-cafe").tryConsume(1)).isTrue();
    }
}
