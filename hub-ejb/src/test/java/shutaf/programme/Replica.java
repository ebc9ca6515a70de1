package shutaf.programme;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

import javax.sql.DataSource;

/**
 * A streaming replica of the tests' database: its folder, copied while it works, started as a hot
 * standby that follows it. Reports of {@link #core} read here.
 */
public final class Replica implements AutoCloseable {
    private static final String SLOT = "replica_of_tests";
    private static final Duration STARTS = Duration.ofMinutes(1);

    /** The log comes by stream, and the rest belongs to the server that runs. */
    private static final Set<String> LEFT_OUT =
            Set.of("pg_wal", "pg_replslot", "postmaster.pid", "postmaster.opts");

    private static final String LABEL =
            "select labelfile from pg_backup_stop(wait_for_archive => false)";

    private final DataSource primary;
    private final EmbeddedPostgres standby;
    private final Core core;

    private Replica(TestDatabase primary, EmbeddedPostgres standby) {
        this.primary = primary.superuser();
        this.standby = standby;
        this.core = new Core(primary.url(), "", standby.getJdbcUrl("hub_app", "hub"));
    }

    /**
     * Copies and starts it.
     *
     * @param folder its own, empty
     */
    public static Replica in(Path folder) throws IOException, SQLException {
        TestDatabase primary = TestDatabase.get();
        Path cluster = folder.resolve("cluster");
        try (Connection session = primary.superuser().getConnection();
                Statement statement = session.createStatement()) {
            // From now on the log is kept until the standby has read it.
            value(statement, "select pg_create_physical_replication_slot('" + SLOT + "', true)");
            value(statement, "select pg_backup_start('replica', fast => true)");
            copy(Path.of(value(statement, "show data_directory")), cluster);
            Files.writeString(cluster.resolve("backup_label"), value(statement, LABEL));
            Files.createFile(cluster.resolve("standby.signal"));
            Files.writeString(
                    cluster.resolve("postgresql.auto.conf"),
                    """
                    primary_conninfo = 'host=127.0.0.1 port=%s user=postgres'
                    primary_slot_name = '%s'
                    """.formatted(value(statement, "select inet_server_port()"), SLOT),
                    StandardOpenOption.APPEND);
            EmbeddedPostgres standby = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(STARTS)
                    .start();
            return new Replica(primary, standby);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes unused)
                    throws IOException {
                Files.createDirectory(to.resolve(from.relativize(folder)));
                return LEFT_OUT.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes unused)
                    throws IOException {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)));
                    } catch (NoSuchFileException deletedMeanwhile) {
                        // The log, from the start of the backup on, says so too.
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    }

    /** The core on the tests' database, whose reports read from the replica. */
    public Core core() {
        return core;
    }

    /** Where the log ends now, in which all lies that the tests' database has committed. */
    public String written() {
        return ask(primary, "select pg_logical_emit_message(false, 'tests', 'here', true)");
    }

    /** Whether it has followed so far. */
    public boolean hasFollowed(String written) {
        String shown = "select pg_last_wal_replay_lsn() >= '" + written + "'::pg_lsn";
        return ask(standby.getPostgresDatabase(), shown).equals("t");
    }

    /** Holds it at what it shows now; what comes is only stored. */
    public void pause() {
        ask(standby.getPostgresDatabase(), "select pg_wal_replay_pause()");
    }

    /** Whether it is held. */
    public boolean isPaused() {
        return ask(standby.getPostgresDatabase(), "select pg_get_wal_replay_pause_state()")
                .equals("paused");
    }

    /** Lets it follow again. */
    public void resume() {
        ask(standby.getPostgresDatabase(), "select pg_wal_replay_resume()");
    }

    /** One value from the tests' database, read as superuser. */
    public String hubShows(String query) {
        return ask(primary, query);
    }

    /** One value from the replica, read as superuser. */
    public String shows(String query) {
        return ask(standby.getDatabase("postgres", "hub"), query);
    }

    private static String ask(DataSource database, String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return value(statement, query);
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    private static String value(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Stops it; the tests' database no longer keeps its log for it. */
    @Override
    public void close() {
        try {
            standby.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            ask(primary, "select pg_drop_replication_slot('" + SLOT + "')");
        }
    }
}
