package shutaf.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The PostgreSQL that is started here: on loopback, with a made password, and as careful with data
 * as PostgreSQL can be (see {@code postgresql.conf} beside this class).
 */
final class PostgresServer implements Part {

    private static final String SUPERUSER = "postgres";
    private static final Duration CHILDREN_LEAVE = Duration.ofMinutes(2);

    private final Settings settings;
    private final Distributions distributions;
    private final DataFolder data;
    private final Path folder;
    private final Path cluster;
    private final ChildProcess process;

    PostgresServer(Settings settings, Distributions distributions, DataFolder data) {
        this.settings = settings;
        this.distributions = distributions;
        this.data = data;
        this.folder = data.path().resolve("postgres");
        this.cluster = folder.resolve("cluster");
        // INT is PostgreSQL's fast shutdown: sessions end, nothing is lost, no recovery is needed.
        this.process = new ChildProcess(name(), data, cluster.toString(), "INT");
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String doing() {
        return Files.exists(cluster) ? "starting" : "first start, making the database";
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void start() {
        PostgresBinaries binaries = PostgresBinaries.unpackedInto(distributions.postgres());
        PrivateFile.folder(folder);
        if (!Files.exists(cluster)) {
            initialise(binaries);
        }
        write(cluster.resolve("postgresql.conf"), Resources.text("postgresql.conf"));
        Ports.requireFree(settings.databasePort(), Setting.HUB_DB_PORT, "PostgreSQL");
        long giveUp = System.nanoTime() + CHILDREN_LEAVE.toNanos();
        boolean launched = false;
        while (!launched) {
            launched = launched(binaries, giveUp);
        }
    }

    /**
     * Starts it, unless children of a main process that was killed are still there: each leaves
     * when it has ended its statement and sees that it is alone. Then false, until {@code giveUp}.
     */
    private boolean launched(PostgresBinaries binaries, long giveUp) {
        try {
            launch(binaries);
            return true;
        } catch (CannotStart ended) {
            boolean childrenLeft = ended.getMessage().contains("is still in use");
            if (!childrenLeft || System.nanoTime() > giveUp) {
                throw ended;
            }
            return false;
        }
    }

    /** Access as superuser, to prepare databases and for tests of what the server promises. */
    Settings.ExternalDatabase superuser(String database) {
        return new Settings.ExternalDatabase(jdbcUrl(database), SUPERUSER, password());
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.databasePort() + "/" + database;
    }

    private void launch(PostgresBinaries binaries) {
        List<String> postgres = List.of(
                binaries.program("postgres"),
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(settings.databasePort()));
        process.start(Unprivileged.concat(Unprivileged.prefix(folder), postgres), Map.of());
        process.awaitReady(this::answers, Duration.ofMinutes(5));
    }

    private boolean answers() {
        Settings.ExternalDatabase access = superuser("postgres");
        try (Connection connection =
                DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password())) {
            return connection.isValid(2);
        } catch (SQLException refused) {
            if ("28P01".equals(refused.getSQLState())) {
                throw new CannotStart(
                        "PostgreSQL in " + cluster
                                + " does not know the password of secrets.properties" + " in "
                                + data.path() + ": the two do not belong together.",
                        refused);
            }
            return false;
        }
    }

    /**
     * In a folder beside, renamed at the end, so that a killed first start leaves no half cluster.
     */
    private void initialise(PostgresBinaries binaries) {
        Path half = folder.resolve("cluster.half");
        Path passwordFile = folder.resolve("password");
        PrivateFile.deleteTree(half);
        PrivateFile.write(passwordFile, password());
        List<String> initdb = List.of(
                binaries.program("initdb"),
                "--pgdata=" + half,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Programs.run(
                Unprivileged.concat(Unprivileged.prefix(folder), initdb),
                Map.of(),
                data.log(name()),
                Duration.ofMinutes(3),
                "PostgreSQL could not make its database");
        try {
            Files.delete(passwordFile);
            Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot finish " + cluster, failed);
        }
    }

    private String password() {
        return data.secrets().secret("postgres.superuser");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }
}
