package shutaf.bench;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.HdrHistogram.Histogram;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The load, in a process of its own: reads a {@link LoadJob} a line, writes a {@link LoadResult} a
 * line, ends when its input ends.
 */
public final class Load {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private final LoadJob job;
    private final double[] zipf;
    private final long began = System.nanoTime();
    private final long ends;

    private Load(LoadJob job) {
        this.job = job;
        this.zipf = job.zipf() ? zipf(job.members()) : new double[0];
        this.ends = began + (long) (job.seconds() * 1e9);
    }

    /** Works until the input ends. */
    public static void main(String... arguments)
            throws IOException, InterruptedException, ExecutionException {
        PrintStream out = new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            LoadResult result = new Load(JSON.readValue(line, LoadJob.class)).run();
            out.println(JSON.writeValueAsString(result));
        }
    }

    private LoadResult run() throws InterruptedException, ExecutionException {
        List<Future<Seen>> tills = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(job.connections())) {
            for (int i = 0; i < job.connections(); i++) {
                int till = i;
                tills.add(threads.submit(() -> sell(till)));
            }
        }
        Seen all = new Seen();
        for (Future<Seen> till : tills) {
            all.add(till.get());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new LoadResult(
                all.done,
                all.failed,
                all.failure,
                all.done / seconds,
                all.latency.getValueAtPercentile(50) / 1000.0,
                all.latency.getValueAtPercentile(99) / 1000.0);
    }

    private Seen sell(int till) throws IOException {
        Seen seen = new Seen();
        SplittableRandom chance = new SplittableRandom(job.firstNumber() + till);
        List<Request> requests = job.tokens().stream().map(this::request).toList();
        try (Wire wire = new Wire(job.port())) {
            for (long n = till; ; n += job.connections()) {
                long due = due(n);
                if (due >= ends) {
                    return seen;
                }
                int member = member(chance);
                int partner = member % requests.size();
                send(wire, requests.get(partner), partner, member, n, seen);
                seen.latency.recordValue(
                        Math.min(LONGEST_MICROS, (System.nanoTime() - due) / 1000));
            }
        }
    }

    /** When request {@code n} shall go: by the rate, or now. */
    private long due(long n) {
        if (job.rate() == 0) {
            return System.nanoTime();
        }
        long due = began + (long) (n * 1e9 / job.rate());
        long wait = due - System.nanoTime();
        if (wait > 0 && due < ends) {
            LockSupport.parkNanos(wait);
        }
        return due;
    }

    private void send(Wire wire, Request request, int partner, int member, long n, Seen seen)
            throws IOException {
        int size = request.receipts();
        long number = job.firstNumber() + n * size;
        byte[] bytes = request.with(0, number, LoadJob.card(member));
        for (int i = 1; i < size; i++) {
            // The others of a batch are of the same partner, where the members differ too.
            int other = (int) ((member + (long) i * job.tokens().size()) % job.members());
            request.with(i, number + i, LoadJob.card(other));
        }
        Wire.Answer answer = wire.send(bytes);
        switch (job.kind()) {
            case PURCHASE -> seen.judge(answer, 201, 1);
            case BATCH -> seen.judge(answer, 200, times(answer.body(), "\"ACCRUED\""));
            case REDEMPTION -> capture(wire, job.tokens().get(partner), answer, seen);
        }
    }

    private static void capture(Wire wire, String token, Wire.Answer hold, Seen seen)
            throws IOException {
        String field = "\"redemptionId\":\"";
        int from = hold.body().indexOf(field);
        if (hold.status() != 201 || from < 0) {
            seen.judge(hold, 201, 0);
            return;
        }
        from += field.length();
        String id = hold.body().substring(from, hold.body().indexOf('"', from));
        seen.judge(wire.send(Request.capture(token, id)), 200, 1);
    }

    private Request request(String token) {
        return switch (job.kind()) {
            case PURCHASE -> Request.purchase(token);
            case BATCH -> Request.batch(token);
            case REDEMPTION -> Request.hold(token);
        };
    }

    private int member(SplittableRandom chance) {
        if (!job.zipf()) {
            return chance.nextInt(job.members());
        }
        int at = Arrays.binarySearch(zipf, chance.nextDouble());
        return Math.min(job.members() - 1, at >= 0 ? at : -at - 1);
    }

    private static double[] zipf(int members) {
        double[] sums = new double[members];
        double sum = 0;
        for (int i = 0; i < members; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        for (int i = 0; i < members; i++) {
            sums[i] /= sum;
        }
        return sums;
    }

    private static int times(String text, String word) {
        int times = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            times++;
        }
        return times;
    }

    /** What one connection, or all of them, saw. */
    private static final class Seen {
        private final Histogram latency = new Histogram(LONGEST_MICROS, 3);
        private long done;
        private long failed;
        private String failure = "";

        void judge(Wire.Answer answer, int wanted, int worth) {
            if (answer.status() == wanted && worth > 0) {
                done += worth;
            } else {
                failed++;
                failure = failure.isEmpty() ? answer.status() + " " + answer.body() : failure;
            }
        }

        void add(Seen other) {
            latency.add(other.latency);
            done += other.done;
            failed += other.failed;
            failure = failure.isEmpty() ? other.failure : failure;
        }
    }
}
