package shutaf.web.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.MemberFile;
import shutaf.crm.MemberOverview;
import shutaf.crm.MemberTimeline;
import shutaf.crm.TimelineEvent;
import shutaf.member.Identifiers;
import shutaf.platform.HubClock;
import shutaf.shared.BusinessDay;
import shutaf.shared.MemberId;
import shutaf.web.errors.Missing;
import shutaf.web.look.Pages;
import shutaf.web.look.Preferences;
import shutaf.web.look.Words;
import shutaf.web.security.CurrentUser;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A member's first page: what they have, the code for the till, and what happened to each point.
 */
@Named("myPoints")
@RequestScoped
public class MyPoints {
    private static final int EVENTS = 15;

    @Inject
    private CurrentUser user;

    @Inject
    private MemberFile files;

    @Inject
    private MemberTimeline timeline;

    @Inject
    private Identifiers identifiers;

    @Inject
    private HubClock clock;

    @Inject
    private Preferences chosen;

    private String page = "1";
    private MemberOverview member;
    private List<Month> months = List.of();
    private Pages pages = new Pages(1, EVENTS, 0);

    /**
     * Events of one month.
     *
     * @param month in the programme's zone
     * @param events the latest first
     */
    public record Month(YearMonth month, List<TimelineEvent> events) {}

    /**
     * Opens the signed-in member's own account; the account's number comes from the token alone.
     */
    public void open() {
        Optional<MemberOverview> own = user.member().flatMap(files::open);
        if (own.isEmpty()) {
            Missing.page();
            return;
        }
        member = own.get();
        pages = Pages.at(page, EVENTS, timeline.count(asked(member.id(), 0)));
        Map<YearMonth, List<TimelineEvent>> byMonth = new LinkedHashMap<>();
        timeline.page(asked(member.id(), pages.first()))
                .forEach(e -> byMonth.computeIfAbsent(
                                YearMonth.from(BusinessDay.of(e.at())), m -> new ArrayList<>())
                        .add(e));
        months = byMonth.entrySet().stream()
                .map(e -> new Month(e.getKey(), e.getValue()))
                .toList();
    }

    private static MemberTimeline.Asked asked(MemberId member, int first) {
        return new MemberTimeline.Asked(
                member, MemberTimeline.Theme.ALL, Optional.empty(), first, EVENTS);
    }

    /** The member; null only while the token named nobody. */
    public MemberOverview getMember() {
        return member;
    }

    /** The first name, to greet with. */
    public String getFirstName() {
        return member.name().replaceFirst("\\s.*", "");
    }

    /** The code for the till as SVG. */
    public String getCode() {
        return CodeSquare.svg(
                identifiers.qrFor(member.id(), clock.now()),
                Words.in(chosen.getLocale(), "my.code"));
    }

    /** The events by month. */
    public List<Month> getMonths() {
        return months;
    }

    /** Where in the history this page is. */
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
