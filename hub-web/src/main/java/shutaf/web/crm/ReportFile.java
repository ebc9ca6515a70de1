package shutaf.web.crm;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import shutaf.audit.AuditTrail;
import shutaf.audit.Deed;
import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.TierDirectory;
import shutaf.purchase.ReportFilter;
import shutaf.web.look.Preferences;
import shutaf.web.look.Words;
import shutaf.web.security.CurrentUser;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A report as a file, narrowed as {@link AskedReport} says, in the form that {@code as} names. Who
 * takes one is kept in the audit trail; what does not exist is answered 404, what makes no sense
 * 400, both with a sentence.
 */
abstract class ReportFile extends HttpServlet {
    static final String PDF = "application/pdf";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv;charset=UTF-8";
    static final String JSON = "application/json";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient PartnerDirectory partners;

    @Inject
    private transient TierDirectory tiers;

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
     * @param filter to what the report is narrowed
     */
    record Wanted(ReportFilter filter, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, String> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        AskedReport asked = AskedReport.of(parameters, partners, tiers);
        String as = String.valueOf(request.getParameter("as"));
        Optional<String> subject = subject(request);
        if (!forms.contains(as) || subject.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (asked.isWrong()) {
            refuse(asked, request, response);
            return;
        }
        String name = report + asked.fileName();
        trail.add(new AuditTrail.Note(
                user.getLogin(),
                Deed.EXPORTED,
                asked.partner().map(BusinessCard::id),
                Optional.empty(),
                subject.filter(s -> !s.isEmpty()).orElse(name),
                as));
        send(new Wanted(asked.filter(), request, response), name, as);
    }

    /** Says in the reader's language what cannot be followed, one sentence a line. */
    private static void refuse(
            AskedReport asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale language = Locale.of(Preferences.language(request));
        response.setStatus(asked.status());
        response.setContentType("text/plain;charset=UTF-8");
        for (AskedReport.Wrong wrong : asked.wrong()) {
            response.getWriter().println(Words.in(language, wrong.key(), wrong.value()));
        }
    }
}
