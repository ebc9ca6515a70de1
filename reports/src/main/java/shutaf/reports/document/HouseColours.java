package shutaf.reports.document;

import java.awt.Color;
import java.util.Locale;

/** The colours of screens and paper alike; every text pair has a contrast of at least 4.5 to 1. */
public final class HouseColours {

    public static final Color INK = new Color(0x14213D);
    public static final Color MUTED = new Color(0x4B5568);
    public static final Color PAGE = new Color(0xF6F7F9);
    public static final Color LINE = new Color(0xDDE1E7);
    public static final Color PRIMARY = new Color(0x1565C0);
    public static final Color ACCENT = new Color(0xC2410C);

    private HouseColours() {}

    /** As six hexadecimal digits, red first. */
    public static String hex(Color colour) {
        return String.format(Locale.ROOT, "%06X", colour.getRGB() & 0xFFFFFF);
    }

    /**
     * A step between white and primary for a heat map.
     *
     * @param share 0 (white) to 1 (primary); outside is clamped
     */
    public static Color heat(double share) {
        double step = Math.clamp(share, 0, 1);
        return new Color(
                mix(255, PRIMARY.getRed(), step),
                mix(255, PRIMARY.getGreen(), step),
                mix(255, PRIMARY.getBlue(), step));
    }

    /**
     * White or black, whichever reads better on the ground. Black and not ink: between the two of
     * them at least 4.5 to 1 is reached on any ground, with ink it is missed on middle blues.
     */
    public static Color textOn(Color ground) {
        return contrast(ground, Color.WHITE) > contrast(ground, Color.BLACK)
                ? Color.WHITE
                : Color.BLACK;
    }

    /** Contrast of two colours as WCAG defines it, 1 to 21. */
    static double contrast(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int mix(int from, int to, double step) {
        return (int) Math.round(from + (to - from) * step);
    }
}
