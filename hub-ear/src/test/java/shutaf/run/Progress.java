package shutaf.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What the person at the terminal sees: one line when a stage begins, one when it ends, each with
 * the seconds since the start.
 */
final class Progress {

    private final Consumer<String> out;
    private final long beganNanos = System.nanoTime();

    Progress(Consumer<String> out) {
        this.out = out;
    }

    /** Writes straight to the terminal, in UTF-8. */
    static Progress onTerminal() {
        FileOutputStream terminal = new FileOutputStream(FileDescriptor.out);
        PrintStream stream = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        return new Progress(stream::println);
    }

    /** Writes to the log, where a test JVM's output is not ours to write to. */
    static Progress inLog() {
        System.Logger log = System.getLogger(Progress.class.getName());
        return new Progress(line -> log.log(System.Logger.Level.INFO, line));
    }

    /** Runs one stage between its two lines. The second line is missing when the stage fails. */
    void stage(String name, String doing, Runnable work) {
        long before = System.nanoTime();
        say(name, doing + " ...");
        work.run();
        say(name, String.format(Locale.ROOT, "ready after %.1f s", seconds(before)));
    }

    /** One line about one part. */
    void say(String name, String what) {
        print(String.format(Locale.ROOT, "[%5.1f s] %-10s %s", seconds(beganNanos), name, what));
    }

    /** Lines as they are. */
    void lines(List<String> lines) {
        print(String.join(System.lineSeparator(), lines));
    }

    /** How long it has been since the start. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    private synchronized void print(String text) {
        out.accept(text);
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}
