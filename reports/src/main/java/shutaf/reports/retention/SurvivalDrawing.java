package shutaf.reports.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A survival curve with its band as an SVG of 600 by 160. Time runs in the reading direction, the
 * ground is zero and the top is everybody.
 *
 * @param line corners of the curve, as SVG writes them
 * @param band corners of the band around it
 */
public record SurvivalDrawing(String line, String band) {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 160;

    static SurvivalDrawing of(SurvivalCurve curve, boolean fromAll, boolean rightToLeft) {
        List<String> line = new ArrayList<>();
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        double last = Math.max(1, curve.lastDay());
        double before = 1;
        double highBefore = 1;
        double lowBefore = 1;
        line.add(corner(0, last, height(1, fromAll), rightToLeft));
        for (SurvivalCurve.Step step : curve.steps()) {
            double day = step.day();
            line.add(corner(day, last, height(before, fromAll), rightToLeft));
            line.add(corner(day, last, height(step.survival(), fromAll), rightToLeft));
            upper.add(corner(day, last, height(highBefore, fromAll), rightToLeft));
            upper.add(corner(day, last, height(step.high(), fromAll), rightToLeft));
            lower.addFirst(corner(day, last, height(lowBefore, fromAll), rightToLeft));
            lower.addFirst(corner(day, last, height(step.low(), fromAll), rightToLeft));
            before = step.survival();
            highBefore = step.high();
            lowBefore = step.low();
        }
        upper.addAll(lower);
        return new SurvivalDrawing(String.join(" ", line), String.join(" ", upper));
    }

    private static double height(double survival, boolean fromAll) {
        return fromAll ? survival : 1 - survival;
    }

    private static String corner(double day, double last, double share, boolean rightToLeft) {
        double along = WIDTH * day / last;
        return String.format(
                Locale.ROOT,
                "%.1f,%.1f",
                rightToLeft ? WIDTH - along : along,
                HEIGHT - share * HEIGHT);
    }
}
