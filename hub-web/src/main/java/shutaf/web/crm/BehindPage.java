package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;

import shutaf.crm.MembersBehind;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.TierDirectory;
import shutaf.crm.behind.Called;
import shutaf.crm.behind.Phrase;
import shutaf.crm.behind.Question;
import shutaf.ledger.Funding;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.web.look.Figures;
import shutaf.web.look.Pages;
import shutaf.web.look.Preferences;
import shutaf.web.look.Words;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The members behind a figure of a report; an address that makes no sense is told what of it. */
@Named("behindPage")
@RequestScoped
public class BehindPage {
    private static final int ROWS = 25;

    @Inject
    private MembersBehind members;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private TierDirectory tiers;

    @Inject
    private Words words;

    @Inject
    private Figures show;

    @Inject
    private Preferences chosen;

    private Behind asked;
    private String sentence = "";
    private Pages pages = new Pages(1, ROWS, 0);
    private MembersBehind.Size size = new MembersBehind.Size(0, 0);
    private List<MembersBehind.Row> rows = List.of();

    /** Reads what the address asks for. */
    public void open() {
        ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
        asked = Behind.of(request.getRequestParameterMap(), partners, tiers);
        if (asked.question().isEmpty()) {
            request.setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Question question = asked.question().get();
        sentence = said(question.sentence(), question.told());
        ReportFilter filter = asked.narrowed().filter();
        String wanted = request.getRequestParameterMap().get("page");
        Pages first = Pages.at(wanted, ROWS, Integer.MAX_VALUE);
        MembersBehind.Page look = members.look(question, filter, first.first(), ROWS);
        size = look.size();
        pages = Pages.at(wanted, ROWS, size.members());
        rows = pages.first() == first.first()
                ? look.rows()
                : members.page(question, filter, pages.first(), ROWS);
    }

    private Object readable(Object told) {
        return switch (told) {
            case YearMonth month -> show.month(month);
            case LocalDate day -> show.day(day);
            case Segment segment -> words.of("segment." + segment);
            case Funding funding -> words.of("funding." + funding);
            case Phrase phrase -> said(phrase.key(), phrase.told());
            case Called called -> name(called);
            default -> told;
        };
    }

    /** What narrows the figure inside its report, each in a few words. */
    public List<String> getDetails() {
        return asked.question().get().details().stream()
                .map(d -> words.list("behind.detail." + d.key(), List.of(readable(d.value()))))
                .toList();
    }

    private String said(String key, List<Object> told) {
        return words.list("behind." + key, told.stream().map(this::readable).toList())
                .strip();
    }

    private String name(Called called) {
        return switch (called.what()) {
            case PARTNER ->
                partners.all().stream()
                        .filter(p -> p.code().equals(called.code()))
                        .map(p -> p.name(chosen.getLocale()))
                        .findFirst()
                        .orElse(called.code());
            case TIER -> words.known("tier.", called.code());
            case SEGMENT -> words.known("segment.", called.code());
        };
    }

    /** Whether there is an answer, be it nobody. */
    public boolean isAnswered() {
        return asked != null && asked.question().isPresent();
    }

    /** Names of the parameters that could not be read, with commas between them. */
    public String getWrong() {
        return String.join(", ", asked.wrong());
    }

    /** Whether the list has a column of its own, by which it is ranked. */
    public boolean isOwnRank() {
        return asked.question().get().rank().own();
    }

    /** A number of that column as it is read: shekels, or a plain number. */
    public String worth(long worth) {
        boolean money = asked.question().get().rank() == Question.Rank.MONEY;
        return money ? show.shekels(worth) : show.number(worth);
    }

    /** What that column adds up to, all pages together. */
    public String getSum() {
        return worth(size.worth());
    }

    /** The report from which such a figure comes, by its name in addresses. */
    public String getPlace() {
        return isAnswered() ? asked.question().get().page() : "retention";
    }

    /** Which figure this is. */
    public String getSentence() {
        return sentence;
    }

    /** The address that was read. */
    public Behind getAsked() {
        return asked;
    }

    /** The members of this page. */
    public List<MembersBehind.Row> getRows() {
        return rows;
    }

    /** Where in the list this page is. */
    public Pages getPages() {
        return pages;
    }
}
