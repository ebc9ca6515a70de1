package shutaf.reports.lifetimevalue;

import java.util.List;
import java.util.Locale;

/**
 * The weeks of a holdout as an SVG of 600 by 160: what came as columns, what was expected as a
 * line, so that the two differ in shape and not in colour alone. Weeks run in the reading direction
 * and the ground is zero.
 *
 * @param columns the columns, as the path of an SVG
 * @param line corners of the line, as SVG writes them
 */
public record WeeksDrawing(String columns, String line) {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 160;
    private static final double AIR = 8;
    private static final double COLUMN = 0.7;

    static WeeksDrawing of(List<HoldoutCheck.Week> weeks, boolean rightToLeft) {
        double top = weeks.stream()
                .mapToDouble(week -> Math.max((double) week.actual(), week.expected()))
                .max()
                .orElse(0);
        double scale = top > 0 ? (HEIGHT - AIR) / top : 0;
        double step = WIDTH / Math.max(1, weeks.size());
        StringBuilder columns = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < weeks.size(); k++) {
            double along = (k + 0.5) * step;
            double middle = rightToLeft ? WIDTH - along : along;
            double half = step * COLUMN / 2;
            columns.append(String.format(
                    Locale.ROOT,
                    "M%.1f %.1fV%.1fH%.1fV%.1fZ",
                    middle - half,
                    HEIGHT,
                    HEIGHT - weeks.get(k).actual() * scale,
                    middle + half,
                    HEIGHT));
            line.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", middle, HEIGHT - weeks.get(k).expected() * scale));
        }
        return new WeeksDrawing(columns.toString(), line.toString().strip());
    }
}
