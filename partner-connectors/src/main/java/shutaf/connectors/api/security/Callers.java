package shutaf.connectors.api.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

import shutaf.partner.Partners;
import shutaf.platform.HubClock;
import shutaf.platform.NotCommitted;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Turns a bearer token into the partner whose system sent it. */
@ApplicationScoped
public class Callers {
    private static final int KEYS_KEPT_SECONDS = 3_600;
    private static final int KEYS_KEPT_ON_ERROR_SECONDS = 86_400;
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final long PARTNER_KEPT_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Inject
    private ApiSettings settings;

    @Inject
    private Partners partners;

    @Inject
    private HubClock clock;

    private TokenCheck tokens;
    private final Map<String, Kept> byClient = new ConcurrentHashMap<>();

    private record Kept(Optional<Caller> caller, long readNanos) {}

    /** What a token gives access to. */
    public sealed interface Admission {
        /** To what this partner may do. */
        record Admitted(Caller caller) implements Admission {}

        /** To nothing: the client is no partner's. */
        record NoPartner(String clientId) implements Admission {}

        /** To nothing: the token is not good. */
        record Refused(String why) implements Admission {}

        /** Not to be said now. */
        record Unavailable(String why) implements Admission {}
    }

    @PostConstruct
    void connect() {
        HttpsJwks keys = new HttpsJwks(settings.issuer() + "/protocol/openid-connect/certs");
        keys.setDefaultCacheDuration(KEYS_KEPT_SECONDS);
        keys.setRetainCacheOnErrorDuration(KEYS_KEPT_ON_ERROR_SECONDS);
        Get get = new Get();
        get.setConnectTimeout(TIMEOUT_MILLIS);
        get.setReadTimeout(TIMEOUT_MILLIS);
        get.setRetries(1);
        keys.setSimpleHttpGet(get);
        tokens = new TokenCheck(
                settings.issuer(),
                new HttpsJwksVerificationKeyResolver(keys),
                () -> clock.real().toEpochMilli());
    }

    /** Whether a token was found good before: then guesses of others do not concern it. */
    public boolean knows(String token) {
        return tokens.knows(token);
    }

    /** Judges a token. */
    public Admission admit(String token) {
        return switch (tokens.verify(token)) {
            case TokenCheck.Verdict.Good good -> known(good.clientId());
            case TokenCheck.Verdict.Bad bad -> new Admission.Refused(bad.why());
            case TokenCheck.Verdict.Unknown unknown -> new Admission.Unavailable(unknown.why());
        };
    }

    private Admission known(String clientId) {
        try {
            return ofClient(clientId);
        } catch (NotCommitted e) {
            return new Admission.Unavailable("the database is away");
        }
    }

    private Admission ofClient(String clientId) {
        Kept kept = byClient.get(clientId);
        if (kept == null || System.nanoTime() - kept.readNanos() > PARTNER_KEPT_NANOS) {
            // Only clients that Keycloak vouches for come here, so the map stays small.
            Optional<Caller> caller =
                    partners.idOfClient(clientId).map(partner -> new Caller(clientId, partner));
            kept = new Kept(caller, System.nanoTime());
            byClient.put(clientId, kept);
        }
        return kept.caller()
                .<Admission>map(Admission.Admitted::new)
                .orElseGet(() -> new Admission.NoPartner(clientId));
    }
}
