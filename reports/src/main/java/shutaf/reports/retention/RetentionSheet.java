package shutaf.reports.retention;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import shutaf.reports.document.CsvText;
import shutaf.reports.document.HouseBook;
import shutaf.reports.document.HouseColours;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.RetentionFigures.AllCohorts;

import java.awt.Color;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The retention report as a spreadsheet: key figures, shares, counts. Numbers are numbers, so that
 * the reader can go on calculating; a Hebrew book reads from right to left.
 */
public final class RetentionSheet {

    private static final int HEAD = 0;
    private static final int COHORT = 0;
    private static final int SIZE = 1;
    private static final int FIRST_MONTH = 2;

    private final RetentionReport report;
    private final RetentionFigures figures;
    private final RetentionLinks links;
    private final ReportLanguage language;
    private final double highest;

    private RetentionSheet(RetentionReport report, ReportLanguage language) {
        this.report = report;
        this.figures = report.figures();
        this.links = RetentionLinks.ofFiles(report);
        this.language = language;
        this.highest = CohortTable.highest(figures).map(CohortCell::rate).orElse(1.0);
    }

    /** Writes the book in one language; the answer is a complete XLSX file. */
    public static byte[] render(RetentionReport report, ReportLanguage language) {
        RetentionSheet sheet = new RetentionSheet(report, language);
        return HouseBook.write(language, book -> {
            sheet.keyFigures(sheet.page(book.workbook(), "retention.title"));
            sheet.matrix(sheet.page(book.workbook(), "retention.matrix"), false);
            sheet.matrix(sheet.page(book.workbook(), "retention.counts"), true);
            new MemberSheets(report, language).write(book);
        });
    }

    private Worksheet page(Workbook book, String titleKey) {
        Worksheet page = book.newWorksheet(language.text(titleKey));
        if (language.rightToLeft()) {
            page.rightToLeft();
        }
        return page;
    }

    private void keyFigures(Worksheet page) {
        RetentionSummary summary = figures.summary();
        page.width(0, 34);
        page.width(1, 16);
        page.value(0, 0, language.text("retention.title"));
        page.style(0, 0).bold().fontSize(16).set();
        page.value(1, 0, CsvText.harmless(language.either(report.scopeHe(), report.scopeEn())));
        page.value(2, 0, language.text("retention.define.window"));
        day(page, 2, 1, summary.obsStart());
        day(page, 2, 2, summary.obsEnd());
        number(page, 3, 1, summary.customers(), links.customers());
        page.value(3, 0, language.text("retention.key.customers"));
        number(page, 4, 1, summary.customerDays(), links.days());
        page.value(4, 0, language.text("retention.define.day"));
        share(page, 5, "retention.key.repeat", summary.repeatCustomers(), summary.customers());
        number(page, 5, 2, summary.repeatCustomers(), links.repeaters());
        number(page, 5, 3, summary.customers(), links.customers());
        share(page, 6, "retention.key.repeat90", summary.repeat90d(), summary.eligible90d());
        number(page, 6, 2, summary.repeat90d(), links.soon());
        number(page, 6, 3, summary.eligible90d(), links.longEnough());
        page.value(8, 0, language.text("retention.sources"));
        page.value(8, 1, CsvText.harmless(language.either(report.sourceHe(), report.sourceEn())));
    }

    private static void day(Worksheet page, int row, int column, LocalDate day) {
        page.value(row, column, day);
        page.style(row, column).format("yyyy-mm-dd").set();
        page.width(column, 16);
    }

    private static void number(Worksheet page, int row, int column, long number, String address) {
        if (!address.isEmpty()) {
            HouseBook.open(page, row, column, address);
            page.style(row, column)
                    .fontColor(HouseColours.hex(HouseColours.PRIMARY))
                    .set();
        }
        page.value(row, column, number);
        page.style(row, column).format("#,##0").set();
    }

    /** A share; the two counts that it is made of, which open their members, stand beside it. */
    private void share(Worksheet page, int row, String key, long part, long whole) {
        page.value(row, 0, language.text(key));
        if (whole > 0) {
            page.value(row, 1, (double) part / whole);
            page.style(row, 1).format("0.0%").set();
        }
    }

    private void matrix(Worksheet page, boolean counts) {
        List<AllCohorts> all = figures.allCohorts();
        page.value(HEAD, COHORT, language.text("retention.column.cohort"));
        page.value(HEAD, SIZE, language.text("retention.column.size"));
        for (AllCohorts months : all) {
            page.value(HEAD, FIRST_MONTH + months.k(), months.k());
        }
        int row = HEAD + 1;
        for (Map.Entry<YearMonth, List<CohortCell>> cohort : figures.byCohort().entrySet()) {
            page.value(row, COHORT, cohort.getKey().toString());
            long size = cohort.getValue().getFirst().size();
            number(page, row, SIZE, size, links.cohort(cohort.getKey(), size));
            for (CohortCell cell : cohort.getValue()) {
                open(page, row, cell.k(), links.cell(cell));
                cell(page, row, cell.k(), cell.active(), cell.rate(), counts);
            }
            row++;
        }
        page.value(row, COHORT, language.text("retention.all"));
        number(page, row, SIZE, figures.summary().customers(), links.customers());
        for (AllCohorts months : all) {
            open(page, row, months.k(), links.month(months));
            cell(page, row, months.k(), months.active(), months.rate(), counts);
        }
        int last = FIRST_MONTH + all.size() - 1;
        page.range(HEAD, COHORT, HEAD, last).style().bold().set();
        page.range(row, COHORT, row, SIZE).style().bold().set();
        page.width(COHORT, 14);
        page.freezePane(FIRST_MONTH, HEAD + 1);
    }

    private static void open(Worksheet page, int row, int k, String address) {
        if (!address.isEmpty()) {
            HouseBook.open(page, row, FIRST_MONTH + k, address);
        }
    }

    private void cell(Worksheet page, int row, int k, long active, double rate, boolean counts) {
        int column = FIRST_MONTH + k;
        if (counts) {
            page.value(row, column, active);
        } else {
            page.value(row, column, rate);
        }
        Color ground = k == 0 ? HouseColours.LINE : HouseColours.heat(rate / highest);
        page.style(row, column)
                .format(counts ? "#,##0" : "0.0%")
                .fillColor(HouseColours.hex(ground))
                .fontColor(HouseColours.hex(HouseColours.textOn(ground)))
                .set();
    }
}
