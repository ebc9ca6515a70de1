package shutaf.web.crm;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.TierDirectory;
import shutaf.economics.ReportDays;
import shutaf.partner.PartnerMargins;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.programme.ProgrammeReading;
import shutaf.reports.programme.ProgrammeReport;
import shutaf.reports.programme.ProgrammeReports;
import shutaf.web.look.Preferences;
import shutaf.web.security.CurrentUser;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Programme economics as a page, narrowed as {@link AskedReport} says; and the margins that
 * customers' value is worked out with.
 */
@Named("programmePage")
@RequestScoped
public class ProgrammePage {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @Inject
    private ProgrammeReports reports;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private TierDirectory tiers;

    @Inject
    private PartnerMargins margins;

    @Inject
    private Preferences chosen;

    @Inject
    private CurrentUser user;

    private AskedReport asked;
    private String marginOf = "";
    private String marginFrom = "";
    private String margin = "";
    private Optional<ProgrammeReport> report = Optional.empty();
    private Optional<ProgrammeReading> reading = Optional.empty();

    /** Reads the address, before Faces decodes a form. */
    @PostConstruct
    void read() {
        asked = AskedReport.of(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap(),
                partners,
                tiers);
    }

    /** Reads the report of the address; what cannot be followed is said on the page. */
    public void open() {
        if (asked.isWrong()) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .setResponseStatus(asked.status());
            return;
        }
        report = reports.read(asked.filter());
        ReportLanguage language = ReportLanguage.ofTag(chosen.getLanguage());
        reading = report.map(read -> ProgrammeReading.of(read, language));
    }

    /** Keeps a partner's margin from a day on; leads back to the report and says what became. */
    public String nameMargin() {
        Optional<BusinessCard> of = partners.byCode(marginOf);
        Optional<LocalDate> day = AskedReport.day(marginFrom);
        Optional<Integer> share = basisPoints(margin);
        boolean kept = user.isActing() && of.isPresent() && day.isPresent() && share.isPresent();
        if (kept) {
            margins.name(of.get().id(), day.get(), share.get(), user.getLogin());
            reports.forget();
        }
        return "/crm/programme?faces-redirect=true&" + asked.query() + "&news="
                + (kept ? "MARGIN" : "MARGIN_WRONG");
    }

    /** A percentage with up to two digits behind the point, 0 to 100. */
    static Optional<Integer> basisPoints(String percent) {
        String typed = percent == null ? "" : percent.strip();
        return Optional.of(typed)
                .filter(t -> t.matches("[0-9]{1,3}([.][0-9]{1,2})?"))
                .map(BigDecimal::new)
                .filter(share -> share.compareTo(ALL) <= 0)
                .map(share -> share.movePointRight(2).intValueExact());
    }

    /** What the page says; null while nobody has bought. */
    public ProgrammeReading getReading() {
        return reading.orElse(null);
    }

    /** The days of the report; null while nobody has bought. */
    public ReportDays getDays() {
        return report.map(read -> read.figures().facts().days()).orElse(null);
    }

    /** To what the report is narrowed. */
    public AskedReport getAsked() {
        return asked;
    }

    /** The code of the partner whose margin is named. */
    public String getMarginOf() {
        return marginOf;
    }

    /** Called by Faces. */
    public void setMarginOf(String typed) {
        marginOf = typed == null ? "" : typed;
    }

    /** The first day of the margin. */
    public String getMarginFrom() {
        return marginFrom;
    }

    /** Called by Faces. */
    public void setMarginFrom(String typed) {
        marginFrom = typed == null ? "" : typed;
    }

    /** The margin in percent, as typed. */
    public String getMargin() {
        return margin;
    }

    /** Called by Faces. */
    public void setMargin(String typed) {
        margin = typed == null ? "" : typed;
    }
}
