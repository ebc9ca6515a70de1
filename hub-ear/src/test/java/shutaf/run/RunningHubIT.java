package shutaf.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What the run command promises of database, Keycloak and WildFly, asked of the running servers.
 */
class RunningHubIT {

    private final RunningHub hub = RunningHub.get();

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "password_encryption, scram-sha-256",
        "data_checksums, on"
    })
    void the_database_is_as_careful_as_it_can_be(String setting, String value) throws Exception {
        try (Connection app = hub.asApp()) {
            assertThat(text(app, "show " + setting)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({"hub_app", "hub_owner", "keycloak"})
    void no_role_that_programs_log_in_as_is_above_the_rules(String role) throws Exception {
        try (Connection superuser = hub.asSuperuser()) {
            String powers = "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                    + " from pg_roles where rolname = '" + role + "'";
            assertThat(text(superuser, powers)).isEqualTo("f");
        }
    }

    @Test
    void the_role_of_the_product_owns_nothing_and_can_make_nothing() throws Exception {
        try (Connection app = hub.asApp()) {
            assertThat(text(
                            app,
                            "select count(*) from pg_class where relowner = 'hub_app'::regrole"))
                    .isEqualTo("0");
            assertThatThrownBy(() -> app.createStatement().execute("create table mine (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void the_role_of_the_product_cannot_read_what_keycloak_stores() {
        assertThatThrownBy(hub::keycloakDatabaseAsApp)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void the_realm_is_closed_to_guessing_and_to_strangers() {
        JsonNode realm = hub.keycloakAdmin("/admin/realms/shutaf");
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("failureFactor").asInt()).isLessThanOrEqualTo(10);
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.get("resetPasswordAllowed").asBoolean()).isFalse();
        assertThat(realm.get("sslRequired").asText()).isEqualTo("external");
        assertThat(realm.get("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.get("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.get("passwordPolicy").asText()).contains("length(12)");
        assertThat(realm.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("directGrantFlow").asText()).isEqualTo("nobody");
    }

    @Test
    void no_client_takes_passwords_directly_or_tokens_in_addresses() {
        for (JsonNode client : hub.keycloakAdmin("/admin/realms/shutaf/clients")) {
            String id = client.get("clientId").asText();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean())
                    .as(id)
                    .isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).as(id).isFalse();
        }
    }

    @Test
    void people_are_sent_back_to_the_hub_only() {
        JsonNode web = hub.keycloakAdmin("/admin/realms/shutaf/clients?clientId=hub-web")
                .get(0);
        List<String> addresses = new ArrayList<>();
        web.get("redirectUris").forEach(address -> addresses.add(address.asText()));
        int port = hub.web().getPort();
        assertThat(addresses)
                .containsExactlyInAnyOrder(
                        "http://127.0.0.1:" + port + "/*", "http://localhost:" + port + "/*");
        assertThat(web.get("publicClient").asBoolean()).isFalse();
    }

    @Test
    void strangers_cannot_register_clients() {
        URI registration =
                URI.create(hub.keycloak() + "/realms/shutaf/clients-registrations/default");
        JsonNode client = Http.JSON.createObjectNode().put("clientId", "stranger");
        assertThatThrownBy(() -> new Http().json("POST", registration, "none", client))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("answered 401");
    }

    @Test
    void a_password_does_not_buy_a_token_without_the_login_page() {
        DemoCredentials.User noa = hub.credentials().user("noa");
        assertThatThrownBy(() -> new Http()
                        .form(
                                hub.credentials().tokenUrl(),
                                Map.of(
                                        "grant_type", "password",
                                        "client_id", "partner-super",
                                        "client_secret",
                                                hub.credentials()
                                                        .client("SUPER")
                                                        .secret(),
                                        "username", noa.username(),
                                        "password", noa.password())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("unauthorized_client");
    }

    @Test
    void the_member_id_of_a_member_can_be_set_by_administrators_only() {
        JsonNode profile = hub.keycloakAdmin("/admin/realms/shutaf/users/profile");
        JsonNode memberId = null;
        for (JsonNode attribute : profile.get("attributes")) {
            memberId = attribute.get("name").asText().equals("member_id") ? attribute : memberId;
        }
        assertThat(memberId).isNotNull();
        assertThat(memberId.at("/permissions/edit").toString()).isEqualTo("[\"admin\"]");
        assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
    }

    @Test
    void every_partner_has_its_own_client_whose_token_is_for_the_api_and_short() throws Exception {
        for (String partner : List.of("SUPER", "MUSIC", "FUEL", "CAFE", "HOTEL")) {
            JsonNode token = claims(hub.token(partner));
            assertThat(token.get("aud").asText()).isEqualTo("hub-api");
            assertThat(token.get("azp").asText())
                    .isEqualTo(hub.credentials().client(partner).clientId());
            assertThat(token.get("exp").asLong() - token.get("iat").asLong())
                    .isLessThanOrEqualTo(300);
            assertThat(token.has("realm_access")).isFalse();
        }
    }

    @Test
    void a_further_partner_gets_its_client_the_same_way() throws Exception {
        DemoCredentials.Client client = hub.addPartner("KIOSK");
        assertThat(client.clientId()).isEqualTo("partner-kiosk");
        assertThat(claims(hub.token("KIOSK")).get("aud").asText()).isEqualTo("hub-api");
        assertThat(membersOf("kiosk")).containsExactlyInAnyOrder("kiosk-manager", "kiosk-clerk");
    }

    @Test
    void the_people_of_a_partner_belong_to_its_organisation() {
        assertThat(membersOf("cafe")).containsExactlyInAnyOrder("cafe-manager", "cafe-clerk");
    }

    @Test
    void secrets_and_logins_are_for_the_owner_of_the_files_alone() throws Exception {
        for (String file : List.of("secrets.properties", "demo-credentials.json")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(hub.dataDir().resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void the_credentials_file_has_the_agreed_shape() throws Exception {
        JsonNode file = Http.JSON.readTree(
                hub.dataDir().resolve("demo-credentials.json").toFile());
        assertThat(file.at("/users/0/username").asText()).isEqualTo("admin");
        assertThat(file.at("/users/0/role").asText()).isEqualTo("operator-admin");
        assertThat(file.at("/users/0/partner").isNull()).isTrue();
        assertThat(file.get("users")).hasSize(15);
        assertThat(file.at("/clients/0/clientId").asText()).isEqualTo("partner-super");
        assertThat(file.at("/clients/0/partner").asText()).isEqualTo("SUPER");
        assertThat(file.get("clients")).hasSize(5);
        assertThat(file.get("tokenUrl").asText())
                .isEqualTo(hub.keycloak() + "/realms/shutaf/protocol/openid-connect/token");
    }

    @ParameterizedTest
    @EnumSource
    void a_killed_server_comes_back_with_its_data(RunningHub.Server server) throws Exception {
        String before = fingerprint();
        hub.kill9(server);
        hub.restart(server);
        assertThat(fingerprint()).isEqualTo(before);
        // The server may still hold connections of the killed database: it says so and makes new
        // ones.
        URI health = URI.create(hub.web() + "/partners/api/health");
        await().atMost(Duration.ofSeconds(10)).until(() -> new Http().status(health) == 200);
    }

    private String fingerprint() throws SQLException {
        try (Connection superuser = hub.asSuperuser()) {
            String roles = "select string_agg(rolname, ',' order by rolname) from pg_roles";
            return text(superuser, roles) + hub.keycloakAdmin("/admin/realms/shutaf/users/count");
        }
    }

    private List<String> membersOf(String alias) {
        for (JsonNode organisation : hub.keycloakAdmin("/admin/realms/shutaf/organizations")) {
            if (organisation.get("alias").asText().equals(alias)) {
                String path = "/admin/realms/shutaf/organizations/"
                        + organisation.get("id").asText() + "/members";
                List<String> names = new ArrayList<>();
                hub.keycloakAdmin(path)
                        .forEach(member -> names.add(member.get("username").asText()));
                return names;
            }
        }
        throw new AssertionError("No organisation " + alias);
    }

    private static JsonNode claims(String token) throws Exception {
        return Http.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
