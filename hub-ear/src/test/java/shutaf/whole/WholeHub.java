package shutaf.whole;

import shutaf.run.RunningHub;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Partners and members of the running hub, made once for a test class, and the books from below.
 */
final class WholeHub {
    private final RunningHub hub = RunningHub.get();

    RunningHub running() {
        return hub;
    }

    /** Does something in the database that has no door. */
    void run(String statement) {
        try (Connection connection = hub.asSuperuser();
                Statement doing = connection.createStatement()) {
            doing.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** One number out of the books. */
    long number(String query) {
        try (Connection connection = hub.asSuperuser();
                Statement asking = connection.createStatement();
                ResultSet row = asking.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
