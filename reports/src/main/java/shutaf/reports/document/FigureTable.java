package shutaf.reports.document;

import org.openpdf.text.Font;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of words and figures: figures stand at the right edge of their column in digits of one
 * width, so that units stand under units; the heading repeats on each page; totals are set off by a
 * line and weight. A cell may open an address, and then has the colour of links.
 */
public final class FigureTable {

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    /** A table with these columns, in reading order. */
    public FigureTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row. */
    public FigureTable row(String... cells) {
        return add(false, cells);
    }

    /** Adds a row of totals. */
    public FigureTable total(String... cells) {
        return add(true, cells);
    }

    /**
     * Makes a cell of the row that was added last open an address; an empty one opens nothing.
     *
     * @param column its place in reading order, from 0
     */
    public FigureTable opens(int column, String address) {
        rows.getLast().addresses().set(column, address);
        return this;
    }

    private FigureTable add(boolean total, String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + columns.size() + " columns");
        }
        List<String> none = new ArrayList<>(Collections.nCopies(cells.length, ""));
        rows.add(new Row(List.of(cells), none, total));
        return this;
    }

    /** The table laid out, for papers that put it beside something. */
    public PdfPTable lay(HouseStyle style) {
        return lay(style, rows);
    }

    /** Two pieces of it, so that the last two rows begin a page of their own. */
    List<PdfPTable> beforeTheLastTwo(HouseStyle style) {
        int cut = rows.size() - 2;
        return List.of(
                lay(style, rows.subList(0, cut)), lay(style, rows.subList(cut, rows.size())));
    }

    /** Whether it ends with a total, which says nothing without a row above it. */
    boolean endsWithTotal() {
        return rows.size() > 2 && rows.getLast().total();
    }

    private PdfPTable lay(HouseStyle style, List<Row> some) {
        float[] widths = new float[columns.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = columns.get(column).width();
        }
        PdfPTable table = style.table(widths);
        table.setSpacingAfter(6);
        table.setHeaderRows(1);
        Font head = style.strong(HouseStyle.SMALL, HouseColours.MUTED);
        for (Column column : columns) {
            table.addCell(
                    framed(cell(style, column, column.heading(), head), HouseColours.INK, 0.9f));
        }
        for (Row row : some) {
            lay(style, table, row);
        }
        return table;
    }

    private void lay(HouseStyle style, PdfPTable table, Row row) {
        Font font = row.total()
                ? style.strong(HouseStyle.BODY, HouseColours.INK)
                : style.plain(HouseStyle.BODY, HouseColours.INK);
        for (int column = 0; column < columns.size(); column++) {
            String address = row.addresses().get(column);
            PdfPCell cell = cell(
                    style,
                    columns.get(column),
                    row.cells().get(column),
                    PaperLink.font(font, address));
            if (row.total()) {
                cell.setBackgroundColor(HouseColours.PAGE);
            }
            table.addCell(PaperLink.over(framed(cell, HouseColours.LINE, 0.5f), address));
        }
    }

    private static PdfPCell cell(HouseStyle style, Column column, String text, Font font) {
        return column.figures() ? style.figure(text, font) : style.cell(text, font);
    }

    private static PdfPCell framed(PdfPCell cell, Color colour, float width) {
        cell.setLeading(0, 1.3f);
        cell.setPaddingTop(4.5f);
        cell.setPaddingBottom(4.5f);
        cell.setPaddingLeft(4);
        cell.setPaddingRight(4);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColorBottom(colour);
        cell.setBorderWidthBottom(width);
        return cell;
    }

    /**
     * One column.
     *
     * @param heading its heading
     * @param width its share of the width, in any unit common to the table
     * @param figures true when its cells are figures
     */
    public record Column(String heading, float width, boolean figures) {

        /** A column of words. */
        public static Column words(String heading, float width) {
            return new Column(heading, width, false);
        }

        /** A column of figures. */
        public static Column figures(String heading, float width) {
            return new Column(heading, width, true);
        }
    }

    private record Row(List<String> cells, List<String> addresses, boolean total) {}
}
