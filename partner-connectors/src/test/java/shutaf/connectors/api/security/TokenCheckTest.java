package shutaf.connectors.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.security.Key;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

class TokenCheckTest {
    private static final String ISSUER = "http://127.0.0.1:8180/realms/shutaf";

    private static RsaJsonWebKey keycloak;
    private static RsaJsonWebKey stranger;

    private final AtomicInteger signaturesChecked = new AtomicInteger();
    private final AtomicLong now = new AtomicLong(NumericDate.now().getValueInMillis());
    private final TokenCheck check = new TokenCheck(
            ISSUER,
            (jws, nesting) -> {
                signaturesChecked.incrementAndGet();
                return keycloak.getPublicKey();
            },
            now::get);

    @BeforeAll
    static void makeKeys() throws JoseException {
        keycloak = RsaJwkGenerator.generateJwk(2048);
        stranger = RsaJwkGenerator.generateJwk(2048);
    }

    @Test
    void a_token_of_keycloak_for_this_api_names_its_client() throws JoseException {
        assertThat(check.verify(token(claims -> {})))
                .isEqualTo(new TokenCheck.Verdict.Good("partner-super"));
    }

    @Test
    void a_token_is_verified_once_and_remembered_until_it_expires() throws JoseException {
        String token = token(claims -> {});

        assertThat(check.knows(token)).isFalse();
        check.verify(token);
        check.verify(token);
        assertThat(signaturesChecked).hasValue(1);
        assertThat(check.knows(token)).isTrue();

        now.addAndGet(600_000);
        assertThat(check.knows(token)).isFalse();
        check.verify(token);
        assertThat(signaturesChecked).hasValue(2);
    }

    @Test
    void a_token_that_is_not_exactly_right_is_refused() throws JoseException {
        assertRefused(token(claims -> claims.setAudience("hub-web")));
        assertRefused(token(claims -> claims.unsetClaim("aud")));
        assertRefused(token(claims -> claims.setIssuer(ISSUER + "-other")));
        assertRefused(token(claims -> claims.setExpirationTimeMinutesInTheFuture(-1)));
        assertRefused(token(claims -> claims.unsetClaim("exp")));
        assertRefused(token(claims -> claims.setStringClaim("typ", "ID")));
        assertRefused(token(claims -> claims.unsetClaim("azp")));
        assertRefused(signed(
                claims(c -> {}), AlgorithmIdentifiers.RSA_USING_SHA256, stranger.getPrivateKey()));
        assertRefused(signed(
                claims(c -> {}), AlgorithmIdentifiers.RSA_USING_SHA512, keycloak.getPrivateKey()));
    }

    @Test
    void a_token_that_chooses_its_own_kind_of_signature_is_refused() throws JoseException {
        Key publicKeyAsSecret = new HmacKey(keycloak.getPublicKey().getEncoded());
        assertRefused(signed(claims(c -> {}), AlgorithmIdentifiers.HMAC_SHA256, publicKeyAsSecret));
        assertRefused(signed(claims(c -> {}), AlgorithmIdentifiers.NONE, null));
    }

    @Test
    void rubbish_is_refused() throws JoseException {
        assertRefused("");
        assertRefused("a.b.c");
        assertRefused("....");
        assertRefused(token(claims -> {}) + "x");
    }

    @Test
    void nobody_is_refused_while_the_keys_cannot_be_read() throws JoseException {
        TokenCheck unconnected = new TokenCheck(
                ISSUER,
                (jws, nesting) -> {
                    throw new UnresolvableKeyException("no keys", new IOException("refused"));
                },
                now::get);

        assertThat(unconnected.verify(token(claims -> {})))
                .isInstanceOf(TokenCheck.Verdict.Unknown.class);
    }

    private void assertRefused(String token) {
        assertThat(check.verify(token)).isInstanceOf(TokenCheck.Verdict.Bad.class);
    }

    private static String token(Consumer<JwtClaims> change) throws JoseException {
        return signed(
                claims(change), AlgorithmIdentifiers.RSA_USING_SHA256, keycloak.getPrivateKey());
    }

    private static JwtClaims claims(Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("hub-api");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("typ", "Bearer");
        claims.setStringClaim("azp", "partner-super");
        change.accept(claims);
        return claims;
    }

    private static String signed(JwtClaims claims, String algorithm, Key key) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setKey(key);
        signature.setDoKeyValidation(false);
        return signature.getCompactSerialization();
    }
}
