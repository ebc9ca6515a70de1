package shutaf.reports.programme;

import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;

import shutaf.reports.document.HouseColours;
import shutaf.reports.document.HousePaper;
import shutaf.reports.document.HouseStyle;

import java.awt.Color;
import java.util.List;

/** Stacked columns drawn as vectors; columns run in the reading direction. */
final class ColumnsOnPaper {
    static final float HEIGHT = 170;

    private static final float FOOT = 18;
    private static final float HEAD = 24;
    private static final float SIDE = 52;
    private static final int MOST_LABELS = 14;

    /** From the strongest to the palest; each differs from the next in lightness too. */
    private static final List<Color> COLOURS = List.of(
            HouseColours.PRIMARY, HouseColours.ACCENT, HouseColours.heat(0.32), HouseColours.MUTED);

    private final StackedColumns chart;
    private final HouseStyle style;
    private final float width;
    private final double bottom;
    private final double top;

    private ColumnsOnPaper(StackedColumns chart, HousePaper paper) {
        this.chart = chart;
        this.style = paper.style();
        this.width = paper.width();
        List<Double> grid = chart.grid();
        this.bottom = grid.getFirst();
        this.top = grid.getLast();
    }

    /** The drawing as a block over the whole width. */
    static PdfPTable lay(StackedColumns chart, HousePaper paper) {
        ColumnsOnPaper drawing = new ColumnsOnPaper(chart, paper);
        PdfTemplate canvas =
                paper.writer().getDirectContent().createTemplate(drawing.width, HEIGHT);
        drawing.grid(canvas);
        drawing.columns(canvas);
        drawing.legend(canvas);
        PdfPTable block = drawing.style.table(1);
        PdfPCell cell = drawing.style.cell("", drawing.style.plain(1, HouseColours.INK));
        cell.setImage(Image.getInstance(canvas));
        cell.setPaddingBottom(6);
        block.addCell(cell);
        return block;
    }

    private void grid(PdfContentByte canvas) {
        Font font = style.plain(HouseStyle.SMALL, HouseColours.MUTED);
        boolean mirrored = style.language().rightToLeft();
        canvas.setLineWidth(0.5f);
        for (double line : chart.grid()) {
            canvas.setColorStroke(line == 0 ? HouseColours.MUTED : HouseColours.LINE);
            canvas.moveTo(SIDE, y(line));
            canvas.lineTo(width - SIDE, y(line));
            canvas.stroke();
            text(
                    canvas,
                    mirrored ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT,
                    scale(line),
                    font,
                    mirrored ? width - SIDE + 5 : SIDE - 5,
                    y(line) - 2.5f);
        }
        int columns = chart.labels().size();
        int step = (columns + MOST_LABELS - 1) / MOST_LABELS;
        for (int k = 0; k < columns; k += Math.max(1, step)) {
            text(canvas, Element.ALIGN_CENTER, chart.labels().get(k), font, x(k), 5);
        }
    }

    private String scale(double height) {
        return chart.share()
                ? Cell.percent(height, style.language().figures())
                : style.language().figures().whole(Math.round(height));
    }

    private void columns(PdfContentByte canvas) {
        float half = Math.min(22, 0.36f * (width - 2 * SIDE) / chart.labels().size());
        canvas.saveState();
        for (StackedColumns.Piece piece : chart.pieces()) {
            canvas.setColorFill(COLOURS.get(piece.series() % COLOURS.size()));
            float from = y(piece.from());
            canvas.rectangle(x(piece.column()) - half, from, 2 * half, y(piece.to()) - from);
            canvas.fill();
        }
        canvas.restoreState();
    }

    private void legend(PdfContentByte canvas) {
        Font font = style.plain(HouseStyle.SMALL, HouseColours.INK);
        boolean mirrored = style.language().rightToLeft();
        float way = 4;
        for (int s = 0; s < chart.series().size(); s++) {
            if (chart.series().get(s).empty()) {
                continue;
            }
            String name = chart.series().get(s).name();
            canvas.setColorFill(COLOURS.get(s % COLOURS.size()));
            canvas.rectangle(along(way) - 4, HEIGHT - 12, 8, 8);
            canvas.fill();
            text(
                    canvas,
                    mirrored ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT,
                    name,
                    font,
                    along(way + 9),
                    HEIGHT - 11);
            way += 26 + font.getBaseFont().getWidthPoint(name, HouseStyle.SMALL);
        }
    }

    private void text(
            PdfContentByte canvas, int alignment, String text, Font font, float x, float y) {
        ColumnText.showTextAligned(
                canvas, alignment, new Phrase(text, font), x, y, 0, style.runDirection(), 0);
    }

    private float along(float way) {
        return style.language().rightToLeft() ? width - SIDE - way : SIDE + way;
    }

    private float x(int column) {
        return along((width - 2 * SIDE) * (column + 0.5f) / chart.labels().size());
    }

    private float y(double height) {
        return FOOT + (float) ((height - bottom) / (top - bottom)) * (HEIGHT - FOOT - HEAD);
    }
}
