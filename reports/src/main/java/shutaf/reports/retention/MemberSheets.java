package shutaf.reports.retention;

import shutaf.crm.behind.Waiting;
import shutaf.reports.document.HouseBook;
import shutaf.reports.document.HouseBook.Linked;
import shutaf.reports.document.HouseBook.Share;
import shutaf.reports.document.HouseBook.Sheet;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.MemberFigures.Grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sheets of a retention workbook about members, unrounded; figures open their members. */
final class MemberSheets {
    private final RetentionReport report;
    private final MemberFigures members;
    private final RetentionLinks links;
    private final ReportLanguage language;

    MemberSheets(RetentionReport report, ReportLanguage language) {
        this.report = report;
        this.members = report.members();
        this.links = RetentionLinks.ofFiles(report);
        this.language = language;
    }

    void write(HouseBook book) {
        rates(book.sheet(language.text("retention.rates"), 34, 12, 16, 16, 90));
        RetentionReading reading = RetentionReading.inFile(report, language);
        for (Waiting waiting : Waiting.values()) {
            reading.curves().stream()
                    .filter(c -> c.key().equals(Writing.key(waiting)))
                    .filter(c -> c.curve().watched() > 0)
                    .forEach(c ->
                            steps(book.sheet(c.title(), 12, 12, 12, 12, 12, 12, 12), waiting, c));
        }
        for (RetentionReading.Grid grid : reading.grids()) {
            scores(book.sheet(grid.title(), 18, 12, 12, 12, 12, 12), grid);
        }
        groups(book.sheet(language.text("retention.group.sheet"), 26, 12, 12, 22, 12, 12, 12));
    }

    private void rates(Sheet sheet) {
        members.rates().forEach((rate, ratio) -> {
            String part = links.part(rate, ratio);
            sheet.row(
                    rate.title(language),
                    new Linked(new Share(ratio.share()), part),
                    new Linked(value(rate, ratio.part()), part),
                    new Linked(value(rate, ratio.whole()), links.whole(rate, ratio)),
                    rate.definition(language));
        });
    }

    private static Object value(MemberRate rate, long value) {
        return rate.ofMoney() ? (Object) (value / 100.0) : value;
    }

    private void steps(Sheet sheet, Waiting waiting, RetentionReading.Curve curve) {
        sheet.row(curve.definition());
        sheet.heading(
                language.text("retention.column.days"),
                curve.column(),
                language.text("retention.column.low"),
                language.text("retention.column.high"),
                language.text("retention.column.risk"),
                language.text("retention.column.events"),
                language.text("retention.column.censored"));
        for (SurvivalCurve.Step step : curve.curve().steps()) {
            boolean left = curve.fromAll();
            sheet.row(
                    step.day(),
                    new Share(left ? step.survival() : 1 - step.survival()),
                    new Share(left ? step.low() : 1 - step.high()),
                    new Share(left ? step.high() : 1 - step.low()),
                    new Linked(step.atRisk(), links.before(waiting, step.day(), step.atRisk())),
                    new Linked(step.events(), links.on(waiting, step)),
                    new Linked(step.censored(), links.ended(waiting, step)));
        }
    }

    private void scores(Sheet sheet, RetentionReading.Grid grid) {
        sheet.row(grid.definition());
        List<String> names = new ArrayList<>(List.of(""));
        for (int frequency = 1; frequency <= RfmGrid.BEST; frequency++) {
            names.add(language.text("retention.rfm.frequency", frequency));
        }
        sheet.heading(names.toArray(String[]::new));
        for (RetentionReading.GridRow row : grid.rows()) {
            List<Object> cells = new ArrayList<>();
            cells.add(language.text("retention.rfm.recency", row.recency()));
            row.cells().forEach(cell -> cells.add(new Linked(cell.members(), cell.address())));
            sheet.row(cells.toArray());
        }
    }

    private void groups(Sheet sheet) {
        Arrays.stream(Grouping.values()).forEach(grouping -> {
            sheet.heading(
                    language.text("retention.group." + grouping.key()),
                    language.text("retention.column.members"),
                    language.text("retention.column.days"),
                    language.text("retention.curve.second_purchase.column"),
                    language.text("retention.column.low"),
                    language.text("retention.column.high"),
                    language.text("retention.column.again"));
            members.groups(grouping)
                    .forEach(group -> group.getValue()
                            .marks()
                            .forEach(mark -> group(
                                    sheet,
                                    grouping,
                                    group.getKey(),
                                    group.getValue().watched(),
                                    mark)));
            sheet.gap();
        });
    }

    private void group(
            Sheet sheet, Grouping grouping, String group, long all, SurvivalCurve.Mark mark) {
        String again = links.again(grouping, group, mark.days(), mark.happened());
        sheet.row(
                report.groupName(grouping, group, language),
                new Linked(all, links.group(grouping, group, all)),
                mark.days(),
                new Linked(new Share(1 - mark.survival()), again),
                new Share(1 - mark.high()),
                new Share(1 - mark.low()),
                new Linked(mark.happened(), again));
    }
}
