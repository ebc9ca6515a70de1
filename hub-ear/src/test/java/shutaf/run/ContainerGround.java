package shutaf.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a WildFly that runs tests inside itself stands on: a PostgreSQL of its own, and a base
 * folder whose configuration is the run command's with a pool of one connection.
 *
 * <p>In the folder that the system property {@code shutaf.container.data} names, on free ports, so
 * that {@link RunningHub} may run at the same time.
 */
public final class ContainerGround implements AutoCloseable {

    /** Enough for the hub without its pages; the server shares the machine with other tests. */
    private static final String MEMORY = "-Xms128m -Xmx384m -XX:MaxMetaspaceSize=256m";

    private static volatile Optional<ContainerGround> laid = Optional.empty();

    private final Distributions distributions = Distributions.fromMaven();
    private final Settings settings;
    private final DataFolder data;
    private final PostgresServer postgres;
    private final HubDatabase database;
    private final WildFlyConfiguration configuration;
    private final Path base;
    private final int managementPort = Ports.free();

    private ContainerGround(Settings settings) {
        this.settings = settings;
        this.data = DataFolder.open(settings.dataDir(), Progress.onTerminal());
        this.postgres = new PostgresServer(settings, distributions, data);
        this.database = new HubDatabase(postgres.superuser("hub"), data.secrets());
        this.base = data.folder("wildfly");
        String cli = Resources.text("wildfly.cli") + Resources.text("container.cli");
        this.configuration =
                new WildFlyConfiguration(distributions.wildfly(), base, data.log("wildfly"), cli);
    }

    /** Lays it anew: what an earlier run left there is stopped and deleted first. */
    static ContainerGround fresh() {
        Settings settings = Settings.from(
                Map.of(
                        "HUB_DATA_DIR", System.getProperty("shutaf.container.data"),
                        "HUB_HTTP_PORT", Integer.toString(Ports.free()),
                        "HUB_DB_PORT", Integer.toString(Ports.free())),
                Path.of(""));
        try (ContainerGround former = new ContainerGround(settings)) {
            former.stopLeftOvers();
        }
        PrivateFile.deleteTree(settings.dataDir());
        ContainerGround ground = new ContainerGround(settings);
        laid = Optional.of(ground);
        Runtime.getRuntime().addShutdownHook(new Thread(ground::close, "clear the ground"));
        ground.lay();
        return ground;
    }

    /** The ground of this JVM, once Arquillian has started its server. */
    public static ContainerGround get() {
        return laid.orElseThrow(() -> new IllegalStateException("Arquillian has not started yet"));
    }

    /** The hub's database as its owner, to give the server a schema that does not fit. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), HubDatabase.OWNER, database.password(HubDatabase.OWNER));
    }

    /** For the container element of arquillian.xml: names and values. */
    Map<String, String> containerProperties() {
        return Map.of(
                "jbossHome", distributions.wildfly().toString(),
                "modulePath", configuration.modulePath(),
                "javaHome", System.getProperty("java.home"),
                "managementPort", Integer.toString(managementPort),
                "javaVmArguments", String.join(" ", javaOptions()),
                "jbossArguments", "--properties=" + serverProperties());
    }

    @Override
    public void close() {
        postgres.stop();
        data.close();
    }

    private void lay() {
        postgres.start();
        HubDatabase.ensureDatabase(postgres.superuser("postgres"), "hub");
        database.prepareHub();
        configuration.make();
        PrivateFile.folder(base.resolve("deployments"));
        PrivateFile.write(serverProperties(), """
                env.HUB_DB_JDBC_URL=%s
                env.HUB_DB_APP_USER=%s
                env.HUB_DB_APP_PASSWORD=%s
                env.HUB_DB_OWNER_USER=%s
                env.HUB_DB_OWNER_PASSWORD=%s
                HUB_DATA_DIR=%s
                """.formatted(
                        database.jdbcUrl(),
                        HubDatabase.APP,
                        database.password(HubDatabase.APP),
                        HubDatabase.OWNER,
                        database.password(HubDatabase.OWNER),
                        data.path()));
    }

    /** Ends what a test run that was killed left running on this folder. */
    private void stopLeftOvers() {
        ProcessHandle.allProcesses()
                .filter(other -> other.info().commandLine().orElse("").contains(marker()))
                .forEach(ProcessHandle::destroyForcibly);
        postgres.process().stopLeftOver(postgres.grace());
    }

    /** An argument that no other process has. */
    private String marker() {
        return "-Djboss.server.base.dir=" + base;
    }

    private List<String> javaOptions() {
        return List.of(
                MEMORY,
                marker(),
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + settings.httpPort(),
                "-Djboss.management.http.port=" + managementPort,
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl");
    }

    /** In a file that only we may read: a command line is seen by everybody on the machine. */
    private Path serverProperties() {
        return base.resolve("server.properties");
    }
}
