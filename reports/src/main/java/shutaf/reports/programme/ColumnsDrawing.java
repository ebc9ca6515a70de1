package shutaf.reports.programme;

import shutaf.reports.document.FigureText;
import shutaf.reports.document.ReportLanguage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Stacked columns as an SVG of 600 by 180 without words; the page sets names, scale and labels
 * beside it, so that they stay readable on a phone. Columns run in the reading direction.
 *
 * @param series each with its name and the path of its pieces
 * @param lines the path of the grid's lines
 * @param zero height of the line at zero, as SVG counts
 * @param scale what the lines mean, from the highest to the lowest
 * @param labels of the columns, in reading order; empty where there is no room for one
 */
public record ColumnsDrawing(
        List<Path> series, String lines, String zero, List<String> scale, List<String> labels) {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 180;
    private static final double COLUMN = 0.72;
    private static final int MOST_LABELS = 7;

    /** Keeps its own lists. */
    public ColumnsDrawing {
        series = List.copyOf(series);
        scale = List.copyOf(scale);
        labels = List.copyOf(labels);
    }

    /**
     * One series.
     *
     * @param number from 0, for its colour
     * @param name what it is
     * @param path its pieces
     */
    public record Path(int number, String name, String path) {}

    /** Draws them. */
    public static ColumnsDrawing of(StackedColumns chart, ReportLanguage language) {
        List<Double> grid = chart.grid();
        double bottom = grid.getFirst();
        double scale = HEIGHT / (grid.getLast() - bottom);
        List<StringBuilder> paths = new ArrayList<>();
        chart.series().forEach(s -> paths.add(new StringBuilder()));
        double step = WIDTH / chart.labels().size();
        for (StackedColumns.Piece piece : chart.pieces()) {
            double along = (piece.column() + 0.5) * step;
            double middle = language.rightToLeft() ? WIDTH - along : along;
            paths.get(piece.series())
                    .append(String.format(
                            Locale.ROOT,
                            "M%.1f %.1fV%.1fH%.1fV%.1fZ",
                            middle - step * COLUMN / 2,
                            HEIGHT - (piece.from() - bottom) * scale,
                            HEIGHT - (piece.to() - bottom) * scale,
                            middle + step * COLUMN / 2,
                            HEIGHT - (piece.from() - bottom) * scale));
        }
        List<Path> series = new ArrayList<>();
        for (int s = 0; s < paths.size(); s++) {
            series.add(new Path(s, chart.series().get(s).name(), paths.get(s).toString()));
        }
        StringBuilder lines = new StringBuilder();
        for (double line : grid) {
            lines.append(
                    String.format(Locale.ROOT, "M0 %.1fH600", HEIGHT - (line - bottom) * scale));
        }
        return new ColumnsDrawing(
                series,
                lines.toString(),
                String.format(Locale.ROOT, "%.1f", HEIGHT + bottom * scale),
                grid.reversed().stream()
                        .map(line -> written(line, chart.share(), language.figures()))
                        .toList(),
                thinned(chart.labels()));
    }

    private static String written(double line, boolean share, FigureText write) {
        return share ? Cell.percent(line, write) : write.whole(Math.round(line));
    }

    private static List<String> thinned(List<String> labels) {
        int step = (labels.size() + MOST_LABELS - 1) / MOST_LABELS;
        List<String> thinned = new ArrayList<>();
        for (int k = 0; k < labels.size(); k++) {
            thinned.add(k % step == 0 ? labels.get(k) : "");
        }
        return thinned;
    }
}
