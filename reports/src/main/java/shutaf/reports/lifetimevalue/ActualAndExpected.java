package shutaf.reports.lifetimevalue;

import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;

import shutaf.reports.document.FigureText;
import shutaf.reports.document.HouseColours;
import shutaf.reports.document.HousePaper;
import shutaf.reports.document.HouseStyle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What came as columns and what was expected as a line with dots, drawn as vectors. The two differ
 * in shape, not in colour alone. Categories run in the reading direction.
 */
final class ActualAndExpected {

    private static final float HEIGHT = 150;
    private static final float FOOT = 28;
    private static final float HEAD = 22;
    private static final float SIDE = 40;
    private static final int MOST_LABELS = 20;

    private final HouseStyle style;
    private final FigureText write;
    private final List<Point> points;
    private final String axis;
    private final float width;
    private final double top;

    /**
     * One category.
     *
     * @param label its name below the axis
     * @param actual height of the column
     * @param expected height of the dot
     */
    record Point(String label, double actual, double expected) {}

    private ActualAndExpected(List<Point> points, String axis, HousePaper paper) {
        this.style = paper.style();
        this.write = style.language().figures();
        this.points = points;
        this.axis = axis;
        this.width = paper.width();
        double highest = points.stream()
                .mapToDouble(point -> Math.max(point.actual(), point.expected()))
                .max()
                .orElse(1);
        this.top = roundedUp(highest);
    }

    /** The chart as a block over the whole width. */
    static PdfPTable lay(List<Point> points, String axis, HousePaper paper) {
        ActualAndExpected chart = new ActualAndExpected(points, axis, paper);
        PdfTemplate canvas = paper.writer().getDirectContent().createTemplate(chart.width, HEIGHT);
        chart.draw(canvas);
        PdfPTable block = chart.style.table(1);
        PdfPCell cell = chart.style.cell("", chart.style.plain(1, HouseColours.INK));
        cell.setImage(Image.getInstance(canvas));
        block.addCell(cell);
        return block;
    }

    /** The least of 1, 2, 4, 6, 8 times a power of ten that covers it: four quarters stay short. */
    static double roundedUp(double highest) {
        if (!(highest > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(highest)));
        for (int step : new int[] {1, 2, 4, 6, 8}) {
            if (highest <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private void draw(PdfContentByte canvas) {
        grid(canvas);
        columns(canvas);
        line(canvas);
        legend(canvas);
    }

    private void grid(PdfContentByte canvas) {
        Font font = style.plain(HouseStyle.SMALL, HouseColours.MUTED);
        boolean mirrored = style.language().rightToLeft();
        canvas.setLineWidth(0.5f);
        canvas.setColorStroke(HouseColours.LINE);
        for (int quarter = 0; quarter <= 4; quarter++) {
            double height = top * quarter / 4;
            canvas.moveTo(SIDE, y(height));
            canvas.lineTo(width - SIDE, y(height));
            canvas.stroke();
            text(
                    canvas,
                    mirrored ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT,
                    scale(height),
                    font,
                    mirrored ? width - SIDE + 5 : SIDE - 5,
                    y(height) - 2.5f);
        }
        int step = (points.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int k = 0; k < points.size(); k += step) {
            text(canvas, Element.ALIGN_CENTER, points.get(k).label(), font, x(k), FOOT - 11);
        }
        text(canvas, Element.ALIGN_CENTER, axis, font, width / 2, 4);
    }

    private String scale(double height) {
        return top >= 4 ? write.whole(Math.round(height)) : write.code(shorter(height));
    }

    private static String shorter(double height) {
        return BigDecimal.valueOf(height)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void columns(PdfContentByte canvas) {
        float half = Math.min(14, 0.36f * (width - 2 * SIDE) / points.size());
        canvas.saveState();
        canvas.setColorFill(HouseColours.heat(0.3));
        for (int k = 0; k < points.size(); k++) {
            float height = y(points.get(k).actual()) - FOOT;
            canvas.rectangle(x(k) - half, FOOT, 2 * half, height);
        }
        canvas.fill();
        canvas.restoreState();
    }

    private void line(PdfContentByte canvas) {
        canvas.saveState();
        canvas.setColorStroke(HouseColours.PRIMARY);
        canvas.setColorFill(HouseColours.PRIMARY);
        canvas.setLineWidth(1.4f);
        canvas.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        for (int k = 0; k < points.size(); k++) {
            float height = y(points.get(k).expected());
            if (k == 0) {
                canvas.moveTo(x(k), height);
            } else {
                canvas.lineTo(x(k), height);
            }
        }
        canvas.stroke();
        for (int k = 0; k < points.size(); k++) {
            canvas.circle(x(k), y(points.get(k).expected()), 1.9f);
        }
        canvas.fill();
        canvas.restoreState();
    }

    private void legend(PdfContentByte canvas) {
        Font font = style.plain(HouseStyle.SMALL, HouseColours.INK);
        boolean mirrored = style.language().rightToLeft();
        int align = mirrored ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
        float first = along(6);
        float second = along(110);
        canvas.setColorFill(HouseColours.heat(0.3));
        canvas.rectangle(first - 4, HEIGHT - 10, 8, 8);
        canvas.fill();
        canvas.setColorFill(HouseColours.PRIMARY);
        canvas.circle(second, HEIGHT - 6, 2.4f);
        canvas.fill();
        float gap = mirrored ? -8 : 8;
        text(
                canvas,
                align,
                style.language().text("lifetime.actual"),
                font,
                first + gap,
                HEIGHT - 9);
        text(
                canvas,
                align,
                style.language().text("lifetime.expected"),
                font,
                second + gap,
                HEIGHT - 9);
    }

    private void text(
            PdfContentByte canvas, int alignment, String text, Font font, float x, float y) {
        ColumnText.showTextAligned(
                canvas, alignment, new Phrase(text, font), x, y, 0, style.runDirection(), 0);
    }

    private float along(float way) {
        return style.language().rightToLeft() ? width - SIDE - way : SIDE + way;
    }

    private float x(int k) {
        return along((width - 2 * SIDE) * (k + 0.5f) / points.size());
    }

    private float y(double height) {
        return FOOT + (float) (height / top) * (HEIGHT - FOOT - HEAD);
    }
}
