package shutaf.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the environment asked for, typed and checked.
 *
 * @param dataDir absolute folder of everything that must survive a restart
 * @param httpPort TCP port of WildFly
 * @param keycloakPort TCP port of the Keycloak started here
 * @param databasePort TCP port of the PostgreSQL started here
 * @param demo whether the demo coalition is made at the first start
 * @param staffSecondFactor whether staff must set up a second factor at the first login; taken when
 *     the realm is made, later changed in Keycloak's console
 * @param externalDatabase a PostgreSQL that somebody else runs, instead of ours
 * @param reportDatabase JDBC URL of a replica that reports read from
 * @param externalKeycloak address of a Keycloak that somebody else runs, without a slash at its end
 * @param webClientSecret secret of {@code hub-web} in an external Keycloak
 * @param queuePartners codes of the partners whose systems send by message queue
 * @param mail the mail server that takes the hub's letters; without one none are sent
 * @param ofTheServer settings that not the launcher but WildFly reads, passed on as they are
 * @param serverJavaOptions further options for WildFly's Java, separated by blanks
 */
public record Settings(
        Path dataDir,
        int httpPort,
        int keycloakPort,
        int databasePort,
        boolean demo,
        boolean staffSecondFactor,
        Optional<ExternalDatabase> externalDatabase,
        Optional<String> reportDatabase,
        Optional<URI> externalKeycloak,
        Optional<String> webClientSecret,
        List<String> queuePartners,
        Optional<MailServer> mail,
        Map<String, String> ofTheServer,
        String serverJavaOptions) {

    /** How to reach a PostgreSQL of the user's: JDBC URL with database, role, password. */
    public record ExternalDatabase(String jdbcUrl, String user, String password) {}

    /**
     * Reads the settings.
     *
     * @param environment names and values, usually {@code System.getenv()}
     * @param root the folder that a relative {@code HUB_DATA_DIR} starts from
     * @throws CannotStart naming the setting, its value and what would be right
     */
    public static Settings from(Map<String, String> environment, Path root) {
        Reader read = new Reader(environment);
        return new Settings(
                root.resolve(read.text(Setting.HUB_DATA_DIR)).toAbsolutePath().normalize(),
                read.port(Setting.HUB_HTTP_PORT),
                read.port(Setting.HUB_KEYCLOAK_PORT),
                read.port(Setting.HUB_DB_PORT),
                read.yes(Setting.HUB_DEMO),
                read.given(Setting.HUB_STAFF_MFA)
                        .map(given -> read.yes(Setting.HUB_STAFF_MFA))
                        .orElseGet(() -> !read.yes(Setting.HUB_DEMO)),
                read.database(),
                read.jdbcUrl(Setting.HUB_REPORT_DB_URL),
                read.address(Setting.HUB_KEYCLOAK_URL),
                read.given(Setting.HUB_WEB_CLIENT_SECRET),
                read.partners(Setting.HUB_QUEUE_PARTNERS),
                MailServer.from(read),
                read.others(),
                read.text(Setting.HUB_SERVER_JAVA_OPTS));
    }

    /** Address of the hub, without a slash at its end. */
    public URI web() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    /** Address of Keycloak, ours or theirs, without a slash at its end. */
    public URI keycloak() {
        return externalKeycloak.orElseGet(() -> URI.create("http://127.0.0.1:" + keycloakPort));
    }

    record Reader(Map<String, String> environment) {

        String text(Setting setting) {
            String value = environment.getOrDefault(setting.name(), "").strip();
            return value.isEmpty() ? setting.defaultValue() : value;
        }

        Optional<String> given(Setting setting) {
            return Optional.of(text(setting)).filter(value -> !value.isEmpty());
        }

        int port(Setting setting) {
            String value = text(setting);
            if (value.matches("[0-9]{1,5}")) {
                int port = Integer.parseInt(value);
                if (port >= 1 && port <= 65535) {
                    return port;
                }
            }
            throw wrong(setting, "a TCP port from 1 to 65535");
        }

        boolean yes(Setting setting) {
            return switch (text(setting).toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong(setting, "true or false");
            };
        }

        Map<String, String> others() {
            Set<String> ours =
                    Arrays.stream(Setting.values()).map(Enum::name).collect(Collectors.toSet());
            return environment.entrySet().stream()
                    .filter(e -> e.getKey().startsWith("HUB_") && !ours.contains(e.getKey()))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        List<String> partners(Setting setting) {
            String value = text(setting);
            if (!value.isEmpty() && !value.matches("[A-Z][A-Z0-9]{1,15}(,[A-Z][A-Z0-9]{1,15})*")) {
                throw wrong(setting, "partners' codes like SUPER,CAFE");
            }
            return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
        }

        Optional<URI> address(Setting setting) {
            Optional<String> value = given(setting).map(text -> text.replaceAll("/+$", ""));
            if (value.isPresent() && !value.get().matches("https?://[^\\s/].*")) {
                throw wrong(setting, "an address that starts with http:// or https://");
            }
            return value.map(URI::create);
        }

        Optional<ExternalDatabase> database() {
            return jdbcUrl(Setting.HUB_DB_URL)
                    .map(jdbc -> new ExternalDatabase(
                            jdbc, needed(Setting.HUB_DB_USER), needed(Setting.HUB_DB_PASSWORD)));
        }

        Optional<String> jdbcUrl(Setting setting) {
            Optional<String> url = given(setting);
            if (url.isPresent() && !url.get().matches("jdbc:postgresql://[^\\s/]+/[^\\s?/]+.*")) {
                throw wrong(setting, "like jdbc:postgresql://db.example:5432/hub");
            }
            return url;
        }

        private String needed(Setting setting) {
            return given(setting)
                    .orElseThrow(() -> new CannotStart("HUB_DB_URL is set, so " + setting
                            + " must be set too: it is " + setting.meaning() + "."));
        }

        CannotStart wrong(Setting setting, String right) {
            return new CannotStart(
                    setting + " must be " + right + ", but it is '" + text(setting) + "'.");
        }
    }
}
