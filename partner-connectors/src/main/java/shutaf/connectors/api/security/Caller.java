package shutaf.connectors.api.security;

import shutaf.shared.PartnerId;

import java.security.Principal;

/**
 * A partner's system that has shown a valid token.
 *
 * @param clientId its client at Keycloak; who acts, in the books
 * @param partner whose client it is, by our own rows
 */
public record Caller(String clientId, PartnerId partner) implements Principal {
    @Override
    public String getName() {
        return clientId;
    }
}
