package shutaf.connectors.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.camel.CamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class PurchaseFileRouteTest extends CamelTestSupport {
    private static final Duration QUIET = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getRegistry().bind("finishedFiles", new FinishedFiles(QUIET, Instant::now));
        context.getRegistry().bind("bySequence", new BySequence());
        context.getRegistry()
                .bind(
                        "pool",
                        context.getExecutorServiceManager()
                                .newScheduledThreadPool(this, "files", 1));
        return context;
    }

    private void open() throws Exception {
        String inbox = DropFolder.address(folder, Duration.ofMillis(50), "pool");
        context.addRoutes(new PurchaseFileRoute("SUPER", inbox, this::take));
        context.start();
    }

    private void take(File file) throws IOException {
        if (failures.getAndDecrement() > 0) {
            throw new IOException("the disk refuses");
        }
        taken.add(file.getName());
        Files.delete(file.toPath());
    }

    @Test
    void files_are_taken_in_the_order_of_their_sequence_whatever_their_names() throws Exception {
        for (int sequence = 1; sequence <= 12; sequence++) {
            drop("file" + sequence + ".csv", sequence);
        }

        open();

        await().until(() -> taken.size() == 12);
        assertThat(taken).startsWith("file1.csv", "file2.csv").endsWith("file11.csv", "file12.csv");
    }

    @Test
    void a_file_that_failed_is_taken_again() throws Exception {
        failures.set(3);
        drop("SUPER_000001.csv", 1);

        open();

        await().until(() -> taken.equals(List.of("SUPER_000001.csv")));
        assertThat(failures).hasValue(-1);
    }

    @Test
    void a_file_is_left_alone_while_it_is_written() throws Exception {
        byte[] whole = file(1);
        Path growing = folder.resolve("SUPER_000001.csv");
        Files.write(growing, Arrays.copyOf(whole, whole.length - 10));
        drop("SUPER_000002.csv", 2);

        open();

        await().until(() -> taken.equals(List.of("SUPER_000002.csv")));
        Files.write(
                growing,
                Arrays.copyOfRange(whole, whole.length - 10, whole.length),
                StandardOpenOption.APPEND);
        await().until(() -> taken.contains("SUPER_000001.csv"));
    }

    @Test
    void a_file_without_trailer_that_nobody_writes_any_more_is_taken_to_be_rejected()
            throws Exception {
        Path cut = Files.writeString(folder.resolve("cut.csv"), "H;1;SUPER;000001");
        Files.setLastModifiedTime(cut, FileTime.from(Instant.now().minus(QUIET.multipliedBy(2))));

        open();

        await().until(() -> taken.equals(List.of("cut.csv")));
    }

    @Test
    void names_that_say_not_yet_folders_and_links_are_never_taken() throws Exception {
        for (String name : List.of(".hidden.csv", "a.csv.part", "a.tmp", "A.TMP", "a.growing")) {
            drop(name, 1);
        }
        Files.createDirectory(folder.resolve("folder.csv"));
        Path elsewhere = Files.createTempFile("elsewhere", ".csv");
        Files.write(elsewhere, file(1));
        Files.createSymbolicLink(folder.resolve("link.csv"), elsewhere);
        drop("SUPER_000001.csv", 1);

        open();

        await().until(() -> !taken.isEmpty());
        await().during(Duration.ofMillis(300))
                .until(() -> taken.equals(List.of("SUPER_000001.csv")));
        Files.delete(elsewhere);
    }

    private void drop(String name, int sequence) throws IOException {
        Files.write(folder.resolve(name), file(sequence));
    }

    private static byte[] file(int sequence) {
        String header = String.format("H;1;SUPER;%06d;2026-11-20T23:59:00+02:00;LIVE", sequence);
        byte[] bytes = new WrittenFile().header(header).sale("1", 1, "6.40").bytes();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("H;1");
        return bytes;
    }
}
