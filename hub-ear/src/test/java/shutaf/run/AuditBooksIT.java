package shutaf.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The audit command on data whose hub runs, does not run, and on a copy somewhere else. */
class AuditBooksIT {

    @TempDir
    private static Path folder;

    private static final String PORT = Integer.toString(Ports.free());
    private static final Progress QUIET = Progress.inLog();
    private static DataFolder data;
    private static PostgresServer postgres;

    private final List<String> said = new ArrayList<>();

    @BeforeAll
    static void aMigratedDatabase() {
        start();
        HubDatabase.ensureDatabase(postgres.superuser("postgres"), "hub");
        HubDatabase database = new HubDatabase(postgres.superuser("hub"), data.secrets());
        database.prepareHub();
        Flyway.configure(AuditBooksIT.class.getClassLoader())
                .dataSource(
                        database.jdbcUrl(), HubDatabase.OWNER, database.password(HubDatabase.OWNER))
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", HubDatabase.APP))
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() {
        postgres.stop();
        data.close();
    }

    private static void start() {
        Settings settings = Settings.from(environment(Map.of()), Path.of(""));
        data = DataFolder.open(settings.dataDir(), QUIET);
        postgres = new PostgresServer(settings, Distributions.postgresAlone(), data);
        postgres.start();
    }

    private static Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HUB_DATA_DIR", folder.resolve("data").toString());
        environment.put("HUB_DB_PORT", PORT);
        return environment;
    }

    private int audit(Map<String, String> more) {
        return new AuditBooks(new Progress(said::add)).run(environment(more), Path.of(""));
    }

    @Test
    void sound_books_of_a_running_hub_hold() {
        assertThat(audit(Map.of())).isZero();

        assertThat(said).anyMatch(line -> line.contains("rules hold"));
        assertThat(said).noneMatch(line -> line.contains("BROKEN"));
    }

    @Test
    void postgres_is_started_alone_when_the_hub_does_not_run_and_stopped_again() {
        stop();
        try {
            assertThat(audit(Map.of())).isZero();

            assertThat(said).anyMatch(line -> line.contains("postgres   starting"));
            assertThat(postgres.process().alive()).isFalse();
        } finally {
            start();
        }
    }

    @Test
    void a_damaged_copy_is_named_by_rule_and_row() throws SQLException {
        Settings.ExternalDatabase copy = damagedCopy();

        int code = audit(Map.of(
                "HUB_DB_URL", copy.jdbcUrl(),
                "HUB_DB_USER", HubDatabase.APP,
                "HUB_DB_PASSWORD", data.secrets().secret("postgres." + HubDatabase.APP)));

        assertThat(code).isOne();
        assertThat(said)
                .anyMatch(line -> line.contains("BROKEN     balances equal the postings"))
                .anyMatch(line -> line.contains("first: member 77: balance 5/0/0/0"))
                .anyMatch(line -> line.contains("2 of "));
    }

    @Test
    void data_that_is_not_there_is_said_and_not_made() {
        Path nowhere = folder.resolve("nowhere");
        Map<String, String> environment = new HashMap<>(environment(Map.of()));
        environment.put("HUB_DATA_DIR", nowhere.toString());

        int code = new AuditBooks(new Progress(said::add)).run(environment, Path.of(""));

        assertThat(code).isOne();
        assertThat(said).anyMatch(line -> line.contains("There is no data in " + nowhere));
        assertThat(nowhere).doesNotExist();
    }

    /** As a restore would make it, with one balance that nobody earned. */
    private static Settings.ExternalDatabase damagedCopy() throws SQLException {
        execute(postgres.superuser("postgres"), "create database copy template hub");
        Settings.ExternalDatabase copy = postgres.superuser("copy");
        execute(
                copy,
                "set session_replication_role = replica;"
                        + " insert into balance values (77, 5, 0, 0, 0, 0)");
        return copy;
    }

    private static void execute(Settings.ExternalDatabase where, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        where.jdbcUrl(), where.user(), where.password());
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
