package shutaf.programme;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import javax.sql.DataSource;

/**
 * One PostgreSQL for all tests of the module, migrated by its owner, used by the role without
 * rights.
 */
final class TestDatabase {
    private static TestDatabase running;

    private final EmbeddedPostgres postgres;

    private TestDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static synchronized TestDatabase get() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    private static TestDatabase start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .start();
            TestDatabase database = new TestDatabase(postgres);
            database.prepare();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() {
        superuser(
                "create role hub_owner login",
                "create role hub_app login",
                "create database hub owner hub_owner");
        Flyway.configure(TestDatabase.class.getClassLoader())
                .dataSource(as("hub_owner"))
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", "hub_app"))
                .load()
                .migrate();
    }

    private void superuser(String... statements) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connections of that role. */
    DataSource as(String role) {
        return postgres.getDatabase(role, "hub");
    }

    /** Connections of the superuser to the hub's database, for what nobody may do. */
    DataSource superuser() {
        return as("postgres");
    }

    String url() {
        return postgres.getJdbcUrl("hub_app", "hub");
    }
}
