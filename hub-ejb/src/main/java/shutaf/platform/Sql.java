package shutaf.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.hibernate.Session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Set-based statements on the transaction's own connection. Lists go in as arrays
 * ({@code unnest(?)}), so that a hundred purchases cost as many round trips as one.
 */
@ApplicationScoped
public class Sql {
    private static final int FETCH_ROWS = 2_000;

    @PersistenceContext(unitName = "hub")
    private EntityManager entityManager;

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        /** The value of the current row. */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * All rows of a query. Arguments: numbers, strings, dates, instants, byte[] and arrays of them.
     */
    public <T> List<T> all(String query, Reader<T> reader, Object... arguments) {
        List<T> rows = new ArrayList<>();
        stream(query, reader, rows::add, arguments);
        return rows;
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String query, Reader<T> reader, Object... arguments) {
        return all(query, reader, arguments).stream().findFirst();
    }

    /** Hands the rows over one at a time, without keeping them. */
    public <T> void stream(String query, Reader<T> reader, Consumer<T> taker, Object... arguments) {
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = prepare(connection, query, arguments)) {
                statement.setFetchSize(FETCH_ROWS);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taker.accept(reader.read(rows));
                    }
                }
            }
        });
    }

    /**
     * Runs a statement whose rows, if any, nobody needs; returns how many rows it changed, 0 for a
     * query.
     */
    public int run(String statement, Object... arguments) {
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, arguments)) {
                return prepared.execute() ? 0 : prepared.getUpdateCount();
            }
        });
    }

    /**
     * Runs statements whose rows nobody needs, in their order and in one round trip: the driver
     * sends them all before it waits for the first answer.
     *
     * @throws RuntimeException what a statement said it would throw when it changed another number
     *     of rows than it had to; the transaction must not be committed then
     */
    public void run(Together statements) {
        if (statements.changes.isEmpty()) {
            return;
        }
        entityManager.unwrap(Session.class).doWork(connection -> {
            Object[] arguments = statements.arguments.toArray();
            try (PreparedStatement prepared =
                    prepare(connection, statements.texts.toString(), arguments)) {
                boolean rows = prepared.execute();
                for (Together.Changes changes : statements.changes) {
                    changes.check(rows ? 0 : prepared.getUpdateCount());
                    rows = prepared.getMoreResults();
                }
            }
        });
    }

    /** Statements that go to the database together. */
    public static final class Together {
        private final StringBuilder texts = new StringBuilder();
        private final List<Object> arguments = new ArrayList<>();
        private final List<Changes> changes = new ArrayList<>();

        private record Changes(int expected, Supplier<? extends RuntimeException> otherwise) {
            private static final int ANY = -1;

            void check(int changed) {
                if (expected != ANY && expected != changed) {
                    throw otherwise.get();
                }
            }
        }

        /** One more, after those before it. */
        public void add(String statement, Object... its) {
            add(new Changes(Changes.ANY, IllegalStateException::new), statement, its);
        }

        /** One more that must change so many rows; else it fails with that exception. */
        public void addChanging(
                int rows,
                Supplier<? extends RuntimeException> otherwise,
                String statement,
                Object... its) {
            add(new Changes(rows, otherwise), statement, its);
        }

        private void add(Changes expected, String statement, Object... its) {
            texts.append(texts.isEmpty() ? "" : ";\n").append(statement);
            Collections.addAll(arguments, its);
            changes.add(expected);
        }
    }

    static PreparedStatement prepare(Connection connection, String text, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i] instanceof Instant instant
                    ? instant.atOffset(ZoneOffset.UTC)
                    : arguments[i];
            statement.setObject(i + 1, argument);
        }
        return statement;
    }
}
