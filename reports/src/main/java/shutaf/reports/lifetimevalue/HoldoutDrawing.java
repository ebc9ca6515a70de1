package shutaf.reports.lifetimevalue;

import java.util.List;
import java.util.Locale;

/**
 * A forecast beside what came as an SVG of 600 by 160: what came as columns, what was expected as a
 * line, so that the two differ in shape and not in colour alone. Categories run in the reading
 * direction and the ground is zero.
 *
 * @param columns the columns, as the path of an SVG
 * @param line corners of the line, as SVG writes them
 */
public record HoldoutDrawing(String columns, String line) {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 160;
    private static final double AIR = 8;
    private static final double COLUMN = 0.7;

    private record Pair(double actual, double expected) {}

    static HoldoutDrawing ofWeeks(List<HoldoutCheck.Week> weeks, boolean rightToLeft) {
        return of(
                weeks.stream()
                        .map(week -> new Pair((double) week.actual(), week.expected()))
                        .toList(),
                rightToLeft);
    }

    static HoldoutDrawing ofClasses(
            List<HoldoutCheck.FrequencyClass> classes, boolean rightToLeft) {
        return of(
                classes.stream()
                        .map(c -> new Pair(c.actualEach(), c.expectedEach()))
                        .toList(),
                rightToLeft);
    }

    private static HoldoutDrawing of(List<Pair> pairs, boolean rightToLeft) {
        double top = pairs.stream()
                .mapToDouble(pair -> Math.max(pair.actual(), pair.expected()))
                .max()
                .orElse(0);
        double scale = top > 0 ? (HEIGHT - AIR) / top : 0;
        double step = WIDTH / Math.max(1, pairs.size());
        StringBuilder columns = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < pairs.size(); k++) {
            double along = (k + 0.5) * step;
            double middle = rightToLeft ? WIDTH - along : along;
            double half = step * COLUMN / 2;
            columns.append(String.format(
                    Locale.ROOT,
                    "M%.1f %.1fV%.1fH%.1fV%.1fZ",
                    middle - half,
                    HEIGHT,
                    HEIGHT - pairs.get(k).actual() * scale,
                    middle + half,
                    HEIGHT));
            line.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", middle, HEIGHT - pairs.get(k).expected() * scale));
        }
        return new HoldoutDrawing(columns.toString(), line.toString().strip());
    }
}
