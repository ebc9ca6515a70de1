package shutaf.reports.retention;

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
import shutaf.reports.retention.SurvivalCurve.Step;

import java.util.List;

/**
 * A survival curve with its 95 percent band, drawn as vectors: the line is the estimate, the pale
 * ground around it the band. Time runs in the reading direction.
 */
final class SurvivalChart {

    private static final float HEIGHT = 126;
    private static final float FOOT = 26;
    private static final float HEAD = 8;
    private static final float SIDE = 34;
    private static final long[] STEPS_OF_DAYS = {10, 15, 30, 60, 90, 120, 180, 365, 730, 1825};

    private final HouseStyle style;
    private final FigureText write;
    private final List<Step> steps;
    private final boolean fromAll;
    private final float width;
    private final float last;

    private SurvivalChart(RetentionReading.Curve curve, HousePaper paper) {
        this.style = paper.style();
        this.write = style.language().figures();
        this.steps = curve.curve().steps();
        this.fromAll = curve.fromAll();
        this.width = paper.width();
        this.last = Math.max(1, curve.curve().lastDay());
    }

    /** The curve as a block over the whole width. */
    static PdfPTable lay(RetentionReading.Curve curve, HousePaper paper) {
        SurvivalChart chart = new SurvivalChart(curve, paper);
        PdfTemplate canvas = paper.writer().getDirectContent().createTemplate(chart.width, HEIGHT);
        chart.grid(canvas);
        chart.band(canvas);
        chart.line(canvas);
        PdfPTable block = chart.style.table(1);
        PdfPCell cell = chart.style.cell("", chart.style.plain(1, HouseColours.INK));
        cell.setImage(Image.getInstance(canvas));
        block.addCell(cell);
        return block;
    }

    private void grid(PdfContentByte canvas) {
        Font font = style.plain(HouseStyle.SMALL, HouseColours.MUTED);
        boolean mirrored = style.language().rightToLeft();
        canvas.setLineWidth(0.5f);
        canvas.setColorStroke(HouseColours.LINE);
        for (int quarter = 0; quarter <= 4; quarter++) {
            canvas.moveTo(SIDE, y(quarter / 4.0));
            canvas.lineTo(width - SIDE, y(quarter / 4.0));
            canvas.stroke();
            text(
                    canvas,
                    mirrored ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT,
                    write.basisPoints(quarter * 2500),
                    font,
                    mirrored ? width - SIDE + 5 : SIDE - 5,
                    y(quarter / 4.0) - 2.5f);
        }
        long step = stepOfDays();
        for (long day = 0; day <= last; day += step) {
            text(canvas, Element.ALIGN_CENTER, write.whole(day), font, x(day), FOOT - 11);
        }
        text(
                canvas,
                Element.ALIGN_CENTER,
                style.language().text("retention.axis.days"),
                font,
                width / 2,
                3);
    }

    /** The least step that needs no more than fourteen labels. */
    private long stepOfDays() {
        for (long step : STEPS_OF_DAYS) {
            if (last / step <= 14) {
                return step;
            }
        }
        return (long) last;
    }

    private void band(PdfContentByte canvas) {
        if (steps.isEmpty()) {
            return;
        }
        canvas.saveState();
        canvas.setColorFill(HouseColours.heat(0.2));
        canvas.moveTo(x(0), y(shown(1)));
        double before = 1;
        for (Step step : steps) {
            canvas.lineTo(x(step.day()), y(shown(before)));
            canvas.lineTo(x(step.day()), y(shown(step.high())));
            before = step.high();
        }
        for (int k = steps.size() - 1; k >= 0; k--) {
            canvas.lineTo(x(steps.get(k).day()), y(shown(steps.get(k).low())));
            canvas.lineTo(
                    x(steps.get(k).day()), y(shown(k > 0 ? steps.get(k - 1).low() : 1)));
        }
        canvas.closePath();
        canvas.fill();
        canvas.restoreState();
    }

    private void line(PdfContentByte canvas) {
        canvas.saveState();
        canvas.setColorStroke(HouseColours.PRIMARY);
        canvas.setLineWidth(1.4f);
        canvas.moveTo(x(0), y(shown(1)));
        double before = 1;
        for (Step step : steps) {
            canvas.lineTo(x(step.day()), y(shown(before)));
            canvas.lineTo(x(step.day()), y(shown(step.survival())));
            before = step.survival();
        }
        canvas.stroke();
        canvas.restoreState();
    }

    private double shown(double survival) {
        return fromAll ? survival : 1 - survival;
    }

    private void text(
            PdfContentByte canvas, int alignment, String text, Font font, float x, float y) {
        ColumnText.showTextAligned(
                canvas, alignment, new Phrase(text, font), x, y, 0, style.runDirection(), 0);
    }

    private float x(long day) {
        float along = (width - 2 * SIDE) * day / last;
        return style.language().rightToLeft() ? width - SIDE - along : SIDE + along;
    }

    private float y(double share) {
        return FOOT + (float) share * (HEIGHT - FOOT - HEAD);
    }
}
