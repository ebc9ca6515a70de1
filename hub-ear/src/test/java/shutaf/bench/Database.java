package shutaf.bench;

import shutaf.ledger.BooksAudit;
import shutaf.run.RunningHub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The hub's database from below, as superuser: what has no door, and what is to be measured. */
final class Database {
    private static final String BYTES = """
            select sum(pg_total_relation_size(c.oid))::bigint from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and c.relname ~ '^(journal|posting|trace|purchase|lot|balance|member_partner)'""";

    private final RunningHub hub;

    Database(RunningHub hub) {
        this.hub = hub;
    }

    /** Runs the statements of a file beside this class in one transaction. */
    void file(String name) {
        run(text(name));
    }

    void run(String statements) {
        hub.run(statements);
    }

    long number(String query) {
        return hub.number(query);
    }

    /** Bytes of books and receipts, with all indexes. */
    long bytes() {
        return number(BYTES);
    }

    /**
     * Entries that the whole audit proves per second.
     *
     * @throws IllegalStateException when the books do not hold: what was measured was wrong
     */
    double auditedPerSecond() {
        long began = System.nanoTime();
        try (Connection connection = hub.asSuperuser();
                Statement asking = connection.createStatement()) {
            asking.execute("set " + BooksAudit.PLANS);
            for (BooksAudit.Check check : BooksAudit.checks()) {
                try (ResultSet broken = asking.executeQuery(check.statement())) {
                    if (broken.next()) {
                        throw new IllegalStateException(
                                "after the load this does not hold: " + broken.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit could not be made", e);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return number("select count(*) from posting") / seconds;
    }

    static String text(String name) {
        try (InputStream in = Database.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
