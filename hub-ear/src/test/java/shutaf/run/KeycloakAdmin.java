package shutaf.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.net.URI;
import java.util.Map;

/** Keycloak's administration over its REST interface, as the administrator made at first start. */
final class KeycloakAdmin {

    static final String USER = "keycloak-admin";

    private static final String REALM = "/admin/realms/" + Realm.NAME;

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
            call("PUT", REALM + "/clients/" + known.get("id").asText(), known);
        }
    }

    /**
     * Adds a partner to the realm that exists: client, people, organisation. Twice changes nothing.
     *
     * @param partner as {@link Realm#partner} makes it
     */
    void addPartner(ObjectNode partner) {
        addClients(partner);
        addPeople(partner.get("users"));
        ensureOrganisation(partner.at("/organizations/0"));
    }

    /** Adds people with their roles; who is there already stays as he is. */
    void addPeople(JsonNode users) {
        // Only this call also gives people their roles.
        ObjectNode people = Http.JSON.createObjectNode().put("ifResourceExists", "SKIP");
        people.set("users", users);
        call("POST", REALM + "/partialImport", people);
    }

    /** Adds the clients of a partner alone, for one whose people nobody needs. */
    void addClients(ObjectNode partner) {
        for (JsonNode client : partner.get("clients")) {
            if (get(REALM + "/clients?clientId=" + client.get("clientId").asText())
                    .isEmpty()) {
                call("POST", REALM + "/clients", client);
            }
        }
    }

    /**
     * Gives a realm that was made before a client that came later, and its service account's
     * rights. Twice changes nothing.
     *
     * @param rights names of roles of Keycloak's own client {@code realm-management}
     */
    void ensureServiceAccount(JsonNode client, JsonNode rights) {
        String clientId = client.get("clientId").asText();
        if (get(REALM + "/clients?clientId=" + clientId).isEmpty()) {
            call("POST", REALM + "/clients", client);
        }
        String account = get(REALM + "/clients/" + client(clientId).get("id").asText()
                        + "/service-account-user")
                .get("id")
                .asText();
        String keycloaks = client("realm-management").get("id").asText();
        String given = REALM + "/users/" + account + "/role-mappings/clients/" + keycloaks;
        if (get(given).isEmpty()) {
            ArrayNode roles = Http.JSON.createArrayNode();
            rights.forEach(right ->
                    roles.add(get(REALM + "/clients/" + keycloaks + "/roles/" + right.asText())));
            call("POST", given, roles);
        }
    }

    private void ensureOrganisation(JsonNode organisation) {
        String alias = organisation.get("alias").asText();
        String found = REALM + "/organizations?search=" + alias;
        if (get(found).isEmpty()) {
            ObjectNode withoutPeople = organisation.deepCopy();
            withoutPeople.remove("members");
            call("POST", REALM + "/organizations", withoutPeople);
        }
        String members = REALM + "/organizations/" + get(found).at("/0/id").asText() + "/members";
        if (get(members).isEmpty()) {
            for (JsonNode member : organisation.get("members")) {
                String name = member.get("username").asText();
                String user = get(REALM + "/users?exact=true&username=" + name)
                        .at("/0/id")
                        .asText();
                call("POST", members, TextNode.valueOf(user));
            }
        }
    }

    /** A client of the realm, with its internal {@code id}. */
    JsonNode client(String clientId) {
        return get(REALM + "/clients?clientId=" + clientId).get(0);
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
