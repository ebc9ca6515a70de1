package shutaf.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;

import shutaf.partner.PartnerNames;
import shutaf.partner.Partners;
import shutaf.platform.HubSettings;
import shutaf.shared.PartnerId;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Asks Keycloak who has a role now, as the client {@code hub-mail}, whose service account may read
 * the realm, its users and organisations, and change nothing. Roles count that are given to the
 * person itself.
 */
@ApplicationScoped
public class Recipients {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int PAGE = 100;
    private static final int OK = 200;

    @Inject
    private HubSettings settings;

    @Inject
    private Partners partners;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Who is to be written to, or why nobody knows. */
    public sealed interface Answer {}

    /**
     * The people who can be written to.
     *
     * @param people each once
     * @param leftOut how many more have the role but are disabled or have no address
     */
    public record Found(List<Recipient> people, int leftOut) implements Answer {
        /** Keeps its own list. */
        public Found {
            people = List.copyOf(people);
        }

        /** Their login names. */
        public List<String> logins() {
            return people.stream().map(Recipient::login).toList();
        }
    }

    /** Keycloak did not say. */
    public record Unknown(Obstacle why) implements Answer {}

    /**
     * Somebody to be written to.
     *
     * @param login login name
     * @param address e-mail address
     */
    public record Recipient(String login, String address) {}

    /** Keycloak answered with something else than what was asked for. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * The people of that role.
     *
     * @param scope the partner to whose organisation a partner's manager must belong
     */
    public Answer of(ReceivingRole role, PartnerId scope) {
        try {
            String token = token();
            List<Recipient> people = new ArrayList<>();
            int leftOut = 0;
            for (JsonObject user : usersOf(role, token)) {
                if (role == ReceivingRole.PARTNER_MANAGER && !worksFor(user, scope, token)) {
                    continue;
                }
                String address = user.getString("email", "");
                if (user.getBoolean("enabled", false) && !address.isBlank()) {
                    people.add(new Recipient(user.getString("username"), address));
                } else {
                    leftOut++;
                }
            }
            return new Found(people, leftOut);
        } catch (IOException away) {
            log(away);
            return new Unknown(Obstacle.KEYCLOAK_AWAY);
        } catch (Refused | JsonException | ClassCastException refused) {
            log(refused);
            return new Unknown(Obstacle.KEYCLOAK_REFUSED);
        }
    }

    private static void log(Exception why) {
        System.getLogger(Recipients.class.getName())
                .log(System.Logger.Level.WARNING, "Keycloak did not say who has a role", why);
    }

    private List<JsonObject> usersOf(ReceivingRole role, String token) throws IOException, Refused {
        List<JsonObject> users = new ArrayList<>();
        JsonArray page;
        do {
            page = list(
                    "/roles/" + role.realmRole() + "/users?first=" + users.size() + "&max=" + PAGE,
                    token);
            users.addAll(page.getValuesAs(JsonObject.class));
        } while (page.size() == PAGE);
        return users;
    }

    /** The organisation's alias is the partner's code in lower case, as everywhere. */
    private boolean worksFor(JsonObject user, PartnerId partner, String token)
            throws IOException, Refused {
        String alias =
                partners.names(partner).map(PartnerNames::code).orElse("").toLowerCase(Locale.ROOT);
        return list("/organizations/members/" + user.getString("id") + "/organizations", token)
                .getValuesAs(JsonObject.class)
                .stream()
                .anyMatch(o ->
                        o.getString("alias", "").equals(alias) && o.getBoolean("enabled", true));
    }

    private JsonArray list(String path, String token) throws IOException, Refused {
        return read(HttpRequest.newBuilder(address("/admin/realms/shutaf" + path))
                        .header("Authorization", "Bearer " + token))
                .asJsonArray();
    }

    private String token() throws IOException, Refused {
        String form = "grant_type=client_credentials&client_id=hub-mail&client_secret="
                + URLEncoder.encode(settings.mailClientSecret(), StandardCharsets.UTF_8);
        return read(HttpRequest.newBuilder(address("/realms/shutaf/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .asJsonObject()
                .getString("access_token");
    }

    private URI address(String path) {
        return URI.create(settings.keycloak() + path);
    }

    private JsonStructure read(HttpRequest.Builder request) throws IOException, Refused {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new Refused(answer.uri().getPath() + " answered " + answer.statusCode());
            }
            try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
                return reader.read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
