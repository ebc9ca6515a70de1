package shutaf.bench;

import shutaf.crm.score.ScoreBook;
import shutaf.programme.Core;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.reports.lifetimevalue.LifetimeScores;
import shutaf.reports.retention.RetentionBlock;
import shutaf.reports.retention.RetentionReports;
import shutaf.run.BareDatabase;
import shutaf.run.Settings;
import shutaf.shared.PartnerId;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code mvn -Pbench-retention}: how long the whole retention block takes at a size, in a database
 * of its own. System properties: {@code bench.members} (100,000; each has about 50 receipts),
 * {@code bench.data} its folder, {@code bench.port}. The days of purchase are made by SQL straight
 * in the table that reports read; a start with more members goes on where the last one ended.
 */
public final class RetentionBench {
    private static final long CHUNK = 100_000;
    private static final PartnerId ONE = new PartnerId(3);
    private static final String SIZE = """
            select count(*) || ' of ' || sum(receipts) || ' receipts, '
                || pg_size_pretty(pg_total_relation_size('customer_day')) from customer_day""";

    private final PrintStream out;
    private final BareDatabase database;

    private RetentionBench(PrintStream out, BareDatabase database) {
        this.out = out;
        this.database = database;
    }

    /** Measures once and ends. */
    public static void main(String... arguments) throws SQLException {
        PrintStream out = new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder = Path.of(System.getProperty("bench.data", "target/bench-retention"));
        try (BareDatabase database =
                BareDatabase.in(folder, Integer.getInteger("bench.port", 5435))) {
            new RetentionBench(out, database).run(Long.getLong("bench.members", CHUNK));
        }
        System.exit(0);
    }

    private void run(long members) throws SQLException {
        fill(members);
        out.println("days of purchase: " + text(SIZE));
        if (Boolean.getBoolean("bench.only-fill")) {
            return;
        }
        Settings.ExternalDatabase app = database.app();
        Core core = new Core(app.jdbcUrl(), app.password());
        RetentionReports retention = core.bean(RetentionReports.class);
        for (PartnerId scope : new PartnerId[] {PartnerId.HUB, ONE}) {
            String whose = scope.equals(PartnerId.HUB) ? "the coalition" : "one partner of five";
            RetentionBlock block = timed(
                    "retention of " + whose,
                    () -> retention.block(ReportFilter.of(scope)).orElseThrow());
            out.println("    " + block.figures().summary());
        }
        if (Boolean.getBoolean("bench.lifetime")) {
            timed(
                    "lifetime value of the coalition",
                    () -> core.bean(LifetimeReports.class)
                            .read(ReportFilter.of(PartnerId.HUB), Optional.empty())
                            .orElseThrow());
            score(core);
        }
    }

    /** What the night does: everybody's scores, worked out and written. */
    private void score(Core core) {
        LifetimeScores scores = timed(
                "scores of the coalition",
                () -> LifetimeScores.read(
                                core.bean(PurchaseHistory.class), ReportFilter.of(PartnerId.HUB))
                        .orElseThrow());
        timed(
                "writing them",
                () -> core.inTransaction(() -> {
                    ScoreBook book = core.bean(ScoreBook.class);
                    book.claim(PartnerId.HUB, Duration.ZERO);
                    book.replace(PartnerId.HUB, scores.how(), 0, scores.scores());
                    return scores.how();
                }));
    }

    private <T> T timed(String what, Supplier<T> work) {
        long began = System.nanoTime();
        T result = work.get();
        out.printf(Locale.ROOT, "%s: %.1f s%n", what, (System.nanoTime() - began) / 1e9);
        return result;
    }

    private void fill(long members) throws SQLException {
        fill("member", "id", members, Database.text("retention-people.sql"));
        fill("customer_day", "member_id", members, Database.text("retention.sql"));
        // As after a catch-up that has just been.
        run("update customer_day_mark set upto = pg_snapshot_xmin(pg_current_snapshot())::text"
                + "::bigint, cluster = (select system_identifier from pg_control_system())");
    }

    /** Goes on where the table ends; what it refers to comes along or is not looked at. */
    private void fill(String table, String id, long members, String statement) throws SQLException {
        long there = Long.parseLong(text("select coalesce(max(" + id + "), 0) from " + table));
        for (long from = there + 1; from <= members; from += CHUNK) {
            long to = Math.min(members, from + CHUNK - 1);
            String chunk = statement
                    .replace("${from}", Long.toString(from))
                    .replace("${to}", Long.toString(to));
            run("set synchronous_commit = off; set work_mem = '256MB';"
                    + " set session_replication_role = replica; "
                    + chunk);
            out.println(table + " up to " + to);
        }
        if (there < members) {
            run("vacuum analyze " + table);
        }
    }

    private void run(String statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        Settings.ExternalDatabase superuser = database.superuser();
        return DriverManager.getConnection(
                superuser.jdbcUrl(), superuser.user(), superuser.password());
    }
}
