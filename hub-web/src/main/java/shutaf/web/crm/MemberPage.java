package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import shutaf.crm.BusinessCard;
import shutaf.crm.MemberFile;
import shutaf.crm.MemberOverview;
import shutaf.crm.MemberTimeline;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.TimelineEvent;
import shutaf.crm.score.Scores;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;
import shutaf.web.errors.Missing;
import shutaf.web.look.Pages;
import shutaf.web.security.CurrentUser;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One member with the whole story. Everything that chooses what is shown stands in the address,
 * nothing that names.
 */
@Named("memberPage")
@RequestScoped
public class MemberPage {
    private static final int EVENTS = 20;

    @Inject
    private MemberFile files;

    @Inject
    private Scores scores;

    @Inject
    private MemberTimeline timeline;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private CurrentUser user;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String theme = "ALL";
    private String partner = "";
    private String page = "1";
    private MemberOverview member;
    private Optional<Scores.Read> score = Optional.empty();
    private List<TimelineEvent> events = List.of();
    private Pages pages = new Pages(1, EVENTS, 0);

    /** Reads what the address asks for; an account that does not exist is a 404. */
    public void open() {
        Optional<MemberOverview> found = Optional.of(id)
                .filter(i -> i.matches("[1-9]\\d{0,17}"))
                .flatMap(i -> files.openFor(user.getLogin(), new MemberId(Long.parseLong(i))));
        if (found.isEmpty()) {
            Missing.page();
            return;
        }
        member = found.get();
        score = scores.of(PartnerId.HUB, member.id());
        MemberTimeline.Theme chosen = Arrays.stream(MemberTimeline.Theme.values())
                .filter(t -> t.name().equals(theme))
                .findFirst()
                .orElse(MemberTimeline.Theme.ALL);
        Optional<BusinessCard> at =
                Optional.of(partner).filter(p -> !p.isEmpty()).flatMap(partners::byCode);
        theme = chosen.name();
        partner = at.map(BusinessCard::code).orElse("");
        MemberTimeline.Asked all =
                new MemberTimeline.Asked(member.id(), chosen, at.map(BusinessCard::id), 0, EVENTS);
        pages = Pages.at(page, EVENTS, timeline.count(all));
        events = timeline.page(new MemberTimeline.Asked(
                member.id(), chosen, at.map(BusinessCard::id), pages.first(), EVENTS));
    }

    /** The member; null only while nothing was found. */
    public MemberOverview getMember() {
        return member;
    }

    /** What is expected of them in the coalition; null for who never bought. */
    public Scores.Read getScore() {
        return score.orElse(null);
    }

    /** The events of this page. */
    public List<TimelineEvent> getEvents() {
        return events;
    }

    /** Where in the story this page is. */
    public Pages getPages() {
        return pages;
    }

    /** Kinds of events, for the chips. */
    public List<String> getThemes() {
        return Arrays.stream(MemberTimeline.Theme.values()).map(Enum::name).toList();
    }

    /** Points of the receipt that was claimed just now; negative when none was. */
    public long getClaimed() {
        String told = request.getParameter("claimed");
        return told != null && told.matches("\\d{1,9}") ? Long.parseLong(told) : -1;
    }

    /** The account's number in the address. */
    public String getId() {
        return id;
    }

    /** Called by Faces. */
    public void setId(String asked) {
        id = asked == null ? "" : asked;
    }

    /** The chosen kind of events. */
    public String getTheme() {
        return theme;
    }

    /** Called by Faces. */
    public void setTheme(String asked) {
        theme = asked == null ? "ALL" : asked;
    }

    /** The chosen partner's code, empty for all. */
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
