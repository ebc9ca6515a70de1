package shutaf.reports.lifetimevalue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Processor time of one thread for a fit, warm: the customers of CDNOW once, ten and a hundred
 * times. Counts the customers' histories each time, as a report does; published figures to hold it
 * against are 0.060 s and 0.302 s for BG/NBD, 1.6 s for Pareto/NBD of 23,570.
 */
public final class FitBench {
    private static final int WARM = 30;
    private static final int ROUNDS = 15;

    private FitBench() {}

    /** Measures and ends. */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        List<BuyingPattern> once = Reference.table("cdnow_sample/cbs.csv.gz").stream()
                .map(Reference.Row::pattern)
                .toList();
        Map<String, Consumer<Patterns>> fits = new HashMap<>();
        fits.put("BG/NBD", ModelFits::bgNbd);
        fits.put("Pareto/NBD", ModelFits::paretoNbd);
        fits.forEach((name, fit) -> {
            for (int times : new int[] {1, 10, 100}) {
                double[] seconds = new double[ROUNDS];
                for (int round = -WARM; round < ROUNDS; round++) {
                    long began = processorNanos();
                    fit.accept(Patterns.of(
                            IntStream.range(0, times).boxed().flatMap(unused -> once.stream())));
                    if (round >= 0) {
                        seconds[round] = (processorNanos() - began) / 1e9;
                    }
                }
                Arrays.sort(seconds);
                out.printf(
                        Locale.ROOT,
                        "%s of %,d customers: %.4f s (%.4f to %.4f)%n",
                        name,
                        once.size() * times,
                        seconds[ROUNDS / 2],
                        seconds[0],
                        seconds[ROUNDS - 1]);
            }
        });
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
