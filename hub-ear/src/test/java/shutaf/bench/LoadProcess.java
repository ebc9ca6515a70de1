package shutaf.bench;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The other process, seen from here: started once, so that it is warm like the hub. */
final class LoadProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedWriter jobs;
    private final BufferedReader results;

    LoadProcess() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Load.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jobs = process.outputWriter();
        results = process.inputReader();
    }

    /**
     * Does a job to its end.
     *
     * @throws IllegalStateException when more than one request in a hundred failed: such a figure
     *     would be of something else
     */
    LoadResult run(LoadJob job) {
        try {
            jobs.write(JSON.writeValueAsString(job));
            jobs.newLine();
            jobs.flush();
            String line = results.readLine();
            if (line == null) {
                throw new IllegalStateException("the load process ended in " + job.kind());
            }
            LoadResult result = JSON.readValue(line, LoadResult.class);
            if (result.failed() * 100 > result.done()) {
                throw new IllegalStateException(job.kind() + ": " + result.failed()
                        + " requests failed, the first with " + result.failure());
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
