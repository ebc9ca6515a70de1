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
import shutaf.reports.retention.RetentionReports;
import shutaf.shared.PartnerId;
import shutaf.web.look.Download;
import shutaf.web.look.Preferences;
import shutaf.web.security.CurrentUser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The retention report as a file, with the same choice of partner as on the page. */
@WebServlet("/crm/retention-file")
public class RetentionFile extends HttpServlet {
    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient RetentionReports reports;

    @Inject
    private transient PartnerDirectory partners;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String code = Optional.ofNullable(request.getParameter("partner")).orElse("");
        Optional<PartnerId> scope = code.isEmpty()
                ? Optional.of(PartnerId.HUB)
                : partners.byCode(code).map(BusinessCard::id);
        if (scope.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = Preferences.language(request);
        ReportLanguage language = ReportLanguage.ofTag(tag);
        String name = "retention" + (code.isEmpty() ? "" : "-" + code);
        kept(scope.get(), name, String.valueOf(request.getParameter("as")));
        switch (String.valueOf(request.getParameter("as"))) {
            case "pdf" ->
                Download.send(
                        response,
                        reports.pdf(scope.get(), language),
                        "application/pdf",
                        name + "-" + tag + ".pdf");
            case "xlsx" ->
                Download.send(
                        response,
                        reports.xlsx(scope.get(), language),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        name + "-" + tag + ".xlsx");
            case "csv" ->
                Download.send(
                        response,
                        reports.csv(scope.get()).map(t -> t.getBytes(StandardCharsets.UTF_8)),
                        "text/csv;charset=UTF-8",
                        name + ".csv");
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
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
