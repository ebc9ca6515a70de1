package shutaf.connectors.api.security;

import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

import shutaf.shared.Fingerprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Verifies bearer tokens: signature, issuer, audience, time. A token that was good stays good until
 * it expires, so it is verified once and remembered by its hash: the signature costs as much as the
 * rest of a request.
 */
final class TokenCheck {
    /** Audience that tokens for this API carry. */
    static final String AUDIENCE = "hub-api";

    private static final int MOST_REMEMBERED = 10_000;
    private static final int CLOCK_SKEW_SECONDS = 5;

    private final JwtConsumer consumer;
    private final LongSupplier nowMillis;
    private final Map<String, Remembered> good = new ConcurrentHashMap<>();

    private record Remembered(String clientId, long goodUntilMillis) {}

    /** What a token is. */
    sealed interface Verdict {
        /** Good. */
        record Good(String clientId) implements Verdict {}

        /** Not good; why is for the log only. */
        record Bad(String why) implements Verdict {}

        /** Nobody can say now, because Keycloak's keys cannot be read. */
        record Unknown(String why) implements Verdict {}
    }

    /**
     * A check of tokens of one issuer.
     *
     * @param keys where the issuer's keys are found
     * @param nowMillis real time, not the hub's: tokens are made by another server's clock
     */
    TokenCheck(String issuer, VerificationKeyResolver keys, LongSupplier nowMillis) {
        this.nowMillis = nowMillis;
        this.consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(issuer)
                .setExpectedAudience(AUDIENCE)
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(keys)
                .build();
    }

    Verdict verify(String token) {
        String hash = hash(token);
        Optional<Remembered> known = remembered(hash);
        if (known.isPresent()) {
            return new Verdict.Good(known.get().clientId());
        }
        try {
            JwtClaims claims = consumer.processToClaims(token);
            String clientId = claims.getStringClaimValue("azp");
            if (clientId == null || !"Bearer".equals(claims.getStringClaimValue("typ"))) {
                return new Verdict.Bad("no access token of a client");
            }
            remember(hash, new Remembered(clientId, claims.getExpirationTime().getValueInMillis()));
            return new Verdict.Good(clientId);
        } catch (InvalidJwtException e) {
            return verdict(e);
        } catch (MalformedClaimException e) {
            return new Verdict.Bad("malformed claim");
        }
    }

    /** Whether the token was verified before and is good still: costs no signature. */
    boolean knows(String token) {
        return remembered(hash(token)).isPresent();
    }

    private Optional<Remembered> remembered(String hash) {
        return Optional.ofNullable(good.get(hash))
                .filter(known -> nowMillis.getAsLong() < known.goodUntilMillis());
    }

    private static String hash(String token) {
        return HexFormat.of()
                .formatHex(Fingerprint.sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Never the library's message: it repeats claims, and with them personal data, into the log.
     */
    private static Verdict verdict(InvalidJwtException e) {
        if (e.getCause() instanceof UnresolvableKeyException keys
                && keys.getCause() instanceof IOException) {
            return new Verdict.Unknown("the issuer's keys cannot be read");
        }
        return new Verdict.Bad("error codes "
                + e.getErrorDetails().stream().map(d -> d.getErrorCode()).toList());
    }

    private void remember(String hash, Remembered token) {
        if (good.size() >= MOST_REMEMBERED) {
            long now = nowMillis.getAsLong();
            good.values().removeIf(r -> r.goodUntilMillis() <= now);
            if (good.size() >= MOST_REMEMBERED) {
                good.clear();
            }
        }
        good.put(hash, token);
    }
}
