package shutaf.web.crm;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;

import shutaf.purchase.ReportFilter;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.web.look.Download;
import shutaf.web.look.Preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** The lifetime value report as a file, with the same choices as on the page. */
@WebServlet("/crm/lifetime-file")
public class LifetimeFile extends ReportFile {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LifetimeReports reports;

    /** As a paper, as a workbook, as figures line by line, and for programs. */
    public LifetimeFile() {
        super("lifetime-value", "pdf", "xlsx", "csv", "json");
    }

    @Override
    void send(Wanted wanted, String name, String as) throws IOException {
        ReportFilter filter = wanted.filter();
        Optional<LocalDate> until = LifetimePage.day(wanted.request().getParameter("until"));
        String tag = Preferences.language(wanted.request());
        ReportLanguage language = ReportLanguage.ofTag(tag);
        switch (as) {
            case "pdf" ->
                Download.send(
                        wanted.response(),
                        reports.pdf(filter, until, language),
                        PDF,
                        name + "-" + tag + ".pdf");
            case "xlsx" ->
                Download.send(
                        wanted.response(),
                        reports.xlsx(filter, until, language),
                        XLSX,
                        name + "-" + tag + ".xlsx");
            case "csv" ->
                Download.send(
                        wanted.response(),
                        reports.csv(filter, until).map(t -> t.getBytes(StandardCharsets.UTF_8)),
                        CSV,
                        name + ".csv");
            default ->
                Download.send(
                        wanted.response(),
                        reports.json(filter, until).map(t -> t.getBytes(StandardCharsets.UTF_8)),
                        JSON,
                        name + ".json");
        }
    }
}
