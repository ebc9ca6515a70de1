package shutaf.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.Sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.sql.DataSource;

/** What can be seen in the database by raw SQL, in the scope that the caller is in. */
@ApplicationScoped
public class Rows {
    private static final String OWNERS = """
            select partner_id from journal union select partner_id from posting
            union select partner_id from purchase union select partner_id from purchase_line
            union select partner_id from outlet union select partner_id from partner_agreement
            union select partner_id from redemption union select partner_id from trace
            union select partner_id from member_partner union select id from partner""";

    @Inject
    private Sql sql;

    @Resource(lookup = "java:/jdbc/Hub")
    private DataSource hub;

    @Resource(lookup = "java:/jdbc/HubOwner")
    private DataSource owner;

    /** Numbers of the partners of whom anything can be seen. */
    public Set<Integer> owners() {
        return new TreeSet<>(sql.all(OWNERS, r -> r.getInt(1)));
    }

    /** Tables, guarded by row-level security, of which any row can be seen. */
    public Set<String> tables() {
        Set<String> seen = new TreeSet<>();
        for (String table : guarded()) {
            if (number("select count(*) from (select 1 from " + table + " limit 1) row") > 0) {
                seen.add(table);
            }
        }
        return seen;
    }

    /** All tables with row-level security. */
    public List<String> guarded() {
        return sql.all(
                "select relname from pg_class where relrowsecurity order by 1",
                r -> r.getString(1));
    }

    /** One number. */
    public long number(String query, Object... arguments) {
        return sql.first(query, r -> r.getLong(1), arguments).orElseThrow();
    }

    /** The first column. */
    public List<String> texts(String query, Object... arguments) {
        return sql.all(query, r -> r.getString(1), arguments);
    }

    /** Changes rows; says how many. */
    public int change(String statement, Object... arguments) {
        return sql.run(statement, arguments);
    }

    /** The setting that row-level security reads; empty when nobody has set it. */
    public String scope() {
        return texts("select coalesce(current_setting('hub.partner', true), '')")
                .getFirst();
    }

    /** One number by a connection of the hub's role that is in no transaction of the server. */
    public long numberPastTheEntityManager(String query) {
        return number(hub, query);
    }

    /** One number as the schema's owner, on a second connection. */
    public long numberAsOwner(String query) {
        return number(owner, query);
    }

    /** One number by a second connection, in the hub's scope. */
    public long numberOnSecondConnection(String query) {
        try (Connection connection = owner.getConnection();
                PreparedStatement scope = connection.prepareStatement(
                        "select set_config('hub.partner', '0', false)");
                PreparedStatement statement = connection.prepareStatement(query);
                PreparedStatement end = connection.prepareStatement("reset hub.partner")) {
            scope.execute();
            try {
                return number(statement);
            } finally {
                end.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A statement that only the owner may run. */
    public void asOwner(String statement) {
        try (Connection connection = owner.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(DataSource database, String query) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            return number(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
