package shutaf.web.crm;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;

import shutaf.purchase.ReportFilter;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.programme.ProgrammeReports;
import shutaf.web.look.Download;
import shutaf.web.look.Preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The programme economics report as a file, with the same choices as on the page. */
@WebServlet("/crm/programme-file")
public class ProgrammeFile extends ReportFile {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ProgrammeReports reports;

    /** As a paper, as a workbook, and as plain figures in two forms. */
    public ProgrammeFile() {
        super("programme", "pdf", "xlsx", "csv", "json");
    }

    @Override
    void send(Wanted wanted, String name, String as) throws IOException {
        ReportFilter asked = wanted.filter();
        String tag = Preferences.language(wanted.request());
        ReportLanguage language = ReportLanguage.ofTag(tag);
        switch (as) {
            case "pdf" ->
                Download.send(
                        wanted.response(),
                        reports.pdf(asked, language),
                        PDF,
                        name + "-" + tag + ".pdf");
            case "xlsx" ->
                Download.send(
                        wanted.response(),
                        reports.xlsx(asked, language),
                        XLSX,
                        name + "-" + tag + ".xlsx");
            case "csv" -> text(wanted, reports.csv(asked), CSV, name + ".csv");
            default -> text(wanted, reports.json(asked), JSON, name + ".json");
        }
    }

    private static void text(Wanted wanted, Optional<String> text, String type, String name)
            throws IOException {
        Download.send(
                wanted.response(), text.map(t -> t.getBytes(StandardCharsets.UTF_8)), type, name);
    }
}
