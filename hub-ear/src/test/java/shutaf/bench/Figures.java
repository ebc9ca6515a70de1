package shutaf.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Figures of all rounds; a table of their medians and ranges. */
final class Figures {
    private static final String ROW = "%-46s %9s  %-21s %8s %8s  %-26s %s";

    private final Map<Measure, List<Double>> values = new EnumMap<>(Measure.class);
    private final Map<Measure, List<Double>> absolutes = new EnumMap<>(Measure.class);
    private final List<Double> pace = new ArrayList<>();

    /** Notes R of a round, transactions per second. */
    void pace(double tps) {
        pace.add(tps);
    }

    void add(Measure measure, double value) {
        values.computeIfAbsent(measure, m -> new ArrayList<>()).add(value);
    }

    /** Notes how many per second there were, and what that is in relation to {@code base}. */
    void add(Measure measure, double perSecond, double base) {
        add(measure, perSecond / base);
        absolutes.computeIfAbsent(measure, m -> new ArrayList<>()).add(perSecond);
    }

    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted(
                "measure", "median", "range", "reach", "goal", "against them", "per second"));
        values.forEach((measure, all) -> lines.add(row(measure, all)));
        if (!pace.isEmpty()) {
            lines.add("R: " + round(median(pace)) + " transactions per second (" + range(pace)
                    + "), " + Pgbench.meaning());
        }
        return lines;
    }

    private String row(Measure measure, List<Double> all) {
        List<Double> absolute = absolutes.getOrDefault(measure, List.of());
        return ROW.formatted(
                        measure.words(),
                        round(median(all)),
                        range(all),
                        limit(measure, measure.reach()),
                        limit(measure, measure.goal()),
                        verdict(measure, median(all)),
                        absolute.isEmpty() ? "" : round(median(absolute)))
                .stripTrailing();
    }

    private static String limit(Measure measure, double limit) {
        return limit == 0 ? "" : (measure.lessIsBetter() ? "<= " : ">= ") + round(limit);
    }

    /** Met, or by how much of the limit it was missed. */
    static String verdict(Measure measure, double value) {
        if (measure.goal() == 0) {
            return "";
        }
        double goal = missed(measure, measure.goal(), value);
        double reach = missed(measure, measure.reach(), value);
        if (goal <= 0) {
            return "goal met";
        }
        return reach <= 0
                ? String.format(Locale.ROOT, "reached, goal missed %.0f%%", goal * 100)
                : String.format(Locale.ROOT, "MISSED %.0f%%, goal %.0f%%", reach * 100, goal * 100);
    }

    private static double missed(Measure measure, double limit, double value) {
        return (measure.lessIsBetter() ? value - limit : limit - value) / limit;
    }

    /** The same as JSON, with the figure of each round. */
    String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode out = mapper.createObjectNode().put("r", Pgbench.meaning());
        numbers(out.putArray("rPerSecond"), pace);
        ArrayNode measures = out.putArray("measures");
        values.forEach((measure, all) -> {
            ObjectNode one = measures.addObject()
                    .put("measure", measure.name())
                    .put("words", measure.words())
                    .put("median", median(all))
                    .put("reach", measure.reach())
                    .put("goal", measure.goal())
                    .put("lessIsBetter", measure.lessIsBetter())
                    .put("verdict", verdict(measure, median(all)));
            numbers(one.putArray("rounds"), all);
            numbers(one.putArray("perSecond"), absolutes.getOrDefault(measure, List.of()));
        });
        return out.toPrettyString();
    }

    private static void numbers(ArrayNode array, List<Double> numbers) {
        numbers.forEach(array::add);
    }

    private static String range(List<Double> all) {
        Function<List<Double>, List<Double>> sorted =
                list -> list.stream().sorted().toList();
        return round(sorted.apply(all).getFirst()) + " to "
                + round(sorted.apply(all).getLast());
    }

    static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
    }
}
