package shutaf.web.crm;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;

import shutaf.purchase.ReportFilter;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.RetentionReports;
import shutaf.web.look.Download;
import shutaf.web.look.Preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The retention report as a file, with the same choices as on the page. */
@WebServlet("/crm/retention-file")
public class RetentionFile extends ReportFile {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RetentionReports reports;

    /** As a paper, as a workbook, as the cohort matrix, as members' figures, and for programs. */
    public RetentionFile() {
        super("retention", "pdf", "xlsx", "csv", "figures", "json");
    }

    @Override
    void send(Wanted wanted, String name, String as) throws IOException {
        ReportFilter filter = wanted.filter();
        String tag = Preferences.language(wanted.request());
        ReportLanguage language = ReportLanguage.ofTag(tag);
        switch (as) {
            case "pdf" ->
                Download.send(
                        wanted.response(),
                        reports.pdf(filter, language),
                        PDF,
                        name + "-" + tag + ".pdf");
            case "xlsx" ->
                Download.send(
                        wanted.response(),
                        reports.xlsx(filter, language),
                        XLSX,
                        name + "-" + tag + ".xlsx");
            case "csv" ->
                Download.send(
                        wanted.response(),
                        reports.csv(filter).map(t -> t.getBytes(StandardCharsets.UTF_8)),
                        CSV,
                        name + ".csv");
            case "figures" ->
                Download.send(
                        wanted.response(),
                        reports.membersCsv(filter).map(t -> t.getBytes(StandardCharsets.UTF_8)),
                        CSV,
                        name + "-figures.csv");
            default ->
                Download.send(
                        wanted.response(),
                        reports.json(filter).map(t -> t.getBytes(StandardCharsets.UTF_8)),
                        JSON,
                        name + ".json");
        }
    }
}
