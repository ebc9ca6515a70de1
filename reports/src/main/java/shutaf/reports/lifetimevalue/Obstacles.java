package shutaf.reports.lifetimevalue;

import java.util.List;
import java.util.Map;

/** What makes a fit pointless before it starts; said instead of numbers that mean nothing. */
final class Obstacles {

    private Obstacles() {}

    static List<FitFinding> of(Patterns patterns) {
        if (patterns.total() == 0) {
            return List.of(FitFinding.NO_CUSTOMERS);
        }
        if (patterns.longest() == 0) {
            return List.of(FitFinding.NO_TIME);
        }
        return ofRepeaters(patterns.repeaters());
    }

    static List<FitFinding> ofYears(Map<YearlyPattern, Long> patterns) {
        if (patterns.isEmpty()) {
            return List.of(FitFinding.NO_CUSTOMERS);
        }
        long buyers = patterns.entrySet().stream()
                .filter(entry -> entry.getKey().x() > 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return ofRepeaters(buyers);
    }

    private static List<FitFinding> ofRepeaters(long repeaters) {
        if (repeaters == 0) {
            return List.of(FitFinding.NO_REPEATS);
        }
        return repeaters < ModelFits.LEAST_REPEATERS
                ? List.of(FitFinding.TOO_FEW_REPEATERS)
                : List.of();
    }
}
