package shutaf.reports.document;

import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;

/** The mark: two overlapping rounded squares, one partner over the other, drawn as vectors. */
final class HouseMark {

    private HouseMark() {}

    /** Draws the mark into a square of the given size, lower left corner at x, y; points. */
    static void draw(PdfContentByte canvas, float x, float y, float size) {
        float side = size * 0.64f;
        float radius = size * 0.16f;
        canvas.saveState();
        canvas.setColorFill(HouseColours.PRIMARY);
        canvas.roundRectangle(x, y + size - side, side, side, radius);
        canvas.fill();
        PdfGState overlap = new PdfGState();
        overlap.setFillOpacity(0.86f);
        canvas.setGState(overlap);
        canvas.setColorFill(HouseColours.ACCENT);
        canvas.roundRectangle(x + size - side, y, side, side, radius);
        canvas.fill();
        canvas.restoreState();
    }
}
