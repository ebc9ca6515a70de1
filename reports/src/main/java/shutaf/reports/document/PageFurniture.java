package shutaf.reports.document;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

import java.util.ArrayList;
import java.util.List;

/**
 * Head and foot of each page. "Page n of m" is left open as a small form on each page and filled
 * when the last page is known.
 */
final class PageFurniture extends PdfPageEventHelper {

    private static final float MARK = 18;
    private static final float FOOT_HEIGHT = 14;

    private final HouseStyle style;
    private final PaperFacts facts;
    private final List<PdfTemplate> pageNumbers = new ArrayList<>();

    PageFurniture(HouseStyle style, PaperFacts facts) {
        this.style = style;
        this.facts = facts;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        Rectangle page = document.getPageSize();
        float left = document.leftMargin();
        float right = page.getWidth() - document.rightMargin();
        float head = page.getHeight() - 48;
        boolean mirrored = style.language().rightToLeft();

        HouseMark.draw(canvas, mirrored ? right - MARK : left, head, MARK);
        float nameFrom = MARK + 7;
        Font name = style.strong(12, HouseColours.INK);
        Font quiet = style.plain(HouseStyle.SMALL, HouseColours.MUTED);
        line(
                canvas,
                style.language().text("house.name"),
                name,
                left + (mirrored ? 0 : nameFrom),
                right - (mirrored ? nameFrom : 0),
                head + 4.5f,
                true);
        line(canvas, facts.title(), quiet, left, right, head + 5.5f, false);
        rule(canvas, left, right, head - 8);

        float foot = 30;
        rule(canvas, left, right, foot + 14);
        line(canvas, facts.reference(), quiet, left, right, foot + 2, true);
        PdfTemplate pageNumber = canvas.createTemplate(right - left, FOOT_HEIGHT);
        canvas.addTemplate(pageNumber, left, foot);
        pageNumbers.add(pageNumber);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        Font quiet = style.plain(HouseStyle.SMALL, HouseColours.MUTED);
        FigureText figures = style.language().figures();
        String pages = figures.whole(pageNumbers.size());
        for (int page = 0; page < pageNumbers.size(); page++) {
            PdfTemplate form = pageNumbers.get(page);
            String text = style.language().text("house.page", figures.whole(page + 1), pages);
            line(form, text, quiet, 0, form.getWidth(), 2, false);
        }
    }

    /** One line of text; atStart means where reading starts, else at the other edge. */
    private void line(
            PdfContentByte canvas,
            String text,
            Font font,
            float left,
            float right,
            float baseline,
            boolean atStart) {
        ColumnText column = new ColumnText(canvas);
        column.setRunDirection(style.runDirection());
        column.setSimpleColumn(left, baseline - 4, right, baseline + font.getSize() + 4);
        column.setLeading(font.getSize() + 4 - 0.01f);
        column.setAlignment(atStart ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        column.setText(new Phrase(text, font));
        column.go();
    }

    private static void rule(PdfContentByte canvas, float left, float right, float y) {
        canvas.saveState();
        canvas.setLineWidth(0.6f);
        canvas.setColorStroke(HouseColours.LINE);
        canvas.moveTo(left, y);
        canvas.lineTo(right, y);
        canvas.stroke();
        canvas.restoreState();
    }
}
