package shutaf.web.crm;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import shutaf.crm.BusinessCard;
import shutaf.crm.Home;
import shutaf.crm.HomeFigures;
import shutaf.crm.PartnerDirectory;
import shutaf.shared.Money;
import shutaf.web.errors.Missing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operator's list of partners, and the way to one of them. */
@Named("partnersPage")
@RequestScoped
public class PartnersPage {
    private static final Set<String> DONE = Set.of("APPROVED", "PROPOSED", "ISSUED");

    @Inject
    private PartnerDirectory partners;

    @Inject
    private Home home;

    @Inject
    private HttpServletRequest request;

    private String news;
    private BusinessCard card;
    private Map<String, HomeFigures.PartnerPeriod> recents;

    /**
     * The partner that the address or a form of its page names. Known before Faces decodes a form,
     * since the form may lie in a list of this partner.
     */
    @PostConstruct
    void find() {
        String code = request.getParameter("partner");
        card = code == null ? null : partners.byCode(code).orElse(null);
    }

    /** A partner that does not exist is a 404. */
    public void open() {
        if (card == null) {
            Missing.page();
        }
    }

    /** All partners by code. */
    public List<BusinessCard> getAll() {
        return partners.all();
    }

    /** The last 28 days of a partner; nothing yet for one that joined after they were counted. */
    public HomeFigures.PartnerPeriod recent(BusinessCard partner) {
        if (recents == null) {
            recents = home.figures().partners().stream()
                    .collect(Collectors.toMap(r -> r.partner().code(), Function.identity()));
        }
        return recents.getOrDefault(
                partner.code(),
                new HomeFigures.PartnerPeriod(partner, 0, 0, 0, new Money(0, "ILS")));
    }

    /** The partner of the address; null only while nothing was found. */
    public BusinessCard getCard() {
        return card;
    }

    /** Whether the news in the address is that something was done. */
    public boolean isGoodNews() {
        return news != null && DONE.contains(news);
    }

    /** What became of the last step on this partner. */
    public String getNews() {
        return news;
    }

    /** Called by Faces. */
    public void setNews(String told) {
        news = told;
    }
}
