package shutaf.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs that run to their end, and where programs are. */
final class Programs {

    private Programs() {}

    /** Looks on PATH, as a shell would. */
    static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The Java that runs us also runs the servers. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * Runs a program to its end; its output is added to {@code log}.
     *
     * @param atMost it is ended by force when it takes longer
     * @param complaint the first half of the sentence when it fails, such as "X could not be made"
     * @throws CannotStart when it fails or is late
     */
    static void run(
            List<String> command,
            Map<String, String> environment,
            Path log,
            Duration atMost,
            String complaint) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process running = builder.start();
            if (!running.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)
                    || running.exitValue() != 0) {
                running.destroyForcibly();
                throw new CannotStart(complaint + "; " + log + " says why.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart(complaint + ": interrupted.", interrupted);
        }
    }
}
