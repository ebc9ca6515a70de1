package shutaf.web.crm;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.partner.PartnerNames;
import shutaf.partner.Partners;
import shutaf.web.errors.Missing;
import shutaf.web.look.Pages;
import shutaf.web.security.CurrentUser;

import java.util.List;

/** The outlets of a partner: what people call them, in both languages, and new ones. */
@Named("outletsPage")
@RequestScoped
public class OutletsPage {
    private static final int ROWS = 25;
    private static final int LONGEST = 80;

    @Inject
    private PartnerDirectory directory;

    @Inject
    private Partners partners;

    @Inject
    private CurrentUser user;

    @Inject
    private HttpServletRequest request;

    private BusinessCard card;
    private String code = "";
    private String hebrew = "";
    private String english = "";
    private String page = "1";
    private String news = "";

    /** The partner that the address or the form names, before Faces decodes the form. */
    @PostConstruct
    void find() {
        String named = request.getParameter("partner");
        card = named == null ? null : directory.byCode(named).orElse(null);
    }

    /** Starts the form with the outlet of the address; a partner that does not exist is a 404. */
    public void open() {
        if (card == null) {
            Missing.page();
            return;
        }
        outlets().stream().filter(o -> o.code().equals(code)).findFirst().ifPresent(o -> {
            hebrew = o.nameHe();
            english = o.nameEn();
        });
    }

    /** Keeps the names; leads back to the list, or stays and says what is missing. */
    public String save() {
        if (!user.isActing() || card == null) {
            news = "NOT_FOUND";
            return null;
        }
        if (!code.matches("[A-Za-z0-9._-]{1,32}") || !named(hebrew) || !named(english)) {
            news = "INCOMPLETE";
            return null;
        }
        partners.nameOutlet(
                card.id(),
                new PartnerNames(code, hebrew.strip(), english.strip()),
                user.getLogin());
        return "/crm/outlets?faces-redirect=true&partner=" + card.code() + "&news=NAMED";
    }

    private static boolean named(String name) {
        return !name.isBlank() && name.length() <= LONGEST;
    }

    private List<PartnerDirectory.Outlet> outlets() {
        return card == null ? List.of() : directory.outlets(card.id());
    }

    /** The outlets of this page. */
    public List<PartnerDirectory.Outlet> getRows() {
        return outlets().stream().skip(getPages().first()).limit(ROWS).toList();
    }

    /** Where in the list this page is. */
    public Pages getPages() {
        return Pages.at(page, ROWS, outlets().size());
    }

    /** The partner; null when there is none of that code. */
    public BusinessCard getCard() {
        return card;
    }

    /** Why nothing was kept; empty before anybody tried. */
    public String getNews() {
        return news;
    }

    /** The outlet's code as on receipts. */
    public String getOutlet() {
        return code;
    }

    /** Called by Faces. */
    public void setOutlet(String typed) {
        code = typed == null ? "" : typed.strip();
    }

    /** Its Hebrew name. */
    public String getHebrew() {
        return hebrew;
    }

    /** Called by Faces. */
    public void setHebrew(String typed) {
        hebrew = typed == null ? "" : typed;
    }

    /** Its English name. */
    public String getEnglish() {
        return english;
    }

    /** Called by Faces. */
    public void setEnglish(String typed) {
        english = typed == null ? "" : typed;
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
