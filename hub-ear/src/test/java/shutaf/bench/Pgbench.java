package shutaf.bench;

import shutaf.run.RunningHub;
import shutaf.run.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * R, the measure of everything: TPC-B of pgbench, prepared, on the hub's own server. The hub's
 * PostgreSQL comes without pgbench, so an installed one is used; any version will do, since it is
 * only the client.
 */
final class Pgbench {
    private static final int SCALE = 20;
    private static final int CLIENTS = 8;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final String program;
    private final RunningHub hub;
    private final Settings.ExternalDatabase access;

    private Pgbench(String program, RunningHub hub) {
        this.program = program;
        this.hub = hub;
        this.access = hub.superuser("bench");
    }

    /**
     * An installed pgbench with its tables made, or one installed now on a Debian whose root we
     * are.
     */
    static Optional<Pgbench> prepared(RunningHub hub, Database database) {
        Optional<String> program = found().or(Pgbench::installed);
        program.ifPresent(path -> {
            database.run("create database bench");
            new Pgbench(path, hub).output("-i", "-q", "-s", Integer.toString(SCALE));
        });
        return program.map(path -> new Pgbench(path, hub));
    }

    /** What R was, for the reader of the table. */
    static String meaning() {
        return "pgbench TPC-B, prepared, scale " + SCALE + ", " + CLIENTS + " clients";
    }

    /** Transactions per second of one round. */
    double tps(int seconds) {
        String output = output(
                "-M",
                "prepared",
                "-n",
                "-c",
                Integer.toString(CLIENTS),
                "-T",
                Integer.toString(seconds));
        Matcher matcher = TPS.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench did not say its tps: " + output);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private String output(String... options) {
        List<String> command = Stream.concat(
                        Stream.of(
                                program,
                                "-h",
                                "127.0.0.1",
                                "-p",
                                Integer.toString(hub.databasePort()),
                                "-U",
                                access.user()),
                        Stream.concat(Arrays.stream(options), Stream.of("bench")))
                .toList();
        return run(command, access.password());
    }

    private static String run(List<String> command, String password) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        try {
            Process process = builder.start();
            String output = new String(
                    process.getInputStream().readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> found() {
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1))
                .map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(onPath, debian())
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static Stream<Path> debian() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin/pgbench")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> installed() {
        boolean debian = Files.exists(Path.of("/etc/debian_version"));
        if (!debian || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        try {
            // Debian has pgbench in the server's package, which would start a server of its own.
            run(
                    List.of(
                            "sh",
                            "-c",
                            "apt-get update -q && mkdir -p /etc/postgresql-common"
                                    + " && echo create_main_cluster=false"
                                    + " >> /etc/postgresql-common/createcluster.conf"
                                    + " && apt-get install -q -y --no-install-recommends"
                                    + " postgresql"),
                    "");
        } catch (IllegalStateException failed) {
            return Optional.empty();
        }
        return found();
    }
}
