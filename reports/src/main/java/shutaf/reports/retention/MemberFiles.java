package shutaf.reports.retention;

import shutaf.reports.document.CsvText;
import shutaf.reports.document.HouseBook;
import shutaf.reports.document.HouseBook.Share;
import shutaf.reports.document.HouseBook.Sheet;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.MemberFigures.Grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The members' figures of a retention report for programs and workbooks, unrounded. */
public final class MemberFiles {

    private final RetentionReport report;
    private final MemberFigures members;

    private MemberFiles(RetentionReport report) {
        this.report = report;
        this.members = report.members();
    }

    /**
     * One figure a line as CSV: the part of the report, the item in it, the figure's name, its
     * value. A value that does not exist is empty.
     */
    public static String csv(RetentionReport report) {
        MemberFiles files = new MemberFiles(report);
        StringBuilder csv = new StringBuilder("part,item,figure,value\n");
        files.figures()
                .forEach((name, value) -> csv.append(name.part())
                        .append(',')
                        .append(CsvText.field(name.item()))
                        .append(',')
                        .append(name.figure())
                        .append(',')
                        .append(value)
                        .append('\n'));
        return csv.toString();
    }

    /** The same as the members of a JSON object, each on a line that begins with two blanks. */
    static String json(RetentionReport report) {
        Map<String, Map<String, List<String>>> parts = new LinkedHashMap<>();
        new MemberFiles(report)
                .figures()
                .forEach((name, value) -> parts.computeIfAbsent(
                                name.part(), part -> new LinkedHashMap<>())
                        .computeIfAbsent(name.item(), item -> new ArrayList<>())
                        .add("\"" + name.figure() + "\": " + (value.isEmpty() ? "null" : value)));
        List<String> written = new ArrayList<>();
        parts.forEach((part, items) -> {
            List<String> lines = new ArrayList<>();
            items.forEach((item, values) -> lines.add("    \"" + item.replaceAll("[\"\\\\]", "")
                    + "\": {" + String.join(", ", values) + "}"));
            written.add("  \"" + part + "\": {\n" + String.join(",\n", lines) + "\n  }");
        });
        return String.join(",\n", written);
    }

    private record Name(String part, String item, String figure) {}

    private Map<Name, String> figures() {
        Map<Name, String> figures = new LinkedHashMap<>();
        members.rates().forEach((rate, ratio) -> {
            figures.put(new Name("rates", rate.key(), "part"), Long.toString(ratio.part()));
            figures.put(new Name("rates", rate.key(), "whole"), Long.toString(ratio.whole()));
            figures.put(new Name("rates", rate.key(), "share"), number(ratio.share()));
        });
        curve(figures, "second_purchase", members.secondPurchase());
        curve(figures, "churn", members.churn());
        curve(figures, "first_redemption", members.redemption());
        for (Grouping grouping : Grouping.values()) {
            members.groups(grouping)
                    .forEach(group -> marks(
                            figures,
                            "second_purchase_by_" + grouping.key(),
                            group.getKey(),
                            group.getValue()));
        }
        grid(figures, "rfm_parts", members.byParts());
        grid(figures, "rfm_ties", members.byTies());
        return figures;
    }

    private static void curve(Map<Name, String> figures, String part, SurvivalCurve curve) {
        for (SurvivalCurve.Step step : curve.steps()) {
            String day = Long.toString(step.day());
            figures.put(new Name(part, day, "at_risk"), Long.toString(step.atRisk()));
            figures.put(new Name(part, day, "events"), Long.toString(step.events()));
            figures.put(new Name(part, day, "censored"), Long.toString(step.censored()));
            figures.put(new Name(part, day, "survival"), number(step.survival()));
            figures.put(new Name(part, day, "low"), number(step.low()));
            figures.put(new Name(part, day, "high"), number(step.high()));
        }
    }

