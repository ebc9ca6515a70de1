package shutaf.web.partnerdesk;

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
import shutaf.reports.statement.PartnerStatements;
import shutaf.web.look.Download;
import shutaf.web.look.Preferences;
import shutaf.web.security.CurrentUser;

import java.io.IOException;
import java.util.Optional;

/**
 * A statement as a file: the paper, the line file, or the program that checks the line file. Under
 * {@code /desk} it is the signed-in manager's own partner, whatever the address says; under
 * {@code /crm} the operator names one.
 */
@WebServlet({"/desk/statement", "/crm/statement"})
public class StatementFile extends HttpServlet {
    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient PartnerDirectory partners;

    @Inject
    private transient PartnerStatements statements;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<BusinessCard> partner = request.getServletPath().startsWith("/desk/")
                ? user.partner()
                : Optional.ofNullable(request.getParameter("partner")).flatMap(partners::byCode);
        String number = request.getParameter("number");
        if (partner.isEmpty() || number == null || !number.matches("[A-Za-z0-9.-]{1,64}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        trail.add(new AuditTrail.Note(
                user.getLogin(),
                Deed.EXPORTED,
                partner.map(BusinessCard::id),
                Optional.empty(),
                number,
                String.valueOf(request.getParameter("as"))));
        switch (String.valueOf(request.getParameter("as"))) {
            case "pdf" -> {
                String language = Preferences.language(request);
                Download.send(
                        response,
                        statements.pdf(partner.get().id(), number, ReportLanguage.ofTag(language)),
                        "application/pdf",
                        number + "-" + language + ".pdf");
            }
            case "lines" -> lines(partner.get(), number, response);
            case "verifier" ->
                Download.send(
                        response,
                        Optional.of(PartnerStatements.verifier()),
                        "text/plain;charset=UTF-8",
                        "StatementVerifier.java");
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The list of statements was read just now, so the headers may go before the first line. */
    private void lines(BusinessCard partner, String number, HttpServletResponse response)
            throws IOException {
        boolean known = statements.list(partner.id()).stream()
                .anyMatch(header -> header.number().equals(number));
        if (!known) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Download.begin(response, "text/csv;charset=UTF-8", number + "-lines.csv");
        statements.lines(partner.id(), number, response.getOutputStream());
    }
}
