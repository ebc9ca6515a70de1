package shutaf.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Keycloak that is started here: production mode over plain HTTP on loopback, its data in the
 * PostgreSQL beside it.
 */
final class KeycloakServer implements Part {

    private static final List<String> OPTIONS_OF_THE_BUILD =
            List.of("--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

    private final Settings settings;
    private final Path home;
    private final DataFolder data;
    private final HubDatabase database;
    private final ChildProcess process;

    KeycloakServer(
            Settings settings, Distributions distributions, DataFolder data, HubDatabase database) {
        this.settings = settings;
        this.home = distributions.keycloak();
        this.data = data;
        this.database = database;
        this.process = new ChildProcess(name(), data, marker(), "TERM");
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public String doing() {
        return isBuilt() ? "starting" : "first start, building it once, takes half a minute";
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void start() {
        if (!isBuilt()) {
            build();
        }
        Ports.requireFree(settings.keycloakPort(), Setting.HUB_KEYCLOAK_PORT, "Keycloak");
        List<String> command = java("-Xms96m", "-Xmx320m", "-XX:MaxMetaspaceSize=224m");
        command.addAll(List.of(
                "start",
                "--optimized",
                // One node: no cluster, and no cluster's ports open to the network.
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.keycloakPort(),
                "--hostname=" + settings.keycloak(),
                "--db-pool-initial-size=2",
                "--db-pool-max-size=12"));
        process.start(command, environment());
        Http http = new Http();
        URI ready = URI.create(settings.keycloak() + "/realms/master");
        process.awaitReady(() -> http.status(ready) == 200, Duration.ofMinutes(5));
        prepareRealm();
    }

    /** Its administration, as the administrator that was made at the first start. */
    KeycloakAdmin admin() {
        return new KeycloakAdmin(settings.keycloak(), adminPassword());
    }

    private void prepareRealm() {
        ObjectNode realm = new Realm(settings, data.secrets()).whole();
        admin().ensureRealm(realm);
        admin().setWebAddresses(Realm.client(realm, "hub-web"));
        admin().ensureServiceAccount(
                        Realm.client(realm, Realm.MAIL_CLIENT),
                        Realm.rightsOf(realm, Realm.MAIL_CLIENT));
    }

    private Map<String, String> environment() {
        return Map.of(
                "KC_DB_URL",
                database.jdbcUrl(HubDatabase.KEYCLOAK),
                "KC_DB_USERNAME",
                HubDatabase.KEYCLOAK,
                "KC_DB_PASSWORD",
                database.password(HubDatabase.KEYCLOAK),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                KeycloakAdmin.USER,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                adminPassword(),
                "MALLOC_ARENA_MAX",
                "2");
    }

    private String adminPassword() {
        return data.secrets().password("keycloak.admin");
    }

    /** What {@code kc.sh} would run, without the shell in between that would swallow signals. */
    private List<String> java(String... memory) {
        List<String> command = new ArrayList<>(List.of(
                Programs.java().toString(),
                "-D" + marker(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                // After a crash of the database the first request already gets a live connection.
                "-Dquarkus.datasource.jdbc.validate-on-borrow=true"));
        command.addAll(List.of(memory));
        command.addAll(List.of(
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    /** Bakes the chosen database and cache into Keycloak, so that each start is quick. */
    private void build() {
        List<String> command = java("-Xmx512m");
        command.add("build");
        command.addAll(OPTIONS_OF_THE_BUILD);
        Programs.run(
                command,
                Map.of(),
                data.log(name()),
                Duration.ofMinutes(5),
                "Keycloak could not be built");
        PrivateFile.write(builtStamp(), OPTIONS_OF_THE_BUILD.toString());
    }

    private boolean isBuilt() {
        try {
            return Files.exists(builtStamp())
                    && Files.readString(builtStamp()).equals(OPTIONS_OF_THE_BUILD.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + builtStamp(), failed);
        }
    }

    private Path builtStamp() {
        return home.resolve("built-for-shutaf");
    }

    private String marker() {
        return "shutaf.data=" + data.path();
    }
}
