package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.audit.AuditTrail;
import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.shared.PartnerId;
import shutaf.web.look.Pages;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who did what, the latest first; for auditors and administrators. */
@Named("auditPage")
@RequestScoped
public class AuditPage {
    private static final int ROWS = 50;

    @Inject
    private AuditTrail trail;

    @Inject
    private PartnerDirectory partners;

    private String page = "1";
    private Pages pages = new Pages(1, ROWS, 0);
    private List<AuditTrail.Entry> entries = List.of();
    private Map<PartnerId, BusinessCard> cards = Map.of();

    /** Reads the page of the address. */
    public void open() {
        cards = partners.all().stream()
                .collect(Collectors.toMap(BusinessCard::id, Function.identity()));
        pages = Pages.at(page, ROWS, trail.count());
        entries = trail.page(pages.first(), ROWS);
    }

    /** The entries of this page. */
    public List<AuditTrail.Entry> getEntries() {
        return entries;
    }

    /** The partner whose figures it was about; null when it was about nobody's. */
    public BusinessCard partner(AuditTrail.Note note) {
        return note.partner().map(cards::get).orElse(null);
    }

    /** Where in the trail this page is. */
    public Pages getPages() {
        return pages;
    }

    /** The chosen page. */
    public String getPage() {
        return page;
    }

    /** Called by Faces. */
    public void setPage(String asked) {
        page = asked;
    }
}
