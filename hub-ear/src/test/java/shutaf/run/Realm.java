package shutaf.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The realm as code: roles, clients, partners' organisations, people.
 *
 * <p>{@code realm.json} holds what every hub has, {@code realm-login.json} how people get in, and
 * {@code demo-people.json} and {@code demo-partner.json} what the demo coalition adds. Passwords
 * and client secrets stand there as {@code ${password:NAME}} and {@code ${secret:NAME}} and are
 * made at the first start.
 */
final class Realm {

    static final String NAME = "shutaf";

    /** Codes of the demo coalition's partners. */
    static final List<String> DEMO_PARTNERS = List.of("SUPER", "MUSIC", "FUEL", "CAFE", "HOTEL");

    /** The client that asks who is to be written to. */
    static final String MAIL_CLIENT = "hub-mail";

    private static final Pattern SECRET = Pattern.compile("\\$\\{(password|secret):([a-z0-9-]+)}");

    private final Settings settings;
    private final Secrets secrets;

    Realm(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** The whole realm as Keycloak imports it, secrets included. */
    ObjectNode whole() {
        ObjectNode realm = read(Resources.text("realm.json")
                .replace("${web}", settings.web().toString())
                .replace("${webByName}", "http://localhost:" + settings.httpPort()));
        putUserProfile(realm);
        realm.setAll(read(Resources.text("realm-login.json")
                .replace(
                        "${staffSecondFactor}",
                        settings.staffSecondFactor() ? "CONDITIONAL" : "DISABLED")));
        if (settings.demo()) {
            add(realm, read(Resources.text("demo-people.json")));
            DEMO_PARTNERS.forEach(code -> add(realm, partner(code)));
        }
        return realm;
    }

    /**
     * One partner's part of the realm: the client of its tills, its organisation, its manager and
     * its clerk.
     *
     * @param code the partner's code, such as SUPER
     */
    ObjectNode partner(String code) {
        return read(Resources.text("demo-partner.json")
                .replace("${alias}", alias(code))
                .replace("${code}", code));
    }

    /** A client out of {@link #whole()}, such as that of the pages. */
    static JsonNode client(ObjectNode realm, String clientId) {
        return one(realm, "clients", "clientId", clientId);
    }

    /** What the service account of a client may do in Keycloak: names of its own roles. */
    static JsonNode rightsOf(ObjectNode realm, String clientId) {
        return one(realm, "users", "serviceAccountClientId", clientId)
                .at("/clientRoles/realm-management");
    }

    private static JsonNode one(ObjectNode realm, String kind, String key, String name) {
        for (JsonNode one : realm.get(kind)) {
            if (one.path(key).asText().equals(name)) {
                return one;
            }
        }
        throw new IllegalStateException("realm.json has no " + kind + " with " + key + " " + name);
    }

    static String alias(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    private ObjectNode read(String template) {
        Matcher matcher = SECRET.matcher(template);
        String filled = matcher.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1).equals("password")
                        ? password(found.group(2))
                        : secret(found.group(2))));
        try {
            return (ObjectNode) Http.JSON.readTree(filled);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A file of the realm is no JSON", broken);
        }
    }

    String password(String user) {
        return secrets.password("user." + user);
    }

    String secret(String client) {
        if (client.equals("hub-web") && settings.webClientSecret().isPresent()) {
            return settings.webClientSecret().get();
        }
        return secrets.secret("client." + client);
    }

    /** Keycloak wants the user profile as JSON inside a JSON string. */
    private static void putUserProfile(ObjectNode realm) {
        ArrayNode value = (ArrayNode)
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config"
                        + "/kc.user.profile.config");
        value.removeAll().add(Resources.text("user-profile.json"));
    }

    private static void add(ObjectNode realm, ObjectNode more) {
        more.properties()
                .forEach(field ->
                        realm.withArray("/" + field.getKey()).addAll((ArrayNode) field.getValue()));
    }
}
