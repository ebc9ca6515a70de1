package shutaf.reports.document;

import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.function.Consumer;

/**
 * A paper in the house style: A4, Heebo embedded, the mark at the head, page n of m at the foot.
 *
 * <p>The same facts and the same body give the same bytes: dates and identity come from the facts,
 * so that a stored paper can be proven by writing it again.
 */
public final class HousePaper {

    private static final float SIDE = 42;
    private static final float TOP = 74;
    private static final float BOTTOM = 62;

    private final Document document;
    private final PdfWriter writer;
    private final HouseStyle style;

    private HousePaper(Document document, PdfWriter writer, HouseStyle style) {
        this.document = document;
        this.writer = writer;
        this.style = style;
    }

    /**
     * Writes a paper.
     *
     * @param body adds the content in reading order
     * @return a complete PDF file
     */
    public static byte[] write(
            PaperFacts facts, ReportLanguage language, Consumer<HousePaper> body) {
        Rectangle size = facts.landscape() ? PageSize.A4.rotate() : PageSize.A4;
        byte[] identity = identity(facts, language);
        HouseStyle style = new HouseStyle(language, new HouseFonts(Arrays.toString(identity)));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Document document = new Document(size, SIDE, SIDE, TOP, BOTTOM);
        PdfWriter writer = PdfWriter.getInstance(document, file);
        writer.setPageEvent(new PageFurniture(style, facts));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle
                | (language.rightToLeft() ? PdfWriter.DirectionR2L : PdfWriter.DirectionL2R));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language.tag()));
        document.addTitle(facts.title());
        document.addSubject(facts.subject());
        document.addCreator(language.text("house.name"));
        document.open();
        body.accept(new HousePaper(document, writer, style));
        describe(writer.getInfo(), facts, identity);
        document.close();
        return file.toByteArray();
    }

    private static void describe(PdfDictionary info, PaperFacts facts, byte[] identity) {
        PdfDate madeOn =
                new PdfDate(GregorianCalendar.from(facts.madeOn().atStartOfDay(ZoneOffset.UTC)));
        info.put(PdfName.CREATIONDATE, madeOn);
        info.put(PdfName.MODDATE, madeOn);
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(identity, identity));
    }

    private static byte[] identity(PaperFacts facts, ReportLanguage language) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((facts + language.tag()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Type and direction, for parts that draw themselves. */
    public HouseStyle style() {
        return style;
    }

    /** The writer, for parts that draw vectors. */
    public PdfWriter writer() {
        return writer;
    }

    /** Width between the margins in points. */
    public float width() {
        return document.right() - document.left();
    }

    /** The paper's title with one quieter line under it. */
    public HousePaper title(String title, String under) {
        text(title, style.cell(title, style.strong(HouseStyle.TITLE, HouseColours.INK)), 2);
        return text(under, style.cell(under, style.plain(11, HouseColours.MUTED)), 14);
    }

    /** A heading; it moves to the next page when fewer than 90 points are left for its matter. */
    public HousePaper heading(String heading) {
        return heading(heading, 90);
    }

    /** A heading that stays together with the given height of matter, in points. */
    public HousePaper heading(String heading, float matter) {
        float left = writer.getVerticalPosition(true) - document.bottom();
        if (left < matter && left < document.top() - document.bottom()) {
            document.newPage();
        }
        PdfPCell cell = style.cell(heading, style.strong(HouseStyle.HEADING, HouseColours.INK));
        cell.setPaddingTop(12);
        return text(heading, cell, 6);
    }

    /** A paragraph of running text. */
    public HousePaper paragraph(String text) {
        PdfPCell cell = style.cell(text, style.plain(HouseStyle.BODY, HouseColours.INK));
        cell.setLeading(0, 1.5f);
        return text(text, cell, 6);
    }

    /** A small quiet remark under a table or drawing. */
    public HousePaper note(String text) {
        PdfPCell cell = style.cell(text, style.plain(HouseStyle.SMALL, HouseColours.MUTED));
        cell.setLeading(0, 1.45f);
        cell.setPaddingTop(4);
        return text(text, cell, 4);
    }

    private HousePaper text(String text, PdfPCell cell, float after) {
        if (!text.isEmpty()) {
            PdfPTable block = style.table(1);
            cell.setPaddingBottom(after);
            block.addCell(cell);
            document.add(block);
        }
        return this;
    }

    /** Key figures side by side, each as a card: the figure large, what it is below. */
    public HousePaper keyFigures(List<KeyFigure> figures) {
        document.add(KeyFigure.row(style, figures, width()));
        return this;
    }

    /** A table of figures; a total never stands on a page alone. */
    public HousePaper table(FigureTable table) {
        PdfPTable whole = table.lay(style);
        if (table.endsWithTotal() && leavesOneRow(whole)) {
            List<PdfPTable> pieces = table.beforeTheLastTwo(style);
            document.add(pieces.getFirst());
            document.newPage();
            document.add(pieces.getLast());
        } else {
            document.add(whole);
        }
        return this;
    }

    /**
     * Whether only its last row falls on its last page; rows are not split, the heading repeats.
     */
    private boolean leavesOneRow(PdfPTable table) {
        table.setTotalWidth(width());
        float heading = table.getRowHeight(0);
        float page = document.top() - document.bottom() - heading;
        float left = writer.getVerticalPosition(true) - document.bottom() - heading;
        int rows = 0;
        boolean broken = false;
        for (int row = 1; row < table.size(); row++) {
            float height = table.getRowHeight(row);
            if (height >= left && (rows > 0 || !broken)) {
                left = page;
                rows = 0;
                broken = true;
            }
            left -= height;
            rows++;
        }
        return broken && rows == 1;
    }

    /** Height in points that a block takes over the whole width. */
    public float height(PdfPTable block) {
        block.setTotalWidth(width());
        return block.getTotalHeight();
    }

    /** Any other block over the whole width. */
    public HousePaper block(PdfPTable block) {
        document.add(block);
        return this;
    }

    /** Goes on at the top of a new page. */
    public HousePaper newPage() {
        document.newPage();
        return this;
    }
}
