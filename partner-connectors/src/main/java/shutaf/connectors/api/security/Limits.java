package shutaf.connectors.api.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much one client may ask in this node. Every limit is a bucket that refills steadily and never
 * holds more than its period's worth.
 */
@ApplicationScoped
public class Limits {
    private static final int MOST_BUCKETS = 50_000;

    @Inject
    private ApiSettings settings;

    private Buckets requests;
    private Buckets misses;
    private Buckets refusals;

    @PostConstruct
    void prepare() {
        requests = new Buckets(settings.requestsPerSecond(), Duration.ofSeconds(1));
        misses = new Buckets(settings.missesPerMinute(), Duration.ofMinutes(1));
        refusals = new Buckets(settings.refusalsPerMinute(), Duration.ofMinutes(1));
    }

    /** Counts a request of a client; false when it is one too many. */
    public boolean request(Caller caller) {
        return requests.of(caller.clientId()).tryConsume(1);
    }

    /** Whether the client may look for a member: not after too many that it did not find. */
    public boolean mayLook(Caller caller) {
        return misses.of(caller.clientId()).getAvailableTokens() > 0;
    }

    /** Counts a lookup that found nobody. */
    public void missed(Caller caller) {
        misses.of(caller.clientId()).tryConsume(1);
    }

    /** Whether an address may try another token. */
    public boolean mayTry(String address) {
        return refusals.of(address).getAvailableTokens() > 0;
    }

    /** Counts a refused token of an address. */
    public void refused(String address) {
        refusals.of(address).tryConsume(1);
    }

    /** Buckets by name. */
    static final class Buckets {
        private final Map<String, Bucket> byName = new ConcurrentHashMap<>();
        private final Bandwidth limit;

        Buckets(int most, Duration period) {
            limit = Bandwidth.builder()
                    .capacity(most)
                    .refillGreedy(most, period)
                    .build();
        }

        Bucket of(String name) {
            if (byName.size() > MOST_BUCKETS) {
                // Forgetting is kind: everybody starts with a full bucket again.
                byName.clear();
            }
            return byName.computeIfAbsent(
                    name, n -> Bucket.builder().addLimit(limit).build());
        }
    }
}
