package shutaf.reports.bench;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Runs the benchmarks of this module with JMH, each in a warm process of its own, prints the goals
 * beside what was measured and fails when one is missed.
 */
public final class ModelsBench {

    /** A fit that follows the patterns may cost this much more for ten times the customers. */
    private static final double SAME = 2;

    private ModelsBench() {}

    /** Measures for about two minutes and ends. */
    public static void main(String... arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("shutaf\\.reports\\..*Benchmark\\.")
                        .threads(1)
                        .shouldFailOnError(true)
                        .addProfiler(ProcessorTime.class)
                        .build())
                .run();
        List<Goal> goals = List.of(
                goal("BG/NBD of 23,570 customers, processor s", of(results, "bgNbd", "10"), 0.30),
                goal(
                        "Pareto/NBD of 23,570 customers, processor s",
                        of(results, "paretoNbd", "10"),
                        1.5),
                goal(
                        "BG/NBD, ten times the customers, times the cost",
                        of(results, "climbBgNbd", "10") / of(results, "climbBgNbd", "1"),
                        SAME),
                goal(
                        "Pareto/NBD, ten times the customers, times the cost",
                        of(results, "climbParetoNbd", "10") / of(results, "climbParetoNbd", "1"),
                        SAME),
                goal("PDF of 30 pages, processor s", of(results, "paper", "ENGLISH"), 3),
                goal("the same in Hebrew, processor s", of(results, "paper", "HEBREW"), 3));
        PrintStream out = new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        goals.forEach(goal -> out.println(goal.line()));
        if (!goals.stream().allMatch(Goal::held)) {
            throw new IllegalStateException("a goal is missed, see above");
        }
    }

    private static Goal goal(String what, double measured, double most) {
        return new Goal(what, measured, most);
    }

    private static double of(Collection<RunResult> results, String method, String parameter) {
        return results.stream()
                .filter(result -> {
                    var run = result.getParams();
                    return run.getBenchmark().endsWith("." + method)
                            && run.getParamsKeys().stream()
                                    .anyMatch(key -> run.getParam(key).equals(parameter));
                })
                .mapToDouble(result ->
                        result.getSecondaryResults().get(ProcessorTime.NAME).getScore())
                .findFirst()
                .orElseThrow();
    }

    /**
     * One promise.
     *
     * @param what what is promised, with the unit
     * @param measured what came out
     * @param most what must not be exceeded
     */
    private record Goal(String what, double measured, double most) {
        boolean held() {
            return measured < most;
        }

        String line() {
            String verdict = held() ? "held" : "MISSED";
            return String.format(
                    Locale.ROOT, "%-52s %8.4f, goal %5.2f: %s", what, measured, most, verdict);
        }
    }
}
