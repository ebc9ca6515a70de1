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
import shutaf.reports.retention.RetentionFigures.AllCohorts;

import java.util.List;

/**
 * All cohorts together as a curve over months 1 and later, drawn as vectors. Month 0 is left out:
 * its 100 percent would press the rest flat. Time runs in the reading direction.
 */
final class RetentionCurve {

    private static final float HEIGHT = 132;
    private static final float FOOT = 26;
    private static final float HEAD = 16;
    private static final float SIDE = 34;

    private final HouseStyle style;
    private final FigureText write;
    private final List<AllCohorts> points;
    private final float width;
    private final double top;

    private RetentionCurve(RetentionFigures figures, HousePaper paper) {
        this.style = paper.style();
        this.write = style.language().figures();
        this.points =
                figures.allCohorts().stream().filter(point -> point.k() > 0).toList();
        this.width = paper.width();
        double highest = points.stream().mapToDouble(AllCohorts::rate).max().orElse(1);
        this.top = roundedUp(highest);
    }

    /** The curve as a block over the whole width; only for figures with at least two months. */
    static PdfPTable lay(RetentionFigures figures, HousePaper paper) {
        RetentionCurve curve = new RetentionCurve(figures, paper);
        PdfTemplate canvas = paper.writer().getDirectContent().createTemplate(curve.width, HEIGHT);
        curve.draw(canvas);
        PdfPTable block = curve.style.table(1);
        PdfPCell cell = curve.style.cell("", curve.style.plain(1, HouseColours.INK));
        cell.setImage(Image.getInstance(canvas));
        block.addCell(cell);
        return block;
    }

    /** The top of the scale: the least of a few percentages with whole quarters that covers it. */
    static double roundedUp(double share) {
        for (int percent : new int[] {4, 8, 12, 16, 20, 24, 32, 40, 60, 80, 100}) {
            if (share * 100 <= percent) {
                return percent / 100.0;
            }
        }
        return 1;
    }

    private void draw(PdfContentByte canvas) {
        grid(canvas);
        area(canvas);
        line(canvas);
        marks(canvas);
    }

    private void grid(PdfContentByte canvas) {
        Font font = style.plain(HouseStyle.SMALL, HouseColours.MUTED);
        canvas.setLineWidth(0.5f);
        canvas.setColorStroke(HouseColours.LINE);
        for (int quarter = 0; quarter <= 4; quarter++) {
            double share = top * quarter / 4;
            canvas.moveTo(SIDE, y(share));
            canvas.lineTo(width - SIDE, y(share));
            canvas.stroke();
            String percent = write.basisPoints((int) Math.round(share * 10_000));
            boolean mirrored = style.language().rightToLeft();
            text(
                    canvas,
                    mirrored ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT,
                    percent,
                    font,
                    mirrored ? width - SIDE + 5 : SIDE - 5,
                    y(share) - 2.5f);
        }
        int step = Math.max(1, (points.size() + 17) / 18);
        for (AllCohorts point : points) {
            if ((point.k() - 1) % step == 0) {
                text(
                        canvas,
                        Element.ALIGN_CENTER,
                        write.whole(point.k()),
                        font,
                        x(point.k()),
                        FOOT - 11);
            }
        }
        text(
                canvas,
                Element.ALIGN_CENTER,
                style.language().text("retention.curve.axis"),
                font,
                width / 2,
                3);
    }

    private void area(PdfContentByte canvas) {
        canvas.saveState();
        canvas.setColorFill(HouseColours.heat(0.12));
        canvas.moveTo(x(points.getFirst().k()), y(0));
        points.forEach(point -> canvas.lineTo(x(point.k()), y(point.rate())));
        canvas.lineTo(x(points.getLast().k()), y(0));
        canvas.closePath();
        canvas.fill();
        canvas.restoreState();
    }

    private void line(PdfContentByte canvas) {
        canvas.saveState();
        canvas.setColorStroke(HouseColours.PRIMARY);
        canvas.setLineWidth(1.6f);
        canvas.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        canvas.moveTo(x(points.getFirst().k()), y(points.getFirst().rate()));
        points.forEach(point -> canvas.lineTo(x(point.k()), y(point.rate())));
        canvas.stroke();
        canvas.restoreState();
    }

    private void marks(PdfContentByte canvas) {
        canvas.setColorFill(HouseColours.PRIMARY);
        for (AllCohorts point : points) {
            canvas.circle(x(point.k()), y(point.rate()), 2);
            canvas.fill();
        }
        Font font = style.strong(HouseStyle.SMALL, HouseColours.PRIMARY);
        for (AllCohorts point : List.of(points.getFirst(), points.getLast())) {
            text(
                    canvas,
                    Element.ALIGN_CENTER,
                    write.percent(point.active(), point.size()),
                    font,
                    x(point.k()),
                    y(point.rate()) + 6);
        }
    }

    private void text(
            PdfContentByte canvas, int alignment, String text, Font font, float x, float y) {
        ColumnText.showTextAligned(
                canvas, alignment, new Phrase(text, font), x, y, 0, style.runDirection(), 0);
    }

    private float x(int k) {
        float span = width - 2 * SIDE - 24;
        float along = span * (k - 1) / Math.max(1, points.size() - 1) + 12;
        return style.language().rightToLeft() ? width - SIDE - along : SIDE + along;
    }

    private float y(double share) {
        return FOOT + (float) (share / top) * (HEIGHT - FOOT - HEAD);
    }
}
