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
import shutaf.reports.document.PaperLink;
import shutaf.reports.document.ReportLanguage;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** The pages of the retention paper about members: shares, curves with bands, groups, scores. */
final class MemberPages {

    private static final float HEADING_AND_TEXT = 75;
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
                Column.figures(language.text("retention.column.part"), 1.1f),
                Column.figures(language.text("retention.column.whole"), 1.1f),
                Column.words(language.text("retention.definition.meaning"), 6)));
        for (RetentionReading.Rate rate : reading.rates()) {
            table.row(rate.title(), rate.share(), rate.part(), rate.whole(), rate.definition())
                    .opens(1, rate.partAddress())
                    .opens(2, rate.partAddress())
                    .opens(3, rate.wholeAddress());
        }
        paper.table(table);
    }

    private void curve(HousePaper paper, RetentionReading.Curve curve) {
        if (curve.curve().lastDay() == 0) {
            return;
        }
        FigureTable table = new FigureTable(List.of(
                Column.figures(language.text("retention.column.days"), 1),
                Column.figures(curve.column(), 1),
                Column.figures(language.text("retention.column.band"), 1.6f),
                Column.figures(language.text("retention.column.happened"), 1),
                Column.figures(language.text("retention.column.left"), 1)));
        for (RetentionReading.Mark mark : curve.marks()) {
            table.row(
                            write.whole(mark.days()),
                            mark.share(),
                            mark.band(),
                            write.whole(mark.happened()),
                            write.whole(mark.left()))
                    .opens(1, mark.address())
                    .opens(3, mark.happenedAddress())
                    .opens(4, mark.leftAddress());
        }
        PdfPTable both = paper.style().table(CHART, 1 - CHART);
        both.addCell(bare(paper, SurvivalChart.lay(curve, paper, paper.width() * CHART)));
        both.addCell(bare(paper, table.lay(paper.style())));
        paper.heading(curve.title(), paper.height(both) + HEADING_AND_TEXT);
        paper.paragraph(curve.definition());
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
                add(table, row);
            }
            paper.heading(
                    language.text("retention.groups"),
                    80 + 18f * Math.min(16, groups.rows().size()));
            paper.table(table);
        }
    }

    private void add(FigureTable table, RetentionReading.GroupRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(write.code(row.name()));
        cells.add(write.whole(row.members()));
        row.cells().forEach(cell -> cells.add(cell.text()));
        table.row(cells.toArray(String[]::new)).opens(1, row.address());
        for (int day = 0; day < row.cells().size(); day++) {
            table.opens(2 + day, row.cells().get(day).address());
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
                table.addCell(PaperLink.over(
                        square(style.cell(write.whole(cell.members()), font), ground),
                        cell.address()));
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
