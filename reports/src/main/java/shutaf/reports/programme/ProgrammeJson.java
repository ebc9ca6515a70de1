package shutaf.reports.programme;

import shutaf.economics.ReportDays;
import shutaf.purchase.ReportFilter;
import shutaf.reports.document.JsonText;
import shutaf.reports.document.ReportLanguage;

/**
 * The report as JSON for other programs, unrounded: each section a list of rows by column. Names
 * are English; money is in minor units; a number that does not exist is null. Each row says in
 * {@code members} where the members behind its figures are listed.
 */
public final class ProgrammeJson {
    private static final ReportLanguage NAMES = ReportLanguage.ENGLISH;

    private ProgrammeJson() {}

    /** One object; line end LF. */
    public static String of(ProgrammeReport report) {
        ProgrammeFigures figures = report.figures();
        ReportDays days = figures.facts().days();
        JsonText json = new JsonText();
        ReportFilter filter = figures.facts().filter();
        json.put("scope", report.names(filter.scope()).code());
        filter.tier().ifPresent(tier -> json.put("tier", tier));
        filter.segment().ifPresent(segment -> json.put("segment", segment.name()));
        json.put("from", days.from().toString());
        json.put("to", days.to().toString());
        json.put("currency", "ILS");
        json.put("points_proven", figures.proven());
        json.open("breakage");
        Breakage breakage = figures.breakage();
        json.put("estimate", breakage.estimate().orElse(Double.NaN));
        json.put("without_one_month_least", breakage.least());
        json.put("without_one_month_most", breakage.most());
        json.put("if_all_open_is_spent", breakage.lowest());
        json.put("if_nothing_open_is_spent", breakage.highest());
        json.put("months_carried_on", breakage.carriedOn());
        json.put("months_of_life", breakage.life());
        json.close();
        for (Section section : report.sections(NAMES)) {
            json.putObjects(
                    section.key(),
                    section.rows().stream().filter(r -> !r.total()).toList(),
                    (object, row) -> {
                        row(object, section, row);
                        members(object, report, section, row);
                    });
        }
        return json.end();
    }

    /** Where the members behind the row's figures are listed, by column. */
    private static void members(
            JsonText json, ProgrammeReport report, Section section, Section.Row row) {
        if (row.cells().stream().allMatch(cell -> report.site(cell).isEmpty())) {
            return;
        }
        json.open("members");
        for (int c = 0; c < row.cells().size(); c++) {
            String address = report.site(row.cells().get(c));
            if (!address.isEmpty()) {
                json.put(section.columns().get(c).key(), address);
            }
        }
        json.close();
    }

    private static void row(JsonText json, Section section, Section.Row row) {
        for (int c = 0; c < row.cells().size(); c++) {
            String key = section.columns().get(c).key();
            switch (row.cells().get(c)) {
                case Cell.Words words -> json.put(key, words.text());
                case Cell.Month month -> json.put(key, month.month().toString());
                case Cell.Whole whole -> json.put(key, whole.number());
                case Cell.Money money -> json.put(key, money.minor());
                case Cell.Share share -> json.put(key, share.share());
                case Cell.Ratio ratio -> json.put(key, ratio.ratio());
            }
        }
    }
}
