package shutaf.web.crm;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;

import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.RetentionReports;
import shutaf.web.look.Download;
import shutaf.web.look.Preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The retention report as a file, with the same choice of partner as on the page. */
@WebServlet("/crm/retention-file")
public class RetentionFile extends ReportFile {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RetentionReports reports;

    /** As a paper, as a workbook, and as plain figures. */
    public RetentionFile() {
        super("retention", "pdf", "xlsx", "csv");
    }

    @Override
    void send(Wanted wanted, String name, String as) throws IOException {
        String tag = Preferences.language(wanted.request());
        ReportLanguage language = ReportLanguage.ofTag(tag);
        switch (as) {
            case "pdf" ->
                Download.send(
                        wanted.response(),
                        reports.pdf(wanted.scope(), language),
                        "application/pdf",
                        name + "-" + tag + ".pdf");
            case "xlsx" ->
                Download.send(
                        wanted.response(),
                        reports.xlsx(wanted.scope(), language),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        name + "-" + tag + ".xlsx");
            default ->
                Download.send(
                        wanted.response(),
                        reports.csv(wanted.scope()).map(t -> t.getBytes(StandardCharsets.UTF_8)),
                        "text/csv;charset=UTF-8",
                        name + ".csv");
        }
    }
}
