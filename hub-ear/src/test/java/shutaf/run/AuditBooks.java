package shutaf.run;

import shutaf.ledger.BooksAudit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The audit command: {@code mvn -Paudit} calls this main method in the project's root.
 *
 * <p>Proves the books of the database that HUB_DB_URL names (a restored copy, for example), else of
 * the local data folder, whose PostgreSQL is started for it when the hub is not running. Reads one
 * snapshot in a read-only transaction; changes nothing, and purchases go on meanwhile.
 *
 * <p>Exit code 0: every rule holds; 1: at least one does not, each with the first row that breaks
 * it; or the audit could not be made, with the reason.
 */
public final class AuditBooks {

    private final Progress progress;

    AuditBooks(Progress progress) {
        this.progress = progress;
    }

    /** Audits once and ends. */
    public static void main(String... arguments) {
        Progress progress = Progress.onTerminal();
        System.exit(new AuditBooks(progress).run(System.getenv(), Path.of("")));
    }

    /** The whole command; the answer is its exit code. */
    int run(Map<String, String> environment, Path root) {
        Outcome.well();
        try {
            int broken = broken(Settings.from(environment, root));
            if (broken == 0) {
                return 0;
            }
            Outcome.failed("The books do not hold: " + broken + " rules, listed above.");
        } catch (CannotStart | SQLException failed) {
            String sentence = "The audit could not be made: " + failed.getMessage();
            Outcome.failed(sentence);
            progress.lines(List.of("", sentence, ""));
        }
        return 1;
    }

    private int broken(Settings settings) throws SQLException {
        if (settings.externalDatabase().isPresent()) {
            Settings.ExternalDatabase theirs = settings.externalDatabase().get();
            try (Connection connection = connect(theirs)) {
                return audit(connection);
            }
        }
        Path secrets = settings.dataDir().resolve("secrets.properties");
        if (!Files.exists(secrets)) {
            throw new CannotStart("There is no data in " + settings.dataDir()
                    + ". Start the hub once with mvn -Prun, choose another folder with "
                    + Setting.HUB_DATA_DIR + ", or name a database with " + Setting.HUB_DB_URL
                    + ".");
        }
        Optional<Connection> running = running(settings, new Secrets(secrets));
        if (running.isPresent()) {
            try (Connection connection = running.get()) {
                return audit(connection);
            }
        }
        return startAndAudit(settings);
    }

    /** A connection to the local PostgreSQL if it runs. */
    private static Optional<Connection> running(Settings settings, Secrets secrets)
            throws SQLException {
        try {
            return Optional.of(connect(local(settings, secrets)));
        } catch (SQLException failed) {
            if (String.valueOf(failed.getSQLState()).startsWith("08")) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private int startAndAudit(Settings settings) throws SQLException {
        try (DataFolder data = DataFolder.open(settings.dataDir(), progress)) {
            PostgresServer postgres =
                    new PostgresServer(settings, Distributions.postgresAlone(), data);
            postgres.process().stopLeftOver(postgres.grace());
            progress.stage(postgres.name(), postgres.doing(), postgres::start);
            try (Connection connection = connect(local(settings, data.secrets()))) {
                return audit(connection);
            } finally {
                postgres.stop();
            }
        }
    }

    private static Settings.ExternalDatabase local(Settings settings, Secrets secrets) {
        return new Settings.ExternalDatabase(
                "jdbc:postgresql://127.0.0.1:" + settings.databasePort() + "/hub",
                HubDatabase.APP,
                secrets.secret("postgres." + HubDatabase.APP));
    }

    private static Connection connect(Settings.ExternalDatabase to) throws SQLException {
        return DriverManager.getConnection(to.jdbcUrl(), to.user(), to.password());
    }

    /** Says of each rule whether it holds; the answer is how many do not. */
    int audit(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        int broken = 0;
        List<BooksAudit.Check> checks = BooksAudit.checks();
        try (Statement statement = connection.createStatement()) {
            // The hub itself: sees every partner's rows, also for a role that row security binds.
            statement.execute("select set_config('hub.partner', '0', true)");
            statement.execute("set local " + BooksAudit.PLANS);
            progress.say("audit", scope(connection, statement));
            for (BooksAudit.Check check : checks) {
                broken += holds(statement, check) ? 0 : 1;
            }
        }
        connection.rollback();
        progress.say("audit", verdict(checks.size(), broken));
        return broken;
    }

    private static String scope(Connection connection, Statement statement) throws SQLException {
        return connection.getMetaData().getURL() + ": " + count(statement, "journal")
                + " journals, " + count(statement, "posting") + " postings, "
                + count(statement, "member") + " members";
    }

    private static String count(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return String.format(Locale.ROOT, "%,d", row.getLong(1));
        }
    }

    private boolean holds(Statement statement, BooksAudit.Check check) throws SQLException {
        try (ResultSet row = statement.executeQuery(check.statement())) {
            boolean holds = !row.next();
            progress.say(holds ? "holds" : "BROKEN", check.rule());
            if (!holds) {
                progress.say("", "first: " + row.getString(1));
            }
            return holds;
        }
    }

    private static String verdict(int rules, int broken) {
        return broken == 0
                ? "all " + rules + " rules hold"
                : broken + " of " + rules + " rules do not hold";
    }
}
