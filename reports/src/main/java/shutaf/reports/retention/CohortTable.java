package shutaf.reports.retention;

import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

import shutaf.reports.document.FigureText;
import shutaf.reports.document.HouseColours;
import shutaf.reports.document.HouseStyle;
import shutaf.reports.document.PaperLink;

import java.awt.Color;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cohort matrix as a heat map of vector cells: each cell has its colour and its number, so that
 * colour never speaks alone. Colour grows with the share up to the highest share after month 0;
 * month 0 is 100 percent by definition and stays grey.
 */
final class CohortTable {

    private static final float COHORT_WIDTH = 2.0f;
    private static final float SIZE_WIDTH = 1.5f;

    private final RetentionFigures figures;
    private final RetentionLinks links;
    private final HouseStyle style;
    private final FigureText write;
    private final boolean counts;
    private final double highest;

    /** A table of shares, or of counts with the colours of their shares. */
    CohortTable(RetentionReport report, HouseStyle style, boolean counts) {
        this.figures = report.figures();
        this.links = RetentionLinks.ofFiles(report);
        this.style = style;
        this.write = style.language().figures();
        this.counts = counts;
        this.highest = highest(figures).map(CohortCell::rate).orElse(1.0);
    }

    /** The cell with the highest share after month 0, if any month followed. */
    static Optional<CohortCell> highest(RetentionFigures figures) {
        return figures.cells().stream()
                .filter(cell -> cell.k() > 0 && cell.active() > 0)
                .max((one, other) -> Double.compare(one.rate(), other.rate()));
    }

    /** Months {@code from} to {@code to} (inclusive) of all cohorts that have any of them. */
    PdfPTable lay(int from, int to) {
        int months = to - from + 1;
        float[] widths = new float[months + 2];
        Arrays.fill(widths, 1);
        widths[0] = COHORT_WIDTH;
        widths[1] = SIZE_WIDTH;
        PdfPTable table = style.table(widths);
        table.setHeaderRows(1);
        table.setSpacingAfter(6);
        head(table, from, to);
        for (Map.Entry<YearMonth, List<CohortCell>> row : figures.byCohort().entrySet()) {
            if (row.getValue().size() > from) {
                cohort(table, row.getKey(), row.getValue(), from, to);
            }
        }
        all(table, from, to);
        return table;
    }

    private void head(PdfPTable table, int from, int to) {
        Font font = style.strong(HouseStyle.SMALL, HouseColours.MUTED);
        table.addCell(label(style.language().text("retention.column.cohort"), font));
        table.addCell(size(style.language().text("retention.column.size"), font));
        for (int k = from; k <= to; k++) {
            table.addCell(middle(write.whole(k), font, Color.WHITE));
        }
    }

    private void cohort(
            PdfPTable table, YearMonth month, List<CohortCell> cells, int from, int to) {
        Font font = style.plain(HouseStyle.SMALL, HouseColours.INK);
        table.addCell(label(write.month(month), style.strong(HouseStyle.SMALL, HouseColours.INK)));
        long size = cells.getFirst().size();
        table.addCell(size(size, font, links.cohort(month, size)));
        for (int k = from; k <= to; k++) {
            table.addCell(k < cells.size() ? cell(cells.get(k)) : middle("", font, Color.WHITE));
        }
    }

    private PdfPCell cell(CohortCell cell) {
        boolean partial = figures.lastMonthIsPartial()
                && cell.month().equals(YearMonth.from(figures.summary().obsEnd()));
        Color ground = ground(cell.k(), cell.rate());
        String text = text(cell.active(), cell.size()) + (partial ? "*" : "");
        Font font = style.plain(HouseStyle.SMALL, HouseColours.textOn(ground));
        return PaperLink.over(middle(text, font, ground), links.cell(cell));
    }

    private void all(PdfPTable table, int from, int to) {
        Font font = style.strong(HouseStyle.SMALL, HouseColours.INK);
        List<RetentionFigures.AllCohorts> all = figures.allCohorts();
        table.addCell(label(style.language().text("retention.all"), font));
        table.addCell(size(figures.summary().customers(), font, links.customers()));
        for (int k = from; k <= to; k++) {
            if (k < all.size()) {
                table.addCell(all(all.get(k)));
            } else {
                table.addCell(middle("", font, Color.WHITE));
            }
        }
    }

    private PdfPCell all(RetentionFigures.AllCohorts all) {
        Color ground = ground(all.k(), all.rate());
        Font font = style.strong(HouseStyle.SMALL, HouseColours.textOn(ground));
        return PaperLink.over(
                middle(text(all.active(), all.size()), font, ground), links.month(all));
    }

    private String text(long active, long size) {
        return counts ? write.whole(active) : write.percent(active, size);
    }

    private Color ground(int k, double rate) {
        return k == 0 ? HouseColours.LINE : HouseColours.heat(rate / highest);
    }

    private PdfPCell label(String text, Font font) {
        PdfPCell cell = style.cell(text, font);
        return padded(cell);
    }

    private PdfPCell size(long members, Font font, String address) {
        Font link = PaperLink.font(font, address);
        return PaperLink.over(size(write.whole(members), link), address);
    }

    private PdfPCell size(String text, Font font) {
        return padded(style.figure(text, font));
    }

    private static PdfPCell padded(PdfPCell cell) {
        cell.setPadding(4);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    private PdfPCell middle(String text, Font font, Color ground) {
        PdfPCell cell = style.cell(text, font);
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setBackgroundColor(ground);
        cell.setBorder(Rectangle.BOX);
        cell.setBorderColor(Color.WHITE);
        cell.setBorderWidth(1);
        cell.setPaddingTop(4.5f);
        cell.setPaddingBottom(4.5f);
        cell.setNoWrap(true);
        return cell;
    }
}
