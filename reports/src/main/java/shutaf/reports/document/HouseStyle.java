package shutaf.reports.document;

import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

import java.awt.Color;

/**
 * Type, sizes and direction of one paper. Every text goes through a cell or a column: those are the
 * two places where OpenPDF orders Hebrew rightly.
 */
public final class HouseStyle {

    public static final float SMALL = 7.5f;
    public static final float BODY = 9;
    public static final float HEADING = 12.5f;
    public static final float FIGURE = 18;
    public static final float TITLE = 22;

    private final ReportLanguage language;
    private final HouseFonts fonts;

    HouseStyle(ReportLanguage language, HouseFonts fonts) {
        this.language = language;
        this.fonts = fonts;
    }

    /** The language of the paper. */
    public ReportLanguage language() {
        return language;
    }

    /** Running text in regular weight; size in points. */
    public Font plain(float size, Color colour) {
        return new Font(fonts.regular(), size, Font.UNDEFINED, colour);
    }

    /** Headings, totals and key figures in semi-bold; size in points. */
    public Font strong(float size, Color colour) {
        return new Font(fonts.semiBold(), size, Font.UNDEFINED, colour);
    }

    /** A table over the whole width whose first column stands where reading starts. */
    public PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(physical(widths));
        table.setWidthPercentage(100);
        table.setRunDirection(runDirection());
        table.setSplitLate(true);
        return table;
    }

    /** OpenPDF turns the cells of a right-to-left row round, but not the widths of the columns. */
    private float[] physical(float[] widths) {
        float[] physical = widths.clone();
        if (language.rightToLeft()) {
            for (int column = 0; column < widths.length; column++) {
                physical[column] = widths[widths.length - 1 - column];
            }
        }
        return physical;
    }

    /** A cell without border, aligned to where reading starts, in the paper's direction. */
    public PdfPCell cell(String text, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setRunDirection(runDirection());
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setUseAscender(true);
        cell.setUseDescender(true);
        cell.setHorizontalAlignment(Element.ALIGN_LEFT);
        return cell;
    }

    /** As {@link #cell}, at the right edge in both directions, as columns of figures are. */
    public PdfPCell figure(String text, Font font) {
        PdfPCell cell = cell(text, font);
        // OpenPDF mirrors the alignment of right-to-left cells: left is there the right edge.
        cell.setHorizontalAlignment(
                language.rightToLeft() ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        return cell;
    }

    /** OpenPDF's number for the reading direction. */
    public int runDirection() {
        return language.rightToLeft() ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR;
    }
}
