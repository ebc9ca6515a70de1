package shutaf.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * WildFly with the EAR. Its programs stay as Maven unpacked them; configuration, queues and
 * transaction logs live in the data folder.
 */
final class WildFlyServer implements Part {

    /** As WildFly's own start script passes them on to a Java with modules. */
    private static final List<String> MODULE_OPTIONS = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private final Settings settings;
    private final Distributions distributions;
    private final DataFolder data;
    private final HubDatabase database;
    private final Path home;
    private final Path base;
    private final QueueDoor queue;
    private final WildFlyConfiguration configuration;
    private final ChildProcess process;

    WildFlyServer(
            Settings settings, Distributions distributions, DataFolder data, HubDatabase database) {
        this.settings = settings;
        this.distributions = distributions;
        this.data = data;
        this.database = database;
        this.home = distributions.wildfly();
        this.base = data.path().resolve("wildfly");
        this.queue = new QueueDoor(settings.queuePartners(), data.secrets());
        String script = queue.in(Resources.text("wildfly.cli"));
        this.configuration = new WildFlyConfiguration(
                home,
                base,
                data.log(name()),
                settings.mail().map(mail -> mail.in(script)).orElse(script));
        this.process = new ChildProcess(name(), data, marker(), "TERM");
    }

    @Override
    public String name() {
        return "wildfly";
    }

    @Override
    public String doing() {
        return configuration.isDone() ? "starting" : "first start, configuring";
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void start() {
        PrivateFile.folder(base);
        // Before the script, which refuses a realm whose file is not there.
        queue.writeLogins(PrivateFile.folder(base.resolve("configuration")));
        if (!configuration.isDone()) {
            configuration.make();
        }
        deploy();
        Ports.requireFree(settings.httpPort(), Setting.HUB_HTTP_PORT, "the hub");
        process.start(command(), environment());
        Http http = new Http();
        URI health = URI.create(settings.web() + "/partners/api/health");
        process.awaitReady(() -> isUp(http, health), Duration.ofMinutes(10));
    }

    private boolean isUp(Http http, URI health) {
        Path failed = deployed().resolveSibling("shutaf.ear.failed");
        if (Files.exists(failed)) {
            throw new CannotStart("The hub did not start in WildFly: " + read(failed)
                    + "\nMore is in " + data.log(name()) + " and "
                    + base.resolve("log").resolve("server.json") + ".");
        }
        return http.status(health) == 200;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(patient());
        command.addAll(List.of(
                Programs.java().toString(),
                "-D" + marker(),
                "-Xms256m",
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl",
                "-Dorg.jboss.boot.log.file=" + base.resolve("log").resolve("server.log"),
                "-Dlogging.configuration="
                        + base.resolve("configuration")
                                .resolve("logging.properties")
                                .toUri()));
        command.addAll(MODULE_OPTIONS);
        Arrays.stream(settings.serverJavaOptions().split("\\s+"))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(configuration.jbossModules());
        command.addAll(List.of(
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + settings.httpPort(),
                "--server-config=" + WildFlyConfiguration.FILE,
                "-b",
                "127.0.0.1"));
        return command;
    }

    /**
     * Where the system has the program: threads that wake up wait for their turn. Undertow's reader
     * spins until the thread that ends the last request has left it; put in that thread's place on
     * the same processor, as systems like to, it would burn its whole slice, a fifth of all time
     * under load.
     */
    private static List<String> patient() {
        return Programs.find("chrt")
                .map(path -> List.of(path.toString(), "--batch", "0"))
                .orElse(List.of());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(settings.ofTheServer());
        environment.put("HUB_DATA_DIR", data.path().toString());
        environment.put("HUB_HTTP_PORT", Integer.toString(settings.httpPort()));
        environment.put("HUB_KEYCLOAK_URL", settings.keycloak().toString());
        environment.put("HUB_DEMO", Boolean.toString(settings.demo()));
        Realm realm = new Realm(settings, data.secrets());
        environment.put("HUB_WEB_CLIENT_SECRET", realm.secret("hub-web"));
        environment.putIfAbsent("HUB_MAIL_CLIENT_SECRET", realm.secret(Realm.MAIL_CLIENT));
        settings.mail().ifPresent(mail -> environment.putAll(mail.environment()));
        environment.put("HUB_DB_JDBC_URL", database.jdbcUrl());
        environment.put(
                "HUB_REPORT_DB_JDBC_URL", settings.reportDatabase().orElse(database.jdbcUrl()));
        environment.put("HUB_DB_APP_USER", HubDatabase.APP);
        environment.put("HUB_DB_APP_PASSWORD", database.password(HubDatabase.APP));
        environment.put("HUB_DB_OWNER_USER", HubDatabase.OWNER);
        environment.put("HUB_DB_OWNER_PASSWORD", database.password(HubDatabase.OWNER));
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    /** Puts the EAR where WildFly looks, without the marks that an earlier run left. */
    private void deploy() {
        try {
            Files.createDirectories(deployed().getParent());
            try (Stream<Path> marks = Files.list(deployed().getParent())) {
                for (Path mark : marks.filter(file -> !file.equals(deployed())).toList()) {
                    Files.delete(mark);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot clear " + deployed().getParent(), failed);
        }
        Distributions.copyIfChanged(distributions.ear(), deployed());
    }

    private Path deployed() {
        return base.resolve("deployments").resolve("shutaf.ear");
    }

    private String marker() {
        return "shutaf.data=" + data.path();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + file, failed);
        }
    }
}
