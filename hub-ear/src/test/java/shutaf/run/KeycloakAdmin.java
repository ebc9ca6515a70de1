package shutaf.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.Map;

/** Keycloak's administration over its REST interface, as the administrator made at first start. */
final class KeycloakAdmin {

    static final String USER = "keycloak-admin";

    private final URI keycloak;
    private final String password;
    private final Http http = new Http();

    KeycloakAdmin(URI keycloak, String password) {
        this.keycloak = keycloak;
        this.password = password;
    }

    /** Makes the realm when Keycloak does not know it, with its clients, users and partners. */
    void ensureRealm(JsonNode realm) {
        if (http.status(address("/realms/" + Realm.NAME)) != 200) {
            call("POST", "/admin/realms", realm);
        }
    }

    /** Teaches {@code hub-web} where the hub is now: its port may differ from the last start's. */
    void setWebAddresses(JsonNode webClientOfRealm) {
        ObjectNode known = (ObjectNode) client("hub-web");
        if (!known.get("redirectUris").equals(webClientOfRealm.get("redirectUris"))) {
            known.set("redirectUris", webClientOfRealm.get("redirectUris"));
            known.set("baseUrl", webClientOfRealm.get("baseUrl"));
            ((ObjectNode) known.get("attributes"))
                    .setAll((ObjectNode) webClientOfRealm.get("attributes"));
            call(
                    "PUT",
                    "/admin/realms/" + Realm.NAME + "/clients/"
                            + known.get("id").asText(),
                    known);
        }
    }

    /** A client of the realm, with its internal {@code id}. */
    JsonNode client(String clientId) {
        return get("/admin/realms/" + Realm.NAME + "/clients?clientId=" + clientId)
                .get(0);
    }

    /** Reads {@code path}, such as {@code /admin/realms/shutaf}. */
    JsonNode get(String path) {
        return call("GET", path, MissingNode.getInstance());
    }

    /** Any call; a token is fetched for each, because it lives for one minute only. */
    JsonNode call(String method, String path, JsonNode body) {
        return http.json(method, address(path), token(), body);
    }

    private String token() {
        JsonNode answer = http.form(
                address("/realms/master/protocol/openid-connect/token"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        USER,
                        "password",
                        password));
        return answer.get("access_token").asText();
    }

    private URI address(String path) {
        return URI.create(keycloak + path);
    }
}
