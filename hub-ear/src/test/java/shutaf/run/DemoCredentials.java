package shutaf.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The logins of the demo coalition, as they stand in {@code demo-credentials.json}.
 *
 * @param users people, in the order in which a visitor meets them
 * @param clients one per partner, for its tills
 * @param tokenUrl where a client gets its token
 */
public record DemoCredentials(List<User> users, List<Client> clients, URI tokenUrl) {

    /** A person: realm role, and the partner's code for a partner's people. */
    public record User(String username, String password, String role, Optional<String> partner) {}

    /** A machine: client id and secret for {@code client_credentials}, and its partner's code. */
    public record Client(String clientId, String secret, String partner) {}

    /** Reads them out of the realm that was made of the same secrets. */
    static DemoCredentials of(Realm realm, URI keycloak) {
        List<User> users = new ArrayList<>();
        ObjectNode whole = realm.whole();
        for (JsonNode user : whole.get("users")) {
            if (user.has("serviceAccountClientId")) {
                continue;
            }
            String name = user.get("username").asText();
            String role = user.at("/realmRoles/0").asText();
            users.add(new User(name, realm.password(name), role, partnerOf(name)));
        }
        List<Client> clients = new ArrayList<>();
        for (String code : Realm.DEMO_PARTNERS) {
            String id = "partner-" + Realm.alias(code);
            clients.add(new Client(id, realm.secret(id), code));
        }
        URI tokenUrl =
                URI.create(keycloak + "/realms/" + Realm.NAME + "/protocol/openid-connect/token");
        return new DemoCredentials(List.copyOf(users), List.copyOf(clients), tokenUrl);
    }

    /** The person of that login name. */
    public User user(String username) {
        return users.stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No demo user " + username));
    }

    /** The client of that partner's tills. */
    public Client client(String partner) {
        return clients.stream()
                .filter(client -> client.partner().equals(partner))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No demo client of " + partner));
    }

    /** The file's text; absent values are left out. */
    String toJson() {
        ObjectNode file = Http.JSON.createObjectNode();
        for (User user : users) {
            ObjectNode one = file.withArray("/users").addObject();
            one.put("username", user.username());
            one.put("password", user.password());
            one.put("role", user.role());
            one.put("partner", user.partner().orElse(null));
        }
        for (Client client : clients) {
            ObjectNode one = file.withArray("/clients").addObject();
            one.put("clientId", client.clientId());
            one.put("secret", client.secret());
            one.put("partner", client.partner());
        }
        file.put("tokenUrl", tokenUrl.toString());
        try {
            return Http.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<String> partnerOf(String username) {
        return Realm.DEMO_PARTNERS.stream()
                .filter(code -> username.startsWith(Realm.alias(code) + "-"))
                .findFirst();
    }
}
