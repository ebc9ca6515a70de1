package shutaf.reports.retention;

import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

import shutaf.reports.document.FigureTable;
import shutaf.reports.document.FigureTable.Column;
import shutaf.reports.document.FigureText;
import shutaf.reports.document.HouseColours;
import shutaf.reports.document.HousePaper;
import shutaf.reports.document.HouseStyle;
import shutaf.reports.document.ReportLanguage;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** The pages of the retention paper about members: shares, curves with bands, groups, scores. */
final class MemberPages {

    private static final float CURVE_AND_TABLE = 190;
    private static final float CHART = 0.58f;
    private static final float STEPS = 9;

    private final RetentionReading reading;
    private final ReportLanguage language;
    private final FigureText write;

    MemberPages(RetentionReading reading, ReportLanguage language) {
        this.reading = reading;
        this.language = language;
        this.write = language.figures();
    }

    void write(HousePaper paper) {
        paper.newPage();
        if (!reading.rates().isEmpty()) {
            rates(paper);
        }
        reading.curves().forEach(curve -> curve(paper, curve));
        if (!reading.groupings().isEmpty()) {
            groups(paper);
        }
        scores(paper);
    }

    private void rates(HousePaper paper) {
        paper.heading(language.text("retention.rates"));
        FigureTable table = new FigureTable(List.of(
                Column.words(language.text("retention.definition.term"), 2.2f),
                Column.figures(language.text("retention.column.share"), 1),
                Column.figures(language.text("retention.column.made"), 2),
                Column.words(language.text("retention.definition.meaning"), 6)));
        for (RetentionReading.Rate rate : reading.rates()) {
            table.row(rate.title(), rate.share(), rate.made(), rate.definition());
        }
        paper.table(table);
    }

    private void curve(HousePaper paper, RetentionReading.Curve curve) {
        if (curve.curve().lastDay() == 0) {
            return;
        }
        paper.heading(curve.title(), CURVE_AND_TABLE);
        paper.paragraph(curve.definition());
        FigureTable table = new FigureTable(List.of(
                Column.figures(language.text("retention.column.days"), 1),
                Column.figures(curve.column(), 1),
                Column.figures(language.text("retention.column.band"), 1.7f),
                Column.figures(language.text("retention.column.left"), 1.2f)));
        for (RetentionReading.Mark mark : curve.marks()) {
            table.row(
                    write.whole(mark.days()), mark.share(), mark.band(), write.whole(mark.left()));
        }
        PdfPTable both = paper.style().table(CHART, 1 - CHART);
        both.addCell(bare(paper, SurvivalChart.lay(curve, paper, paper.width() * CHART)));
        both.addCell(bare(paper, table.lay(paper.style())));
        paper.block(both);
    }

    private static PdfPCell bare(HousePaper paper, PdfPTable content) {
        PdfPCell cell = new PdfPCell(content);
        cell.setRunDirection(paper.style().runDirection());
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        return cell;
    }

    private void groups(HousePaper paper) {
        for (RetentionReading.GroupTable groups : reading.groupings()) {
            List<Column> columns = new ArrayList<>();
            columns.add(Column.words(groups.title(), 2));
            columns.add(Column.figures(language.text("retention.column.members"), 1));
            groups.days()
                    .forEach(day -> columns.add(Column.figures(
                            language.text("retention.column.after", write.whole(day)), 2.5f)));
            FigureTable table = new FigureTable(columns);
            for (RetentionReading.GroupRow row : groups.rows()) {
                List<String> cells = new ArrayList<>();
                cells.add(write.code(row.name()));
                cells.add(write.whole(row.members()));
                cells.addAll(row.cells());
                table.row(cells.toArray(String[]::new));
            }
            paper.heading(
                    language.text("retention.groups"),
                    80 + 18f * Math.min(16, groups.rows().size()));
            paper.table(table);
        }
    }

    private void scores(HousePaper paper) {
        for (RetentionReading.Grid grid : reading.grids()) {
            PdfPTable table = grid(paper.style(), grid);
            paper.heading(
                    language.text("retention.rfm") + ": " + grid.title(), paper.height(table) + 60);
            paper.paragraph(language.text("retention.rfm.lead") + " " + grid.definition());
            paper.block(table);
        }
    }

    private PdfPTable grid(HouseStyle style, RetentionReading.Grid grid) {
        PdfPTable table = style.table(2, 1, 1, 1, 1, 1);
        table.setSpacingAfter(6);
        Font head = style.strong(HouseStyle.SMALL, HouseColours.MUTED);
        table.addCell(square(style.cell("", head), Color.WHITE));
        for (int frequency = 1; frequency <= RfmGrid.BEST; frequency++) {
            String name = language.text("retention.rfm.frequency", write.whole(frequency));
            table.addCell(square(style.cell(name, head), Color.WHITE));
        }
        for (RetentionReading.GridRow row : grid.rows()) {
            String name = language.text("retention.rfm.recency", write.whole(row.recency()));
            table.addCell(square(style.cell(name, head), Color.WHITE));
            for (RetentionReading.GridCell cell : row.cells()) {
                Color ground = HouseColours.heat(cell.step() / STEPS);
                Font font = style.plain(HouseStyle.BODY, HouseColours.textOn(ground));
                table.addCell(square(style.cell(write.whole(cell.members()), font), ground));
            }
        }
        return table;
    }

    private static PdfPCell square(PdfPCell cell, Color ground) {
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setBackgroundColor(ground);
        cell.setBorder(Rectangle.BOX);
        cell.setBorderColor(Color.WHITE);
        cell.setBorderWidth(1);
        cell.setPadding(6);
        return cell;
    }
}
