package shutaf.bench;

import org.postgresql.PGConnection;

import shutaf.run.RunningHub;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A purchase file through the drop folder, from the moment it lies there to its handback, against
 * the bare minimum: COPY of the same lines and set-based SQL that posts them without any check.
 */
final class FileRace {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final RunningHub hub;
    private final int rows;
    private int sequence;

    FileRace(RunningHub hub, int rows) {
        this.hub = hub;
        this.rows = rows;
    }

    /**
     * Receipts per second either way.
     *
     * @param file through the drop folder
     * @param sql through COPY and SQL
     */
    record Speeds(double file, double sql) {}

    Speeds race() {
        sequence++;
        String lines = lines();
        return new Speeds(rows / secondsByFile(lines), rows / secondsBySql(lines));
    }

    private double secondsByFile(String lines) {
        String code = BenchCoalition.BY_FILE;
        String name = String.format(Locale.ROOT, "%s_%06d.csv", code, sequence);
        Path inbox = hub.dataDir().resolve("inbox").resolve(code);
        Path handback = hub.dataDir()
                .resolve("outbox")
                .resolve(code)
                .resolve(name.replace(".csv", ".handback.csv"));
        await(() -> Files.isDirectory(inbox));
        try {
            Path draft = Files.writeString(inbox.resolve("." + name + ".growing"), whole(lines));
            long began = System.nanoTime();
            Files.move(draft, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            await(() -> Files.exists(handback) && !Files.exists(inbox.resolve(name)));
            double seconds = (System.nanoTime() - began) / 1e9;
            long accrued;
            try (var answers = Files.lines(handback)) {
                accrued = answers.filter(line -> line.contains("ACCRUED")).count();
            }
            if (accrued < rows) {
                throw new IllegalStateException(
                        name + ": only " + accrued + " of " + rows + " receipts were taken");
            }
            return seconds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double secondsBySql(String lines) {
        try (Connection connection = hub.asSuperuser();
                Statement doing = connection.createStatement()) {
            doing.execute("truncate bench.staged");
            long began = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy bench.staged from stdin with (format csv, delimiter ';')",
                            new StringReader(lines));
            doing.execute(Database.text("post-file.sql"));
            return (System.nanoTime() - began) / 1e9;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lines() {
        String now = OffsetDateTime.now(ZONE).truncatedTo(ChronoUnit.SECONDS).toString();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            // Neighbours in the file are not neighbours in the tables.
            int member = (int) (i * 7_919L % BenchCoalition.MEMBERS);
            lines.append("D;01;1;").append(LocalDate.now(ZONE)).append(';');
            lines.append(String.format(Locale.ROOT, "F%03d%08d", sequence, i)).append(';');
            lines.append(now).append(";CARD;").append(LoadJob.card(member));
            lines.append(";ILS;1;7290000066318;Milk 3%;DAIRY;2;12.80;0.00;18;SALE;\n");
        }
        return lines.toString();
    }

    private String whole(String lines) {
        String sum = String.format(Locale.ROOT, "%d.%02d", rows * 1280L / 100, rows * 1280L % 100);
        return String.format(
                        Locale.ROOT,
                        "H;1;%s;%06d;%s;LIVE%n",
                        BenchCoalition.BY_FILE,
                        sequence,
                        OffsetDateTime.now(ZONE).truncatedTo(ChronoUnit.SECONDS))
                + lines + "T;" + rows + ";" + sum + ";" + sha256(lines) + "\n";
    }

    private static void await(java.util.function.BooleanSupplier done) {
        long end = System.nanoTime() + LONGEST_NANOS;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the drop folder took longer than five minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
