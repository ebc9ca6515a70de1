package shutaf.bench;

import shutaf.run.RunningHub;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * {@code mvn -Pbench}: starts a fresh hub, measures in rounds that each hold every measure, and
 * prints one table. Only ratios inside a round count; a machine that is slow for a minute is slow
 * for both sides.
 *
 * <p>System properties: {@code bench.rounds} (5), {@code bench.seconds} of one measure (5),
 * {@code bench.rows} of a purchase file (10,000), {@code bench.warmup} seconds before the first
 * round at most (120), {@code bench.json} the file for the figures.
 */
public final class Bench {
    private static final long NUMBERS_OF_A_JOB = 10_000_000;
    private static final int WARM_AFTER = 100_000;

    private final PrintStream out;
    private final int seconds = Integer.getInteger("bench.seconds", 5);
    private final RunningHub hub;
    private final Database database;
    private final BenchCoalition coalition;
    private final Optional<Pgbench> pgbench;
    private final FileRace files;
    private final LoadProcess load;
    private final Figures figures = new Figures();
    private long jobs;
    private long accruals;

    private Bench(PrintStream out, RunningHub hub, LoadProcess load) {
        this.out = out;
        this.hub = hub;
        this.load = load;
        this.database = new Database(hub);
        this.coalition = new BenchCoalition(hub, database);
        this.pgbench = Pgbench.prepared(hub, database);
        this.files = new FileRace(hub, Integer.getInteger("bench.rows", 10_000));
    }

    /** Measures once and ends. */
    public static void main(String... arguments) throws IOException {
        PrintStream out = new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println("bench: starting a hub with fresh data");
        try (LoadProcess load = new LoadProcess()) {
            new Bench(out, RunningHub.get(), load).run();
        }
        System.exit(0);
    }

    private void run() throws IOException {
        out.println("bench: founding " + BenchCoalition.SELLERS + " partners and "
                + BenchCoalition.MEMBERS + " members");
        coalition.found();
        warmUp();
        int rounds = Integer.getInteger("bench.rounds", 5);
        for (int round = 1; round <= rounds; round++) {
            round();
            out.println("bench: round " + round + " of " + rounds + " done");
        }
        out.println();
        figures.table().forEach(out::println);
        if (pgbench.isEmpty()) {
            out.println("R is MISSING: there is no pgbench on this machine, so nothing can be set"
                    + " in relation to it. Install it (Debian: postgresql) and start again.");
        }
        out.println(Database.text("notes.txt"));
        Path json = Path.of(System.getProperty("bench.json", "target/bench.json"));
        Files.writeString(json, figures.json());
        out.println("written to " + json);
    }

    /**
     * A cold server tells nothing: its code is compiled within its first tens of thousands of
     * requests, however long they take on this machine; within limits.
     */
    private void warmUp() {
        long end = System.nanoTime()
                + TimeUnit.SECONDS.toNanos(Integer.getInteger("bench.warmup", 120));
        accruals = 0;
        boolean one = true;
        while (accruals < WARM_AFTER && System.nanoTime() < end) {
            say("warming up", run(LoadJob.Kind.PURCHASE, 64, one ? 1 : 50, 10, 0, false));
            one = !one;
        }
        say("warming up", run(LoadJob.Kind.REDEMPTION, 8, 50, 4.0 * seconds, 0, false));
        say("warming up", run(LoadJob.Kind.BATCH, 4, 1, 2.0 * seconds, 0, false));
        if (accruals < WARM_AFTER) {
            out.println("  only " + accruals + " accruals so far: the server is NOT WARM");
        }
        database.run("vacuum analyze");
    }

    private void round() {
        Optional<Double> pace = pgbench.map(program -> program.tps(seconds));
        pace.ifPresent(figures::pace);
        pace.ifPresent(tps -> out.printf(Locale.ROOT, "  R %.0f per second%n", tps));
        long bytes = database.bytes();
        accruals = 0;
        hotAndSpread(Measure.ACCRUAL_8, Measure.HOT_8, 8, pace);
        hotAndSpread(Measure.ACCRUAL_16, Measure.HOT_16, 16, pace);
        double peak = hotAndSpread(Measure.ACCRUAL_64, Measure.HOT_64, 64, pace);
        LoadResult half = run(LoadJob.Kind.PURCHASE, 64, 1, seconds, peak / 2, false);
        say("at half of peak", half);
        figures.add(Measure.P99, half.p99());
        LoadResult batches = run(LoadJob.Kind.BATCH, 4, 1, seconds, 0, false);
        relate(Measure.BATCH, batches, pace);
        figures.add(Measure.BYTES, (database.bytes() - bytes) / (double) accruals);
        relate(Measure.REDEMPTION, run(LoadJob.Kind.REDEMPTION, 8, 50, seconds, 0, false), pace);
        relate(
                Measure.REDEMPTION_ZIPF,
                run(LoadJob.Kind.REDEMPTION, 8, 50, seconds, 0, true),
                pace);
        FileRace.Speeds speeds = files.race();
        out.printf(Locale.ROOT, "  file %.0f, COPY + SQL %.0f%n", speeds.file(), speeds.sql());
        figures.add(Measure.FILE, speeds.file(), speeds.sql());
        figures.add(Measure.AUDIT, database.auditedPerSecond() / 1e6);
        memory().ifPresent(megabytes -> figures.add(Measure.MEMORY, megabytes));
    }

    /** One partner against fifty, in turns; returns accruals per second on one. */
    private double hotAndSpread(
            Measure accrual, Measure hot, int connections, Optional<Double> pace) {
        LoadResult one = run(LoadJob.Kind.PURCHASE, connections, 1, seconds, 0, false);
        relate(accrual, one, pace);
        LoadResult fifty =
                run(LoadJob.Kind.PURCHASE, connections, BenchCoalition.SELLERS, seconds, 0, false);
        say("the same over 50 partners", fifty);
        figures.add(hot, one.perSecond() / fifty.perSecond());
        return one.perSecond();
    }

    private void relate(Measure measure, LoadResult result, Optional<Double> pace) {
        say(measure.words(), result);
        pace.ifPresent(tps -> figures.add(measure, result.perSecond(), tps));
    }

    private LoadResult run(
            LoadJob.Kind kind,
            int connections,
            int partners,
            double time,
            double rate,
            boolean zipf) {
        List<String> tokens = coalition.tokens(partners);
        LoadResult result = load.run(new LoadJob(
                kind,
                hub.web().getPort(),
                connections,
                time,
                rate,
                tokens,
                BenchCoalition.MEMBERS,
                ++jobs * NUMBERS_OF_A_JOB,
                zipf));
        accruals += kind == LoadJob.Kind.REDEMPTION ? 0 : result.done();
        return result;
    }

    private void say(String what, LoadResult result) {
        out.printf(
                Locale.ROOT,
                "  %-46s %7.0f per second, p50 %.1f ms, p99 %.1f ms%n",
                what,
                result.perSecond(),
                result.p50(),
                result.p99());
        if (result.failed() > 0) {
            out.println("    " + result.failed() + " failed, the first: " + result.failure());
        }
    }

    /** The most that WildFly's process ever held in memory; empty where the system does not say. */
    private Optional<Double> memory() {
        Path status = Path.of("/proc", hub.pid(RunningHub.Server.WILDFLY) + "", "status");
        if (!Files.exists(status)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
