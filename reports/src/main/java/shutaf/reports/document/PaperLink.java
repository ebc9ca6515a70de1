package shutaf.reports.document;

import org.openpdf.text.Font;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A link over a whole cell. Over the cell and not over its text, because a cell is easier to hit,
 * and because it lies where it lies in either direction of writing.
 */
public final class PaperLink {

    private PaperLink() {}

    /** The cell, opening that address; an empty address leaves it as it is. */
    public static PdfPCell over(PdfPCell cell, String address) {
        if (!address.isEmpty()) {
            cell.setCellEvent((one, place, canvases) -> {
                PdfWriter writer = canvases[PdfPTable.TEXTCANVAS].getPdfWriter();
                writer.addAnnotation(new PdfAnnotation(
                        writer,
                        place.getLeft(),
                        place.getBottom(),
                        place.getRight(),
                        place.getTop(),
                        new PdfAction(address)));
            });
        }
        return cell;
    }

    /** The font in the colour of links where there is an address. */
    public static Font font(Font font, String address) {
        if (address.isEmpty()) {
            return font;
        }
        Font link = new Font(font);
        link.setColor(HouseColours.PRIMARY);
        return link;
    }
}
