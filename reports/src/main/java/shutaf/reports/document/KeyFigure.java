package shutaf.reports.document;

import org.openpdf.text.Font;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPCellEvent;
import org.openpdf.text.pdf.PdfPTable;

import java.util.Arrays;
import java.util.List;

/**
 * A number that a reader in a hurry looks for first.
 *
 * @param figure the written figure
 * @param meaning what it counts, a few words
 * @param detail one quiet line that puts it in proportion; may be empty
 * @param address what the figure opens; empty for nothing
 * @param detailAddress what the quiet line opens; empty for nothing
 */
public record KeyFigure(
        String figure, String meaning, String detail, String address, String detailAddress) {

    private static final float GAP = 4;
    private static final float PADDING = 12;

    /** A figure that opens nothing. */
    public KeyFigure(String figure, String meaning, String detail) {
        this(figure, meaning, detail, "", "");
    }

    /** The same, opening these addresses, each of which may be empty. */
    public KeyFigure opening(String whole, String ofDetail) {
        return new KeyFigure(figure, meaning, detail, whole, ofDetail);
    }

    /** Lays the figures out as cards of one height. */
    static PdfPTable row(HouseStyle style, List<KeyFigure> figures, float width) {
        float[] widths = new float[figures.size()];
        Arrays.fill(widths, 1);
        PdfPTable row = style.table(widths);
        // The cards at the ends reach the margins although each keeps a gap around it.
        row.setWidthPercentage(100 * (width + 2 * GAP) / width);
        row.setSpacingAfter(6);
        row.setKeepTogether(true);
        PdfPCellEvent card = (cell, place, canvases) -> ground(place, canvases);
        float size = size(style, figures, width / figures.size() - 2 * PADDING);
        for (KeyFigure figure : figures) {
            PdfPCell cell = new PdfPCell(figure.card(style, size));
            cell.setRunDirection(style.runDirection());
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPadding(PADDING);
            cell.setCellEvent(card);
            row.addCell(cell);
        }
        return row;
    }

    /** One size for all cards of a row: the usual one, or the one at which the longest fits. */
    private static float size(HouseStyle style, List<KeyFigure> figures, float room) {
        Font usual = style.strong(HouseStyle.FIGURE, HouseColours.PRIMARY);
        float longest = 0;
        for (KeyFigure figure : figures) {
            longest = Math.max(
                    longest, usual.getBaseFont().getWidthPoint(figure.figure, HouseStyle.FIGURE));
        }
        return longest <= room ? HouseStyle.FIGURE : HouseStyle.FIGURE * room / longest * 0.99f;
    }

    private PdfPTable card(HouseStyle style, float size) {
        PdfPTable card = style.table(1);
        PdfPCell large = style.cell(figure, style.strong(size, HouseColours.PRIMARY));
        large.setPaddingBottom(3);
        card.addCell(PaperLink.over(large, address));
        PdfPCell what = style.cell(meaning, style.strong(HouseStyle.BODY, HouseColours.INK));
        what.setLeading(0, 1.3f);
        card.addCell(what);
        Font quiet = style.plain(HouseStyle.SMALL, HouseColours.MUTED);
        PdfPCell more = style.cell(detail, PaperLink.font(quiet, detailAddress));
        more.setLeading(0, 1.35f);
        more.setPaddingTop(2);
        card.addCell(PaperLink.over(more, detailAddress));
        return card;
    }

    private static void ground(Rectangle place, PdfContentByte[] canvases) {
        PdfContentByte canvas = canvases[PdfPTable.BACKGROUNDCANVAS];
        canvas.saveState();
        canvas.setColorFill(HouseColours.PAGE);
        canvas.setColorStroke(HouseColours.LINE);
        canvas.setLineWidth(0.6f);
        canvas.roundRectangle(
                place.getLeft() + GAP,
                place.getBottom() + GAP,
                place.getWidth() - 2 * GAP,
                place.getHeight() - 2 * GAP,
                6);
        canvas.fillStroke();
        canvas.restoreState();
    }
}
