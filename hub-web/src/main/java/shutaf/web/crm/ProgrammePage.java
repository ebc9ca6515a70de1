package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.economics.ReportDays;
import shutaf.partner.PartnerMargins;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.programme.ProgrammeReading;
import shutaf.reports.programme.ProgrammeReport;
import shutaf.reports.programme.ProgrammeReports;
import shutaf.shared.PartnerId;
import shutaf.web.errors.Missing;
import shutaf.web.look.Preferences;
import shutaf.web.security.CurrentUser;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Programme economics as a page, for all or for one partner, between two business days; and the
 * margins that customers' value is worked out with.
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
    private PartnerMargins margins;

    @Inject
    private Preferences chosen;

    @Inject
    private CurrentUser user;

    private String partner = "";
    private String from = "";
    private String to = "";
    private String marginOf = "";
    private String marginFrom = "";
    private String margin = "";
    private Optional<ProgrammeReport> report = Optional.empty();
    private Optional<ProgrammeReading> reading = Optional.empty();

    /** Reads the report of the address; a partner that does not exist is a 404. */
    public void open() {
        Optional<BusinessCard> one =
                partner.isEmpty() ? Optional.empty() : partners.byCode(partner);
        if (one.isEmpty() && !partner.isEmpty()) {
            Missing.page();
            return;
        }
        report = reports.read(new ProgrammeReports.Asked(
                one.map(BusinessCard::id).orElse(PartnerId.HUB),
                LifetimePage.day(from),
                LifetimePage.day(to)));
        ReportLanguage language = ReportLanguage.ofTag(chosen.getLanguage());
        reading = report.map(read -> ProgrammeReading.of(read, language));
    }

    /** Keeps a partner's margin from a day on; leads back to the report and says what became. */
    public String nameMargin() {
        Optional<BusinessCard> of = partners.byCode(marginOf);
        Optional<LocalDate> day = LifetimePage.day(marginFrom);
        Optional<Integer> share = basisPoints(margin);
        boolean kept = user.isActing() && of.isPresent() && day.isPresent() && share.isPresent();
        if (kept) {
            margins.name(of.get().id(), day.get(), share.get(), user.getLogin());
            reports.forget();
        }
        return "/crm/programme?faces-redirect=true&partner=" + code() + "&from="
                + dayOrNone(from) + "&to=" + dayOrNone(to) + "&news="
                + (kept ? "MARGIN" : "MARGIN_WRONG");
    }

    /** Only what exists goes into an address. */
    private String code() {
        return partners.byCode(partner).map(BusinessCard::code).orElse("");
    }

    private static String dayOrNone(String text) {
        return LifetimePage.day(text).map(LocalDate::toString).orElse("");
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

    /** Whether days were asked for that are none, or could not be taken. */
    public boolean isOutside() {
        return report.isPresent()
                && (other(from, getDays().from()) || other(to, getDays().to()));
    }

    private static boolean other(String asked, LocalDate taken) {
        return !asked.isEmpty() && !LifetimePage.day(asked).equals(Optional.of(taken));
    }

    /** The address parameters of the same choice, for links to files. */
    public String getQuery() {
        return "partner=" + code() + "&from=" + dayOrNone(from) + "&to=" + dayOrNone(to);
    }

    /** The days alone, for the links from partner to partner. */
    public String getDaysQuery() {
        return "from=" + dayOrNone(from) + "&to=" + dayOrNone(to);
    }

    /** The partners to choose from. */
    public List<BusinessCard> getPartners() {
        return partners.all();
    }

    /** The chosen partner's code, empty for the whole coalition. */
    public String getPartner() {
        return partner;
    }

    /** Called by Faces. */
    public void setPartner(String asked) {
        partner = asked == null ? "" : asked;
    }

    /** The first day that was asked for, empty for the usual one. */
    public String getFrom() {
        return from;
    }

    /** Called by Faces. */
    public void setFrom(String asked) {
        from = asked == null ? "" : asked;
    }

    /** The last day that was asked for, empty for today. */
    public String getTo() {
        return to;
    }

    /** Called by Faces. */
    public void setTo(String asked) {
        to = asked == null ? "" : asked;
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
