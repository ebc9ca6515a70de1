package shutaf.reports.lifetimevalue;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Fits of the customers of CDNOW, taken once, ten and a hundred times: more customers with the same
 * patterns. Published for 23,570 customers: 0.302 s for BG/NBD, 1.6 s for Pareto/NBD.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FitBenchmark {

    /** How often each of the 2,357 customers is taken. */
    @Param({"1", "10", "100"})
    public int times;

    private List<BuyingPattern> customers;
    private Patterns patterns;

    /** Reads the customers. */
    @Setup
    public void read() {
        customers = Collections.nCopies(
                        times,
                        Reference.table("cdnow_sample/cbs.csv.gz").stream()
                                .map(Reference.Row::pattern)
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        patterns = Patterns.of(customers.stream());
        if (customers.size() != 2357 * times) {
            throw new IllegalStateException(customers.size() + " customers");
        }
    }

    /** As a report does it: counts the customers' patterns, then fits. */
    @Benchmark
    public Fit<BgNbd> bgNbd() {
        return ModelFits.bgNbd(Patterns.of(customers.stream()));
    }

    /** The same. */
    @Benchmark
    public Fit<ParetoNbd> paretoNbd() {
        return ModelFits.paretoNbd(Patterns.of(customers.stream()));
    }

    /** The fit alone, of patterns already counted. */
    @Benchmark
    public Fit<BgNbd> climbBgNbd() {
        return ModelFits.bgNbd(patterns);
    }

    /** The same. */
    @Benchmark
    public Fit<ParetoNbd> climbParetoNbd() {
        return ModelFits.paretoNbd(patterns);
    }
}
