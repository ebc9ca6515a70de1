package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.BusinessCard;
import shutaf.crm.LosingMembers;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.WinBack;
import shutaf.crm.score.Scores;
import shutaf.crm.score.Scoring;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.shared.PartnerId;
import shutaf.web.errors.Missing;
import shutaf.web.look.Pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Valuable members who are about to be lost, with what to do about each. */
@Named("losingPage")
@RequestScoped
public class LosingPage {
    private static final int ROWS = 20;
    private static final int ONE_PERCENT = 10_000;

    @Inject
    private LosingMembers losing;

    @Inject
    private Scores scores;

    @Inject
    private PartnerDirectory partners;

    private String partner = "";
    private String page = "1";
    private Optional<Scoring> scoring = Optional.empty();
    private LosingMembers.Everywhere counts = new LosingMembers.Everywhere(0, Map.of());
    private Pages pages = new Pages(1, ROWS, 0);
    private List<LosingMembers.Row> rows = List.of();

    /** Reads the list of the address's partner; one that does not exist is a 404. */
    public void open() {
        Optional<BusinessCard> one =
                partner.isEmpty() ? Optional.empty() : partners.byCode(partner);
        if (one.isEmpty() && !partner.isEmpty()) {
            Missing.page();
            return;
        }
        ReportFilter filter = ReportFilter.of(one.map(BusinessCard::id).orElse(PartnerId.HUB));
        scoring = scores.scoring(filter.scope());
        pages = Pages.at(page, ROWS, losing.count(filter));
        rows = losing.page(filter, pages.first(), ROWS);
        counts = losing.everywhere();
    }

    /** How many there are of that partner. */
    public long at(BusinessCard one) {
        return counts.at().getOrDefault(one.id(), 0L);
    }

    /** How many there are of the coalition. */
    public long getTogether() {
        return counts.at().getOrDefault(PartnerId.HUB, 0L);
    }

    /** Whether others have some where this list has none. */
    public boolean isElsewhere() {
        return counts.members() > 0;
    }

    /** Below this chance of another purchase somebody is on the list. */
    public String getBound() {
        return Segment.LOSING / ONE_PERCENT + "%";
    }

    /** Below this one nobody is: it is too late. */
    public String getTooLate() {
        return Segment.LOST / ONE_PERCENT + "%";
    }

    /** Points that expire within so many days are worth a reminder. */
    public int getSoonDays() {
        return WinBack.SOON_DAYS;
    }

    /** From this worth on, expiring points are worth a reminder; minor units. */
    public long getReminderWorth() {
        return WinBack.WORTH_A_REMINDER;
    }

    /** From this worth on, a balance is worth an offer; minor units. */
    public long getOfferWorth() {
        return WinBack.WORTH_AN_OFFER;
    }

    /** How the scores came about; null before the first. */
    public Scoring getScoring() {
        return scoring.orElse(null);
    }

    /** The members of this page. */
    public List<LosingMembers.Row> getRows() {
        return rows;
    }

    /** Where in the list this page is. */
    public Pages getPages() {
        return pages;
    }

    /** The partners to choose from. */
    public List<BusinessCard> getPartners() {
        return partners.all();
    }

    /** The chosen partner's code, empty for the coalition. */
    public String getPartner() {
        return partner;
    }

    /** Called by Faces. */
    public void setPartner(String asked) {
        partner = asked == null ? "" : asked;
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