    private static void marks(
            Map<Name, String> figures, String part, String item, SurvivalCurve curve) {
        figures.put(new Name(part, item, "members"), Long.toString(curve.watched()));
        figures.put(new Name(part, item, "bought_again"), Long.toString(curve.happened()));
        for (SurvivalCurve.Mark mark : curve.marks()) {
            String day = "_" + mark.days();
            figures.put(new Name(part, item, "survival" + day), number(mark.survival()));
            figures.put(new Name(part, item, "low" + day), number(mark.low()));
            figures.put(new Name(part, item, "high" + day), number(mark.high()));
        }
    }

    private static void grid(Map<Name, String> figures, String part, RfmGrid grid) {
        grid.cells()
                .forEach(cell -> figures.put(
                        new Name(
                                part,
                                String.format(
                                        Locale.ROOT,
                                        "r%d f%d m%d",
                                        cell.recency(),
                                        cell.frequency(),
                                        cell.money()),
                                "members"),
                        Long.toString(cell.members())));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    /** The sheets of a workbook. */
    static void sheets(RetentionReport report, HouseBook book, ReportLanguage language) {
        MemberFiles files = new MemberFiles(report);
        files.rates(book.sheet(language.text("retention.rates"), 34, 12, 16, 16, 90), language);
        RetentionReading reading = RetentionReading.of(report, language);
        reading.curves().stream().filter(c -> c.curve().watched() > 0).forEach(c -> {
            Sheet sheet = book.sheet(c.title(), 12, 12, 12, 12, 12, 12, 12);
            files.steps(sheet, c, language);
        });
        for (RetentionReading.Grid grid : reading.grids()) {
            scores(book.sheet(grid.title(), 18, 12, 12, 12, 12, 12), grid, language);
        }
        files.groups(book.sheet(language.text("retention.group.sheet"), 26, 22, 12), language);
    }

    private void rates(Sheet sheet, ReportLanguage language) {
        members.rates()
                .forEach((rate, ratio) -> sheet.row(
                        rate.title(language),
                        new Share(ratio.share()),
                        rate.ofMoney() ? (Object) (ratio.part() / 100.0) : ratio.part(),
                        rate.ofMoney() ? (Object) (ratio.whole() / 100.0) : ratio.whole(),
                        rate.definition(language)));
    }

    private void steps(Sheet sheet, RetentionReading.Curve curve, ReportLanguage language) {
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
                    step.atRisk(),
                    step.events(),
                    step.censored());
        }
    }

    private static void scores(Sheet sheet, RetentionReading.Grid grid, ReportLanguage language) {
        sheet.row(grid.definition());
        List<String> names = new ArrayList<>(List.of(""));
        for (int frequency = 1; frequency <= RfmGrid.BEST; frequency++) {
            names.add(language.text("retention.rfm.frequency", frequency));
        }
        sheet.heading(names.toArray(String[]::new));
        for (RetentionReading.GridRow row : grid.rows()) {
            List<Object> cells = new ArrayList<>();
            cells.add(language.text("retention.rfm.recency", row.recency()));
            row.cells().forEach(cell -> cells.add(cell.members()));
            sheet.row(cells.toArray());
        }
    }

    private void groups(Sheet sheet, ReportLanguage language) {
        for (Grouping grouping : Grouping.values()) {
            sheet.heading(
                    language.text("retention.group." + grouping.key()),
                    language.text("retention.column.days"),
                    language.text("retention.curve.second_purchase.column"),
                    language.text("retention.column.low"),
                    language.text("retention.column.high"));
            members.groups(grouping)
                    .forEach(group -> group.getValue()
                            .marks()
                            .forEach(mark -> sheet.row(
                                    report.groupName(grouping, group.getKey(), language),
                                    mark.days(),
                                    new Share(1 - mark.survival()),
                                    new Share(1 - mark.high()),
                                    new Share(1 - mark.low()))));
            sheet.gap();
        }
    }
}
