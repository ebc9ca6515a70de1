package shutaf.web.crm;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import shutaf.audit.AuditTrail;
import shutaf.audit.Deed;
import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.shared.PartnerId;
import shutaf.web.security.CurrentUser;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A report as a file: of the partner in {@code partner}, of all where it is empty, in the form that
 * {@code as} names. Who takes one is kept in the audit trail; what does not exist is answered 404.
 */
abstract class ReportFile extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient PartnerDirectory partners;

    private final String report;
    private final Set<String> forms;

    /**
     * Describes the report.
     *
     * @param report beginning of the files' names
     * @param forms what it can be had as
     */
    ReportFile(String report, String... forms) {
        this.report = report;
        this.forms = Set.of(forms);
    }

    /**
     * Sends the file.
     *
     * @param name of the file, without its ending
     * @param as one of the report's forms
     */
    abstract void send(Wanted wanted, String name, String as) throws IOException;

    /**
     * What the trail shall say was taken, blank for the file's name; empty when the address asks
     * for something that does not exist.
     */
    Optional<String> subject(HttpServletRequest request) {
        return Optional.of("");
    }

    /**
     * What is asked for.
     *
     * @param scope the partner, or the hub for all of them
     */
    record Wanted(PartnerId scope, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String code = Optional.ofNullable(request.getParameter("partner")).orElse("");
        Optional<PartnerId> scope = code.isEmpty()
                ? Optional.of(PartnerId.HUB)
                : partners.byCode(code).map(BusinessCard::id);
        String as = String.valueOf(request.getParameter("as"));
        Optional<String> subject = subject(request);
        if (scope.isEmpty() || !forms.contains(as) || subject.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String name = report + (code.isEmpty() ? "" : "-" + code);
        trail.add(new AuditTrail.Note(
                user.getLogin(),
                Deed.EXPORTED,
                scope.filter(p -> !p.equals(PartnerId.HUB)),
                Optional.empty(),
                subject.filter(s -> !s.isEmpty()).orElse(name),
                as));
        send(new Wanted(scope.get(), request, response), name, as);
    }
}
