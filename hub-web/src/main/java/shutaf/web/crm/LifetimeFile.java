package shutaf.web.crm;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import shutaf.audit.AuditTrail;
import shutaf.audit.Deed;
import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.shared.PartnerId;
import shutaf.web.look.Download;
import shutaf.web.look.Preferences;
import shutaf.web.security.CurrentUser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** The lifetime value report as a file, with the same choices as on the page. */
@WebServlet("/crm/lifetime-file")
public class LifetimeFile extends HttpServlet {
    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient LifetimeReports reports;

    @Inject
    private transient PartnerDirectory partners;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String code = Optional.ofNullable(request.getParameter("partner")).orElse("");
        Optional<PartnerId> scope = code.isEmpty()
                ? Optional.of(PartnerId.HUB)
                : partners.byCode(code).map(BusinessCard::id);
        String as = String.valueOf(request.getParameter("as"));
        if (scope.isEmpty() || !(as.equals("pdf") || as.equals("json"))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<LocalDate> until = LifetimePage.day(request.getParameter("until"));
        String name = "lifetime-value" + (code.isEmpty() ? "" : "-" + code);
        kept(scope.get(), name, as);
        if (as.equals("pdf")) {
            String tag = Preferences.language(request);
            Download.send(
                    response,
                    reports.pdf(scope.get(), until, ReportLanguage.ofTag(tag)),
                    "application/pdf",
                    name + "-" + tag + ".pdf");
        } else {
            Download.send(
                    response,
                    reports.json(scope.get(), until)
                            .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                    "application/json",
                    name + ".json");
        }
    }

    private void kept(PartnerId scope, String name, String as) {
        trail.add(new AuditTrail.Note(
                user.getLogin(),
                Deed.EXPORTED,
                Optional.of(scope).filter(p -> !p.equals(PartnerId.HUB)),
                Optional.empty(),
                name,
                as));
    }
}
