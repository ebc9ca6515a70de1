package shutaf.run;

import org.flywaydb.core.Flyway;

import java.nio.file.Path;
import java.util.Map;

/**
 * The hub's PostgreSQL alone, migrated, in a folder of its own: for measurements and tests that
 * need neither pages nor logins.
 */
public final class BareDatabase implements AutoCloseable {
    private final DataFolder data;
    private final PostgresServer postgres;

    private BareDatabase(DataFolder data, PostgresServer postgres) {
        this.data = data;
        this.postgres = postgres;
    }

    /** Starts it; what an earlier start left in the folder is there again. */
    public static BareDatabase in(Path folder, int port) {
        Settings settings = Settings.from(
                Map.of(
                        "HUB_DATA_DIR",
                        folder.toAbsolutePath().toString(),
                        "HUB_DB_PORT",
                        Integer.toString(port)),
                Path.of(""));
        DataFolder data = DataFolder.open(settings.dataDir(), Progress.inLog());
        PostgresServer postgres = new PostgresServer(settings, Distributions.postgresAlone(), data);
        postgres.process().stopLeftOver(postgres.grace());
        postgres.start();
        BareDatabase database = new BareDatabase(data, postgres);
        database.migrate();
        return database;
    }

    private void migrate() {
        HubDatabase.ensureDatabase(postgres.superuser("postgres"), "hub");
        HubDatabase hub = new HubDatabase(postgres.superuser("hub"), data.secrets());
        hub.prepareHub();
        Flyway.configure(BareDatabase.class.getClassLoader())
                .dataSource(hub.jdbcUrl(), HubDatabase.OWNER, hub.password(HubDatabase.OWNER))
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", HubDatabase.APP))
                .load()
                .migrate();
    }

    /** Access as the product's own role. */
    public Settings.ExternalDatabase app() {
        return new Settings.ExternalDatabase(
                postgres.jdbcUrl("hub"),
                HubDatabase.APP,
                data.secrets().secret("postgres." + HubDatabase.APP));
    }

    /** Access as superuser. */
    public Settings.ExternalDatabase superuser() {
        return postgres.superuser("hub");
    }

    @Override
    public void close() {
        postgres.stop();
        data.close();
    }
}
