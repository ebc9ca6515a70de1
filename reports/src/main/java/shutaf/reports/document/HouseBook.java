package shutaf.reports.document;

import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * A workbook of plain tables: numbers are numbers, so that the reader can go on calculating; texts
 * cannot run as formulas; a Hebrew book reads from right to left.
 */
public final class HouseBook {

    private static final String LINK = HouseColours.hex(HouseColours.PRIMARY);

    private final Workbook book;
    private final ReportLanguage language;

    private HouseBook(Workbook book, ReportLanguage language) {
        this.book = book;
        this.language = language;
    }

    /** Writes a book; the answer is a complete XLSX file. */
    public static byte[] write(ReportLanguage language, Consumer<HouseBook> body) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Shutaf", "1.0")) {
            body.accept(new HouseBook(book, language));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing into memory", impossible);
        }
        return file.toByteArray();
    }

    /** The workbook itself, for sheets that colour their cells. */
    public Workbook workbook() {
        return book;
    }

    /** A new sheet; Excel cuts its name at 31 characters. */
    public Sheet sheet(String name, int... widths) {
        Worksheet sheet = book.newWorksheet(name);
        if (language.rightToLeft()) {
            sheet.rightToLeft();
        }
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
        return new Sheet(sheet);
    }

    /**
     * A share, shown in percent; its cell holds the number between 0 and 1.
     *
     * @param value the share; a cell stays empty where it is no number
     */
    public record Share(double value) {}

    /**
     * A cell that opens an address when it is pressed, and stays what it is.
     *
     * @param value as any other cell's
     * @param address empty for nothing
     */
    public record Linked(Object value, String address) {}

    /**
     * Makes a cell open an address. To be called before the cell gets its value: the library writes
     * a text of its own first, and forgets one of two links that are equal.
     */
    public static void open(Worksheet sheet, int row, int column, String address) {
        sheet.hyperlink(row, column, new CellLink(address));
    }

    /** A link without a text of its own, different from every other one. */
    private static final class CellLink extends HyperLink {
        CellLink(String address) {
            super(address, null);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** A sheet that is written row by row. */
    public static final class Sheet {
        private final Worksheet sheet;
        private int next;

        private Sheet(Worksheet sheet) {
            this.sheet = sheet;
        }

        /** A large line. */
        public Sheet title(String text) {
            sheet.value(next, 0, CsvText.harmless(text));
            sheet.style(next, 0).bold().fontSize(16).set();
            next++;
            return this;
        }

        /** A row of headings. */
        public Sheet heading(String... names) {
            for (int column = 0; column < names.length; column++) {
                sheet.value(next, column, names[column]);
            }
            sheet.range(next, 0, next, names.length - 1).style().bold().set();
            next++;
            return this;
        }

        /**
         * A row: texts, whole numbers, numbers, days, shares, and any of them linked. A number that
         * is none leaves its cell empty, because zero would be a figure.
         */
        public Sheet row(Object... cells) {
            for (int column = 0; column < cells.length; column++) {
                put(column, cells[column]);
            }
            next++;
            return this;
        }

        /** An empty row. */
        public Sheet gap() {
            next++;
            return this;
        }

        private void put(int column, Object cell) {
            if (cell instanceof Linked linked) {
                linked(column, linked);
            } else if (cell instanceof Share share) {
                number(column, share.value(), "0.0%");
            } else if (cell instanceof LocalDate day) {
                sheet.value(next, column, day);
                sheet.style(next, column).format("yyyy-mm-dd").set();
            } else if (cell instanceof Double number) {
                number(column, number, "#,##0.00####");
            } else if (cell instanceof Number whole) {
                sheet.value(next, column, whole);
                sheet.style(next, column).format("#,##0").set();
            } else {
                sheet.value(next, column, CsvText.harmless(cell.toString()));
            }
        }

        private void linked(int column, Linked linked) {
            if (linked.address().isEmpty()) {
                put(column, linked.value());
            } else {
                open(sheet, next, column, linked.address());
                put(column, linked.value());
                sheet.style(next, column).fontColor(LINK).set();
            }
        }

        private void number(int column, double value, String format) {
            if (Double.isFinite(value)) {
                sheet.value(next, column, value);
                sheet.style(next, column).format(format).set();
            }
        }
    }
}
