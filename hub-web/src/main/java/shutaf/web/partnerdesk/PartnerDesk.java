package shutaf.web.partnerdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.PartnerFile;
import shutaf.crm.PartnerOverview;
import shutaf.reports.statement.PartnerStatements;
import shutaf.settlement.StatementHeader;
import shutaf.web.errors.Missing;
import shutaf.web.look.Preferences;
import shutaf.web.look.Sparkline;
import shutaf.web.security.CurrentUser;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A partner's figures, for its own manager or for the operator; whose they are is never taken from
 * a form.
 */
@Named("partnerDesk")
@RequestScoped
public class PartnerDesk {
    private static final int METER = 1000;

    @Inject
    private PartnerFile files;

    @Inject
    private PartnerDirectory directory;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentUser user;

    @Inject
    private Preferences chosen;

    @Inject
    private PartnerStatements statements;

    private PartnerOverview partner;
    private List<StatementHeader> listed;

    /** Who is no partner's manager has no desk. */
    public void openOwn() {
        if (getPartner() == null) {
            Missing.page();
        }
    }

    /**
     * The partner: a manager's own whatever the address says, for the operator the one it names.
     * Read when it is first asked for, which may be while Faces decodes a form. Null when there is
     * none.
     */
    public PartnerOverview getPartner() {
        if (partner == null) {
            Optional<BusinessCard> card = user.isOperator()
                    ? Optional.ofNullable(request.getParameter("partner"))
                            .flatMap(directory::byCode)
                    : user.partner();
            partner = card.map(c -> files.open(c.id(), c)).orElse(null);
        }
        return partner;
    }

    /** Its statements, drafts of open months first. */
    public List<StatementHeader> getStatements() {
        if (listed == null) {
            listed = statements.list(getPartner().card().id());
        }
        return listed;
    }

    /** What is left of the packs, in tenths of a percent from 0 to 1000. */
    public long getPackLeft() {
        long bought = getPartner().position().packPoints();
        return bought <= 0
                ? 0
                : Math.clamp(
                        Math.floorDiv(partner.position().packPointsLeft() * METER, bought),
                        0,
                        METER);
    }

    /** The line of points issued, week by week. */
    public Sparkline getIssuedLine() {
        return line(PartnerOverview.Week::earned);
    }

    /** The line of points accepted, week by week. */
    public Sparkline getAcceptedLine() {
        return line(PartnerOverview.Week::spent);
    }

    /** The line of purchases, week by week. */
    public Sparkline getPurchasesLine() {
        return line(PartnerOverview.Week::purchases);
    }

    private Sparkline line(ToLongFunction<PartnerOverview.Week> figure) {
        List<Long> weeks =
                getPartner().weeks().stream().map(figure::applyAsLong).toList();
        return Sparkline.of(weeks, "rtl".equals(chosen.getDirection()));
    }
}
