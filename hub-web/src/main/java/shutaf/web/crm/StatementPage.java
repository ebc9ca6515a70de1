package shutaf.web.crm;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.platform.HubClock;
import shutaf.reports.statement.PartnerStatements;
import shutaf.settlement.IssueOutcome;
import shutaf.settlement.LineKind;
import shutaf.settlement.Movement;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.web.errors.Missing;
import shutaf.web.security.CurrentUser;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One statement on one screen, and the step that issues it: what was looked at is what is issued,
 * since the form carries the hash of the lines that the page added up.
 */
@Named("statementPage")
@RequestScoped
public class StatementPage {
    @Inject
    private PartnerDirectory partners;

    @Inject
    private PartnerStatements statements;

    @Inject
    private CurrentUser user;

    @Inject
    private HubClock clock;

    @Inject
    private HttpServletRequest request;

    private BusinessCard card;
    private PartnerStatementFigures figures;

    /**
     * A row of the summary.
     *
     * @param kind what its lines are
     * @param sum of them
     */
    public record Row(LineKind kind, Movement sum) {}

    /** Reads the statement that the address or the form names, before Faces decodes the form. */
    @PostConstruct
    void read() {
        card = partners.byCode(asked("partner")).orElse(null);
        if (card != null && getNumber().matches("[A-Za-z0-9.-]{1,64}")) {
            figures = statements.figures(card.id(), getNumber()).orElse(null);
        }
    }

    private String asked(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** A statement that does not exist is a 404. */
    public void open() {
        if (figures == null) {
            Missing.page();
        }
    }

    /** Issues it; leads to the partner, with what became of it. */
    public String issue() {
        if (figures == null) {
            return "/crm/partners?faces-redirect=true";
        }
        String news = !user.isActing()
                ? "NOT_FOUND"
                : switch (statements.issue(
                        card.id(), getNumber(), asked("seen"), user.getLogin())) {
                    case IssueOutcome.Issued issued -> "ISSUED";
                    case IssueOutcome.Refused refused -> refused.reason().name();
                };
        return "/crm/partner?faces-redirect=true&partner=" + card.code() + "&news=" + news;
    }

    /** Whether it is a draft whose days are over, and the person may issue it. */
    public boolean isIssuable() {
        return user.isActing()
                && figures != null
                && figures.header().draft()
                && figures.header().period().isOver(clock.now());
    }

    /** The kinds that have lines, in the order of the paper. */
    public List<Row> getRows() {
        return Arrays.stream(LineKind.values())
                .map(kind -> new Row(kind, figures.of(kind)))
                .filter(row -> row.sum().lines() > 0)
                .toList();
    }

    /** The figures; null only while nothing was found. */
    public PartnerStatementFigures getFigures() {
        return figures;
    }

    /** The partner; null only while nothing was found. */
    public BusinessCard getCard() {
        return card;
    }

    /** The statement's number. */
    public String getNumber() {
        return asked("number");
    }
}
