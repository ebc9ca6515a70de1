package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.message.Mailing;
import shutaf.message.MailingOrder;
import shutaf.message.Mailings;
import shutaf.message.PaperForm;
import shutaf.message.PostOffice;
import shutaf.message.ReceivingRole;
import shutaf.message.Rhythm;
import shutaf.message.Sendings;
import shutaf.reports.mailing.MailedReports;
import shutaf.shared.PartnerId;
import shutaf.web.look.Preferences;
import shutaf.web.security.CurrentUser;

import java.util.List;
import java.util.Optional;

/** Reports that go out by e-mail: what is ordered, what became of it, and a form to order more. */
@Named("mailingsPage")
@RequestScoped
public class MailingsPage {
    private static final String HERE = "/crm/mailings?faces-redirect=true&news=";

    @Inject
    private Mailings mailings;

    @Inject
    private MailedReports reports;

    @Inject
    private PostOffice post;

    @Inject
    private PartnerDirectory directory;

    @Inject
    private CurrentUser user;

    @Inject
    private Preferences chosen;

    private List<Mailing> rows;
    private List<BusinessCard> partners;
    private String report = "";
    private String partner = "";
    private ReceivingRole role = ReceivingRole.ACCOUNT_MANAGER;
    private String language = "";
    private PaperForm form = PaperForm.PDF;
    private Rhythm rhythm = Rhythm.WEEKLY;
    private String news = "";

    /** Keeps the order; leads back to the list, or stays and says what does not go together. */
    public String order() {
        Optional<PartnerId> scope = partner.isEmpty()
                ? Optional.of(PartnerId.HUB)
                : directory.byCode(partner).map(BusinessCard::id);
        if (!user.isActing() || scope.isEmpty()) {
            news = "NOT_FOUND";
            return null;
        }
        MailingOrder order =
                new MailingOrder(report, scope.get(), role, getLanguage(), form, rhythm);
        if (!reports.has(report, form)) {
            news = "NO_FORM";
            return null;
        }
        if (!order.permitted()) {
            news = "NO_PARTNER";
            return null;
        }
        mailings.order(order, user.getLogin());
        return HERE + "ORDERED";
    }

    /** Ends an order. */
    public String cancel(long id) {
        boolean done = user.isActing() && mailings.cancel(id, user.getLogin());
        return HERE + (done ? "CANCELLED" : "NOT_FOUND");
    }

    /** The orders; read once, since a form is decoded by the same rows. */
    public List<Mailing> getRows() {
        if (rows == null) {
            rows = mailings.all();
        }
        return rows;
    }

    /** The partner of an order; null where it is about all. */
    public BusinessCard scope(MailingOrder order) {
        return getPartners().stream()
                .filter(card -> card.id().equals(order.scope()))
                .findFirst()
                .orElse(null);
    }

    /** Whether there is a mail server. */
    public boolean isOpen() {
        return post.isOpen();
    }

    /** How often a sending is tried. */
    public int getMostTries() {
        return Sendings.MOST_TRIES;
    }

    /** The reports to choose from. */
    public List<String> getReports() {
        return reports.codes();
    }

    /** The partners to choose from. */
    public List<BusinessCard> getPartners() {
        if (partners == null) {
            partners = directory.all();
        }
        return partners;
    }

    /** The roles to choose from. */
    public ReceivingRole[] getRoles() {
        return ReceivingRole.values();
    }

    /** The forms to choose from. */
    public PaperForm[] getForms() {
        return PaperForm.values();
    }

    /** The rhythms to choose from. */
    public Rhythm[] getRhythms() {
        return Rhythm.values();
    }

    /** What was done last, or why nothing was. */
    public String getNews() {
        return news;
    }

    /** Called by Faces. */
    public void setNews(String told) {
        news = told == null ? "" : told;
    }

    /** Code of the report. */
    public String getReport() {
        return report;
    }

    /** Called by Faces. */
    public void setReport(String asked) {
        report = asked == null ? "" : asked;
    }

    /** Code of the partner, empty for the whole coalition. */
    public String getPartner() {
        return partner;
    }

    /** Called by Faces. */
    public void setPartner(String asked) {
        partner = asked == null ? "" : asked;
    }

    /** Whose people receive it. */
    public ReceivingRole getRole() {
        return role;
    }

    /** Called by Faces. */
    public void setRole(ReceivingRole asked) {
        role = asked;
    }

    /** The letter's language; at first the page's. */
    public String getLanguage() {
        return language.isEmpty() ? chosen.getLanguage() : language;
    }

    /** Called by Faces. */
    public void setLanguage(String asked) {
        language = "en".equals(asked) ? "en" : "he";
    }

    /** What the report is attached as. */
    public PaperForm getForm() {
        return form;
    }

    /** Called by Faces. */
    public void setForm(PaperForm asked) {
        form = asked;
    }

    /** How often it is sent. */
    public Rhythm getRhythm() {
        return rhythm;
    }

    /** Called by Faces. */
    public void setRhythm(Rhythm asked) {
        rhythm = asked;
    }
}
