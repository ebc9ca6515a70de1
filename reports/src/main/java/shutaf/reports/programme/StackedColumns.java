package shutaf.reports.programme;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing of columns, each stacked of several series; what is below zero is stacked downwards.
 *
 * @param labels one for each column, in reading order
 * @param series from the ground outwards
 * @param share true when the heights are shares of one
 */
public record StackedColumns(List<String> labels, List<Series> series, boolean share) {
    private static final int STEPS = 4;
    private static final int[] ROUND = {1, 2, 4, 6, 8};

    /** Keeps its own lists; every series has a height for every column. */
    public StackedColumns {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.heights().size() != labels.size()) {
                throw new IllegalArgumentException(one.name() + " and the labels differ in number");
            }
        }
    }

    /**
     * One series.
     *
     * @param name what it is
     * @param heights one for each column
     */
    public record Series(String name, List<Double> heights) {

        /** Keeps its own list. */
        public Series {
            heights = List.copyOf(heights);
        }

        /** Whether there is nothing of it to see. */
        public boolean empty() {
            return heights.stream().allMatch(height -> height == 0);
        }
    }

    /**
     * A piece of a column.
     *
     * @param series number of its series
     * @param column number of its column
     * @param from where it begins, nearer to zero
     * @param to where it ends
     */
    public record Piece(int series, int column, double from, double to) {}

    /** All pieces that have a height. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        double[] above = new double[labels.size()];
        double[] below = new double[labels.size()];
        for (int s = 0; s < series.size(); s++) {
            for (int c = 0; c < labels.size(); c++) {
                double height = series.get(s).heights().get(c);
                double[] side = height < 0 ? below : above;
                if (height != 0) {
                    pieces.add(new Piece(s, c, side[c], side[c] + height));
                    side[c] += height;
                }
            }
        }
        return pieces;
    }

    /**
     * The heights of the grid's lines, from the lowest to the highest; zero is one of them, and the
     * columns stay between them.
     */
    public List<Double> grid() {
        double top = share ? 1 : pieces().stream().mapToDouble(Piece::to).max().orElse(0);
        double ground = pieces().stream().mapToDouble(Piece::to).min().orElse(0);
        double step = rounded(Math.max(Math.max(0, top), -Math.min(0, ground)) / STEPS);
        List<Double> lines = new ArrayList<>();
        int first = ground < 0 ? (int) Math.floor(ground / step) : 0;
        int last = Math.max(1, (int) Math.ceil(top / step));
        for (int k = first; k <= last; k++) {
            lines.add(k * step);
        }
        return lines;
    }

    private double rounded(double step) {
        if (share) {
            return 1.0 / STEPS;
        }
        if (!(step > 0)) {
            return 1;
        }
        double power = Math.max(1, Math.pow(10, Math.floor(Math.log10(step))));
        for (int round : ROUND) {
            if (step <= round * power) {
                return round * power;
            }
        }
        return 10 * power;
    }
}
