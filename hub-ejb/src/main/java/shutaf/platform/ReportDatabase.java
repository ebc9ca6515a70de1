package shutaf.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import shutaf.shared.PartnerId;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.sql.DataSource;

/**
 * Where reports read that look at everybody: a replica when one is configured, else the hub's own
 * database. Never for a decision: a replica is a little behind.
 *
 * <p>Reads on a connection of its own, outside of the caller's transaction, whose changes it does
 * not see. The same role, bound by the same row-level security.
 */
@ApplicationScoped
public class ReportDatabase {
    private static final int FETCH_ROWS = 5_000;

    /** For sorting and grouping a million customers in memory; given back with the transaction. */
    private static final String WORK_MEMORY = "128MB";

    /**
     * Walks through an index in its order wherever there is one: the planner thinks that grouping
     * by hash and sorting afterwards is cheaper, which takes more than twice as long for tens of
     * millions of rows. What has no index is still sorted.
     */
    private static final String SETTINGS = """
            select set_config('hub.partner', ?, true), set_config('work_mem', ?, true),
                set_config('enable_sort', 'off', true)""";

    // A replica that has followed nothing yet since its start is as old as its last checkpoint.
    private static final String AS_OF = """
            select coalesce(pg_last_xact_replay_timestamp(), checkpoint_time)
            from pg_control_checkpoint() where pg_is_in_recovery()""";

    @Resource(lookup = "java:/jdbc/HubReports")
    private DataSource reports;

    /**
     * Reads in one read-only transaction, so that all of it shows one moment.
     *
     * @param scope whose rows can be seen; {@link PartnerId#HUB} for everyone's
     */
    public <T> T read(PartnerId scope, Function<Reading, T> work) {
        try (Connection connection = reports.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                Reading reading = new Reading(connection);
                reading.all(
                        SETTINGS,
                        r -> r.getString(1),
                        Integer.toString(scope.value()),
                        WORK_MEMORY);
                return work.apply(reading);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot read the database of the reports", failed);
        }
    }

    /**
     * Up to when the replica has followed the hub's own database; empty where there is no replica.
     * What is read afterwards shows all that was committed until then, and perhaps a little more.
     */
    public Optional<Instant> asOf() {
        return read(
                PartnerId.HUB,
                reading -> reading.first(
                        AS_OF, r -> r.getObject(1, OffsetDateTime.class).toInstant()));
    }

    /** Queries of one moment. Arguments as in {@link Sql}. */
    public static final class Reading {
        private final Connection connection;

        private Reading(Connection connection) {
            this.connection = connection;
        }

        /**
         * All rows of a query that groups, so that they are few. Only such a query, asked for all
         * rows at once, is worked out by several processes of the database.
         */
        public <T> List<T> all(String query, Sql.Reader<T> reader, Object... arguments) {
            List<T> rows = new ArrayList<>();
            hand(query, reader, rows::add, 0, arguments);
            return rows;
        }

        /** The first row, if there is one. */
        public <T> Optional<T> first(String query, Sql.Reader<T> reader, Object... arguments) {
            return all(query, reader, arguments).stream().findFirst();
        }

        /** Hands the rows over one at a time, without keeping them. */
        public <T> void stream(
                String query, Sql.Reader<T> reader, Consumer<T> taker, Object... arguments) {
            hand(query, reader, taker, FETCH_ROWS, arguments);
        }

        private <T> void hand(
                String query,
                Sql.Reader<T> reader,
                Consumer<T> taker,
                int fetch,
                Object... arguments) {
            try (PreparedStatement statement = Sql.prepare(connection, query, arguments)) {
                statement.setFetchSize(fetch);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taker.accept(reader.read(rows));
                    }
                }
            } catch (SQLException failed) {
                throw new IllegalStateException("cannot read for a report: " + query, failed);
            }
        }
    }
}
