package shutaf.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One server process of ours: its log, its pid file, its end.
 *
 * <p>It gets a session of its own, so that Ctrl-C in the terminal reaches the launcher alone, which
 * then stops the parts in order. It outlives a launcher that is killed; the pid file lets the next
 * start find it again. A pid is believed only when that process's command line still names our data
 * folder, because the system gives old numbers to new processes.
 */
final class ChildProcess {

    private static final long LOG_BYTES_KEPT = 10_000_000;
    private static final Duration POLL = Duration.ofMillis(150);

    private final String name;
    private final DataFolder data;
    private final Path pidFile;
    private final Path log;
    private final String marker;
    private final String stopSignal;
    private volatile Optional<Process> process = Optional.empty();

    /**
     * Describes a process that does not run yet.
     *
     * @param marker an argument of its command line that no foreign process has
     * @param stopSignal the name of the signal that asks it to end in good order, such as TERM
     */
    ChildProcess(String name, DataFolder data, String marker, String stopSignal) {
        this.name = name;
        this.data = data;
        this.pidFile = data.pidFile(name);
        this.log = data.log(name);
        this.marker = marker;
        this.stopSignal = stopSignal;
    }

    /** Starts it. Its output is added to the log; {@code environment} is added to ours. */
    void start(List<String> command, Map<String, String> environment) {
        if (data.isStopping()) {
            throw new CannotStart(name + " was not started, because all is being stopped.");
        }
        List<String> whole = new ArrayList<>(ownSession());
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.redirectErrorStream(true);
        try {
            makeRoomInLog();
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            Process started = builder.start();
            process = Optional.of(started);
            PrivateFile.write(pidFile, Long.toString(started.pid()));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot start " + whole.getFirst(), failed);
        }
    }

    /**
     * Waits until it works. {@code CannotStart} with the end of its log when it ends or is slow.
     */
    void awaitReady(BooleanSupplier ready, Duration atMost) {
        long giveUp = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithin(POLL)) {
                throw new CannotStart(name + " ended while starting. " + endOfLog());
            }
            if (System.nanoTime() > giveUp) {
                throw new CannotStart(name + " did not answer within " + atMost.toSeconds() + " s. "
                        + endOfLog());
            }
        }
    }

    boolean alive() {
        return process.map(Process::isAlive).orElse(false);
    }

    /** Its number, for the fault tests. */
    long pid() {
        return process.orElseThrow(() -> new IllegalStateException(name + " was never started"))
                .pid();
    }

    /** Its exit code in words, for the line that says that it died. */
    String ending() {
        return process.filter(ended -> !ended.isAlive())
                .map(ended -> "exit code " + ended.exitValue())
                .orElse("still running");
    }

    /** Asks it to end, waits, and ends it by force when it takes longer than {@code grace}. */
    void stop(Duration grace) {
        process.map(Process::toHandle).ifPresent(handle -> end(handle, grace));
        forgetPid();
    }

    /** Ends it as a power failure would: no last words, nothing flushed. For the fault tests. */
    void killHard() {
        process.ifPresent(running -> {
            running.destroyForcibly();
            awaitEnd(running.toHandle(), Duration.ofSeconds(20));
        });
    }

    /**
     * Ends what an earlier launcher left behind when it was killed.
     *
     * @return whether there was something
     */
    boolean stopLeftOver(Duration grace) {
        Optional<ProcessHandle> leftOver =
                pidInFile().flatMap(ProcessHandle::of).filter(this::isOurs);
        leftOver.ifPresent(handle -> end(handle, grace));
        forgetPid();
        return leftOver.isPresent();
    }

    private boolean isOurs(ProcessHandle handle) {
        return handle.info().commandLine().map(line -> line.contains(marker)).orElse(false);
    }

    private void end(ProcessHandle handle, Duration grace) {
        if (handle.isAlive()) {
            signal(handle.pid());
            if (!awaitEnd(handle, grace)) {
                handle.destroyForcibly();
                awaitEnd(handle, Duration.ofSeconds(20));
            }
        }
    }

    /** Java itself can send only TERM and KILL. */
    private void signal(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + stopSignal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException noShell) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean awaitEnd(ProcessHandle handle, Duration atMost) {
        try {
            handle.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException late) {
            return !handle.isAlive();
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.orElseThrow().waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while " + name + " was starting.", interrupted);
        }
    }

    private Optional<Long> pidInFile() {
        try {
            return Files.exists(pidFile)
                    ? Optional.of(Long.valueOf(Files.readString(pidFile).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private void forgetPid() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot delete " + pidFile, failed);
        }
    }

    private void makeRoomInLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_KEPT) {
            Path older = log.resolveSibling(log.getFileName() + ".1");
            Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String endOfLog() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            List<String> last = all.subList(Math.max(0, all.size() - 15), all.size());
            return "The end of " + log + ":\n  " + String.join("\n  ", last);
        } catch (IOException unreadable) {
            return "See " + log + ".";
        }
    }

    private static List<String> ownSession() {
        return Programs.find("setsid").map(path -> List.of(path.toString())).orElse(List.of());
    }

    private static File nothing() {
        boolean windows = File.separatorChar == '\\';
        return new File(windows ? "NUL" : "/dev/null");
    }
}
