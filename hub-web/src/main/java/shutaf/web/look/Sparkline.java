package shutaf.web.look;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small line of figures, the oldest at the start of the line in both directions of writing, as an
 * SVG of 100 by 32. The lowest figure stands on the ground only when it is zero: a line that
 * exaggerates would mislead.
 *
 * @param points corners of the line, as SVG writes them
 */
public record Sparkline(String points) {
    private static final int WIDTH = 100;
    private static final int HEIGHT = 32;
    private static final int AIR = 3;

    /** The line of these figures; drawn from right to left for a language that is written so. */
    public static Sparkline of(List<Long> figures, boolean rightToLeft) {
        long top = figures.stream().mapToLong(Long::longValue).max().orElse(0);
        int last = Math.max(1, figures.size() - 1);
        return new Sparkline(IntStream.range(0, figures.size())
                .mapToObj(i -> {
                    int along = i * WIDTH / last;
                    long up = top <= 0 ? 0 : Math.max(0, figures.get(i)) * (HEIGHT - 2 * AIR) / top;
                    return (rightToLeft ? WIDTH - along : along) + "," + (HEIGHT - AIR - up);
                })
                .collect(Collectors.joining(" ")));
    }

    /** The same line closed along the ground, to be filled. */
    public String getArea() {
        int first = points.indexOf(',');
        String start = points.substring(0, Math.max(0, first));
        String end = points.substring(points.lastIndexOf(' ') + 1).replaceFirst(",.*", "");
        return start + "," + HEIGHT + " " + points + " " + end + "," + HEIGHT;
    }

    /** The corners, for pages. */
    public String getPoints() {
        return points;
    }
}
