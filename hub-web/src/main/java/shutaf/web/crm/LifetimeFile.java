package shutaf.web.crm;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;

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

    /** As a paper, and for programs. */
    public LifetimeFile() {
        super("lifetime-value", "pdf", "json");
    }

    @Override
    void send(Wanted wanted, String name, String as) throws IOException {
        Optional<LocalDate> until = LifetimePage.day(wanted.request().getParameter("until"));
        if (as.equals("pdf")) {
            String tag = Preferences.language(wanted.request());
            Download.send(
                    wanted.response(),
                    reports.pdf(wanted.scope(), until, ReportLanguage.ofTag(tag)),
                    "application/pdf",
                    name + "-" + tag + ".pdf");
        } else {
            Download.send(
                    wanted.response(),
                    reports.json(wanted.scope(), until)
                            .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                    "application/json",
                    name + ".json");
        }
    }
}
