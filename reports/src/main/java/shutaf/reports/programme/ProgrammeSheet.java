package shutaf.reports.programme;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import shutaf.reports.document.CsvText;
import shutaf.reports.document.HouseBook;
import shutaf.reports.document.HouseColours;
import shutaf.reports.document.KeyFigure;
import shutaf.reports.document.ReportLanguage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * The report as a workbook: the five figures with all definitions, then a sheet for each section.
 * Numbers are numbers, so that the reader can go on calculating; a Hebrew book reads from right to
 * left.
 */
public final class ProgrammeSheet {
    private static final String COUNT = "#,##0";
    private static final String TWO = "#,##0.00";
    private static final String SHARE = "0.0%";
    private static final String LINK = HouseColours.hex(HouseColours.PRIMARY);

    private final ProgrammeReport report;
    private final ReportLanguage language;

    private ProgrammeSheet(ProgrammeReport report, ReportLanguage language) {
        this.report = report;
        this.language = language;
    }

    /** Writes the book in one language; the answer is a complete XLSX file. */
    public static byte[] render(ProgrammeReport report, ReportLanguage language) {
        ProgrammeSheet sheet = new ProgrammeSheet(report, language);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Shutaf", "1.0")) {
            List<Section> sections = report.sections(language);
            sheet.cover(sheet.page(book, language.text("programme.title")), sections);
            for (Section section : sections) {
                sheet.section(sheet.page(book, section.tab()), section);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing into memory", impossible);
        }
        return file.toByteArray();
    }

    private Worksheet page(Workbook book, String title) {
        Worksheet page = book.newWorksheet(title);
        if (language.rightToLeft()) {
            page.rightToLeft();
        }
        return page;
    }

    private void cover(Worksheet page, List<Section> sections) {
        page.width(0, 38);
        page.width(1, 22);
        page.width(2, 90);
        page.value(0, 0, language.text("programme.title"));
        page.style(0, 0).bold().fontSize(16).set();
        page.value(1, 0, CsvText.harmless(report.scope(language)));
        page.value(2, 0, language.text("programme.days"));
        page.value(2, 1, report.figures().facts().days().from());
        page.value(2, 2, report.figures().facts().days().to());
        page.range(2, 1, 2, 2)
                .style()
                .format("yyyy-mm-dd")
                .horizontalAlignment("left")
                .set();
        int row = 4;
        for (KeyFigure key : ProgrammeKeys.ofFile(report, language)) {
            page.value(row, 0, key.meaning());
            open(page, row, 1, key.address());
            page.value(row, 1, CsvText.harmless(key.figure()));
            open(page, row, 2, key.detailAddress());
            page.value(row, 2, key.detail());
            row++;
        }
        row++;
        for (Section section : sections) {
            page.value(row, 0, section.title());
            page.style(row, 0).bold().verticalAlignment("top").set();
            page.value(row, 2, section.definition());
            page.style(row++, 2).wrapText(true).set();
            for (String note : section.notes()) {
                page.value(row, 2, note);
                page.style(row++, 2).wrapText(true).set();
            }
        }
    }

    private void section(Worksheet page, Section section) {
        for (int c = 0; c < section.columns().size(); c++) {
            page.value(0, c, CsvText.harmless(section.columns().get(c).title()));
            page.width(c, 20);
        }
        page.range(0, 0, 0, section.columns().size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .set();
        int row = 1;
        for (Section.Row each : section.rows()) {
            for (int c = 0; c < each.cells().size(); c++) {
                open(page, row, c, report.site(each.cells().get(c)));
                cell(page, row, c, each.cells().get(c), each.total());
            }
            row++;
        }
        page.freezePane(1, 1);
    }

    /** Before the cell gets its value, which stays what it is. */
    private static void open(Worksheet page, int row, int column, String address) {
        if (!address.isEmpty()) {
            HouseBook.open(page, row, column, address);
            page.style(row, column).fontColor(LINK).set();
        }
    }

    private static void cell(Worksheet page, int row, int column, Cell cell, boolean total) {
        switch (cell) {
            case Cell.Words words -> text(page, row, column, CsvText.harmless(words.text()), total);
            case Cell.Month month -> text(page, row, column, month.month().toString(), total);
            case Cell.Whole whole -> number(page, row, column, whole.number(), COUNT, total);
            case Cell.Money money ->
                number(page, row, column, BigDecimal.valueOf(money.minor(), 2), TWO, total);
            case Cell.Share share -> real(page, row, column, share.share(), SHARE, total);
            case Cell.Ratio ratio -> real(page, row, column, ratio.ratio(), TWO, total);
        }
    }

    private static void text(Worksheet page, int row, int column, String text, boolean total) {
        page.value(row, column, text);
        if (total) {
            page.style(row, column).bold().set();
        }
    }

    private static void real(
            Worksheet page, int row, int column, double value, String format, boolean total) {
        if (Double.isFinite(value)) {
            number(page, row, column, value, format, total);
        }
    }

    private static void number(
            Worksheet page, int row, int column, Number value, String format, boolean total) {
        page.value(row, column, value);
        if (total) {
            page.style(row, column).format(format).bold().set();
        } else {
            page.style(row, column).format(format).set();
        }
    }
}
