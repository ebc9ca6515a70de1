package shutaf.web.security;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where people log in and out. From HUB_KEYCLOAK_URL, the same setting that oidc.json reads. */
final class Keycloak {
    private static final String REALM = "/realms/shutaf/protocol/openid-connect/logout";

    private Keycloak() {}

    private static Optional<String> address() {
        String property = System.getProperty("HUB_KEYCLOAK_URL");
        return Optional.ofNullable(property == null ? System.getenv("HUB_KEYCLOAK_URL") : property)
                .filter(a -> !a.isBlank());
    }

    /**
     * Scheme, host and port, as a content security policy writes them; empty when the setting is
     * missing.
     */
    static Optional<String> origin() {
        return address().map(URI::create).map(u -> u.getScheme() + "://" + u.getRawAuthority());
    }

    /**
     * The page that ends Keycloak's own session and comes back; empty when the setting is missing.
     */
    static Optional<String> endSession(String idToken, String backTo) {
        return address()
                .map(a -> a + REALM + "?id_token_hint=" + encode(idToken)
                        + "&post_logout_redirect_uri=" + encode(backTo) + "&client_id=hub-web");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
