package shutaf.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Prepares the roles and databases that the hub and Keycloak work with.
 *
 * <p>{@code hub_owner} owns the schema and runs migrations; {@code hub_app} is what the product
 * logs in as: it owns nothing, and row-level security binds it. Run at each start, changes nothing
 * that is right already.
 */
final class HubDatabase {

    static final String OWNER = "hub_owner";
    static final String APP = "hub_app";
    static final String KEYCLOAK = "keycloak";
    private static final String MAY_NOT = "42501";

    private final Settings.ExternalDatabase administrator;
    private final Secrets secrets;

    /**
     * Describes the work.
     *
     * @param administrator access to the hub's database as a role that may create roles
     */
    HubDatabase(Settings.ExternalDatabase administrator, Secrets secrets) {
        this.administrator = administrator;
        this.secrets = secrets;
    }

    String jdbcUrl() {
        return administrator.jdbcUrl();
    }

    String password(String role) {
        return secrets.secret("postgres." + role);
    }

    /** Makes {@code hub_owner} and {@code hub_app} and gives each what it needs, no more. */
    void prepareHub() {
        inDatabase(statement -> {
            ensureRole(statement, OWNER);
            ensureRole(statement, APP);
            String database = current(statement, "current_database()");
            statement.execute("revoke all on database \"" + database + "\" from public");
            statement.execute("grant connect, create, temporary on database \"" + database
                    + "\" to " + OWNER);
            statement.execute("grant connect on database \"" + database + "\" to " + APP);
            statement.execute("revoke all on schema public from public");
            statement.execute("grant usage, create on schema public to " + OWNER);
            statement.execute("grant usage on schema public to " + APP);
            refusePower(statement);
        });
    }

    /** Makes Keycloak's role and database in the same server. */
    void prepareKeycloak() {
        inDatabase(statement -> {
            ensureRole(statement, KEYCLOAK);
            ensureDatabase(statement, KEYCLOAK, " owner " + KEYCLOAK);
            statement.execute("revoke all on database " + KEYCLOAK + " from public");
        });
    }

    /** The same server's address for another database. */
    String jdbcUrl(String database) {
        return jdbcUrl().replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]+", "$1" + database);
    }

    /** Makes a database when the server has none of that name. */
    static void ensureDatabase(Settings.ExternalDatabase server, String database) {
        new HubDatabase(server, null)
                .inDatabase(statement -> ensureDatabase(statement, database, ""));
    }

    private static void ensureDatabase(Statement statement, String database, String owner)
            throws SQLException {
        String known = "exists (select from pg_database where datname = '" + database + "')";
        if (!"t".equals(current(statement, known))) {
            statement.execute("create database " + database + owner);
        }
    }

    private void ensureRole(Statement statement, String role) throws SQLException {
        String known = "exists (select from pg_roles where rolname = '" + role + "')";
        String verb = "t".equals(current(statement, known)) ? "alter" : "create";
        statement.execute(verb + " role " + role + " login password '" + password(role) + "'");
        if (verb.equals("create")) {
            // Whoever is no superuser must belong to a role before he can give it something to own.
            statement.execute("grant " + role + " to current_user");
        }
    }

    private static void refusePower(Statement statement) throws SQLException {
        String mighty = "(select string_agg(rolname, ', ') from pg_roles where rolname in ('"
                + OWNER + "', '" + APP + "') and (rolsuper or rolbypassrls))";
        String names = current(statement, mighty);
        if (names != null) {
            throw new CannotStart("These roles of the database could read every partner's rows: "
                    + names + ". Take SUPERUSER and BYPASSRLS from them.");
        }
    }

    private static String current(Statement statement, String expression) throws SQLException {
        try (ResultSet row = statement.executeQuery("select " + expression)) {
            row.next();
            return row.getString(1);
        }
    }

    private interface Work {
        void with(Statement statement) throws SQLException;
    }

    private void inDatabase(Work work) {
        try (Connection connection = DriverManager.getConnection(
                        administrator.jdbcUrl(), administrator.user(), administrator.password());
                Statement statement = connection.createStatement()) {
            work.with(statement);
        } catch (SQLException failed) {
            throw new CannotStart(
                    "The database " + administrator.jdbcUrl() + " could not be prepared as "
                            + administrator.user() + ": " + failed.getMessage()
                            + (MAY_NOT.equals(failed.getSQLState())
                                    ? " That role must be allowed to create roles and databases."
                                    : ""),
                    failed);
        }
    }
}
