package shutaf.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

class SettingsTest {

    private static final Path ROOT = Path.of("/root-of-project");

    @Test
    void names_and_defaults_are_those_that_others_rely_on() {
        String all = Arrays.stream(Setting.values())
                .map(setting -> setting + "=" + setting.defaultValue())
                .collect(Collectors.joining("\n"));
        assertThat(all).isEqualTo("""
                        HUB_HTTP_PORT=8080
                        HUB_KEYCLOAK_PORT=8180
                        HUB_DB_PORT=5433
                        HUB_DATA_DIR=.hub
                        HUB_DEMO=true
                        HUB_STAFF_MFA=
                        HUB_DB_URL=
                        HUB_DB_USER=
                        HUB_DB_PASSWORD=
                        HUB_REPORT_DB_URL=
                        HUB_KEYCLOAK_URL=
                        HUB_WEB_CLIENT_SECRET=
                        HUB_QUEUE_PARTNERS=
                        HUB_SMTP_HOST=
                        HUB_SMTP_PORT=
                        HUB_SMTP_USER=
                        HUB_SMTP_PASSWORD=
                        HUB_SMTP_TLS=
                        HUB_MAIL_FROM=
                        HUB_SERVER_JAVA_OPTS=""");
    }

    @Test
    void an_empty_environment_gives_the_embedded_default() {
        Settings settings = Settings.from(Map.of(), ROOT);
        assertThat(settings.dataDir()).isEqualTo(ROOT.resolve(".hub"));
        assertThat(settings.web()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.keycloak()).isEqualTo(URI.create("http://127.0.0.1:8180"));
        assertThat(settings.databasePort()).isEqualTo(5433);
        assertThat(settings.demo()).isTrue();
        assertThat(settings.externalDatabase()).isEmpty();
        assertThat(settings.externalKeycloak()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,,false", "false,,true", "true,true,true", "false,false,false"})
    void staff_needs_a_second_factor_unless_it_is_a_demo(
            String demo, String asked, boolean secondFactor) {
        Map<String, String> environment = asked == null
                ? Map.of("HUB_DEMO", demo)
                : Map.of("HUB_DEMO", demo, "HUB_STAFF_MFA", asked);
        assertThat(Settings.from(environment, ROOT).staffSecondFactor()).isEqualTo(secondFactor);
    }

    @ParameterizedTest(name = "{0} {1}: port {2}, starttls {3}, tls {4}")
    @CsvSource({
        "mail.example,         , 587, true,  false",
        "mail.example, starttls, 587, true,  false",
        "mail.example, tls,      465, false, true",
        "mail.example, none,     587, false, false",
        "127.0.0.1,            , 587, false, false",
        "localhost,    starttls, 587, true,  false"
    })
    void letters_leave_the_machine_encrypted(
            String host, String tls, String port, String starttls, String ssl) {
        Map<String, String> given = Settings.from(mail(host, tls == null ? "" : tls, ""), ROOT)
                .mail()
                .orElseThrow()
                .environment();
        assertThat(given)
                .containsEntry("HUB_SMTP_HOST", host)
                .containsEntry("HUB_SMTP_PORT", port)
                .containsEntry("HUB_SMTP_STARTTLS", starttls)
                .containsEntry("HUB_SMTP_SSL", ssl)
                .containsEntry("HUB_MAIL_FROM", "hub@example.org");
    }

    @Test
    void a_login_does_not_cross_the_network_in_the_clear() {
        assertThatThrownBy(() -> Settings.from(mail("mail.example", "none", "hub"), ROOT))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("HUB_SMTP_TLS");
        assertThat(Settings.from(mail("127.0.0.1", "none", "hub"), ROOT).mail()).isPresent();
        assertThatThrownBy(() -> Settings.from(Map.of("HUB_SMTP_HOST", "mail.example"), ROOT))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("HUB_MAIL_FROM");
        assertThat(Settings.from(Map.of(), ROOT).mail()).isEmpty();
    }

    private static Map<String, String> mail(String host, String tls, String user) {
        return Map.of(
                "HUB_SMTP_HOST", host,
                "HUB_SMTP_TLS", tls,
                "HUB_SMTP_USER", user,
                "HUB_SMTP_PASSWORD", "secret",
                "HUB_MAIL_FROM", "hub@example.org");
    }

    @Test
    void external_parts_are_taken_as_named() {
        Settings settings = Settings.from(
                Map.of(
                        "HUB_DB_URL", "jdbc:postgresql://db.example:5432/hub?sslmode=require",
                        "HUB_DB_USER", "chief",
                        "HUB_DB_PASSWORD", "secret",
                        "HUB_REPORT_DB_URL", "jdbc:postgresql://replica.example/hub",
                        "HUB_KEYCLOAK_URL", "https://login.example/"),
                ROOT);
        assertThat(settings.externalDatabase())
                .isEqualTo(Optional.of(new Settings.ExternalDatabase(
                        "jdbc:postgresql://db.example:5432/hub?sslmode=require",
                        "chief",
                        "secret")));
        assertThat(settings.reportDatabase()).contains("jdbc:postgresql://replica.example/hub");
        assertThat(settings.keycloak()).isEqualTo(URI.create("https://login.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "HUB_HTTP_PORT, 0",
        "HUB_HTTP_PORT, 65536",
        "HUB_KEYCLOAK_PORT, eighty",
        "HUB_DB_PORT, -1",
        "HUB_DEMO, maybe",
        "HUB_STAFF_MFA, 1",
        "HUB_SMTP_PORT, smtp",
        "HUB_SMTP_TLS, maybe",
        "HUB_SMTP_HOST, https://mail.example",
        "HUB_MAIL_FROM, nobody",
        "HUB_KEYCLOAK_URL, login.example",
        "HUB_DB_URL, postgres://db/hub",
        "HUB_DB_URL, jdbc:postgresql://db/",
        "HUB_REPORT_DB_URL, replica.example",
        "HUB_QUEUE_PARTNERS, super",
        "HUB_QUEUE_PARTNERS, SUPER;CAFE"
    })
    void a_wrong_value_is_refused_by_the_name_of_its_setting(String name, String value) {
        assertThatThrownBy(() -> Settings.from(Map.of(name, value), ROOT))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(name);
    }

    @Test
    void partners_of_the_queue_are_named_by_their_codes() {
        Settings settings = Settings.from(Map.of("HUB_QUEUE_PARTNERS", "SUPER,CAFE"), ROOT);
        assertThat(settings.queuePartners()).containsExactly("SUPER", "CAFE");
        assertThat(Settings.from(Map.of(), ROOT).queuePartners()).isEmpty();
    }

    @Test
    void an_external_database_needs_its_role_and_password() {
        assertThatThrownBy(
                        () -> Settings.from(Map.of("HUB_DB_URL", "jdbc:postgresql://db/hub"), ROOT))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("HUB_DB_USER must be set too");
    }
}
