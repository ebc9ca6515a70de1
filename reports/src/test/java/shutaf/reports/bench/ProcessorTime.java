package shutaf.reports.bench;

import com.sun.management.OperatingSystemMXBean;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

/**
 * Processor seconds of one operation, of the whole process: what the collector of garbage and the
 * compiler used counts too. The goals are in processor time, which JMH itself does not measure.
 */
public final class ProcessorTime implements InternalProfiler {

    /** Name of the figure in JMH's results. */
    static final String NAME = "processor";

    private long before;

    @Override
    public String getDescription() {
        return "processor seconds of the process for one operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = nanos();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = (nanos() - before) / 1e9;
        long operations = result.getMetadata().getAllOps();
        return List.of(new ScalarResult(NAME, seconds / operations, "s/op", AggregationPolicy.AVG));
    }

    private static long nanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
