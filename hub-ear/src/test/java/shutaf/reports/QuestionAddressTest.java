package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import shutaf.crm.behind.Abroad;
import shutaf.crm.behind.Both;
import shutaf.crm.behind.Burned;
import shutaf.crm.behind.Buyers;
import shutaf.crm.behind.Came;
import shutaf.crm.behind.Cohort;
import shutaf.crm.behind.Decile;
import shutaf.crm.behind.Expected;
import shutaf.crm.behind.Frequency;
import shutaf.crm.behind.Group;
import shutaf.crm.behind.Losing;
import shutaf.crm.behind.Newer;
import shutaf.crm.behind.OfSegment;
import shutaf.crm.behind.Paid;
import shutaf.crm.behind.Parameters;
import shutaf.crm.behind.Participation;
import shutaf.crm.behind.PointsBorn;
import shutaf.crm.behind.PointsFlowed;
import shutaf.crm.behind.PointsOpen;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Questions;
import shutaf.crm.behind.Range;
import shutaf.crm.behind.Reached;
import shutaf.crm.behind.Repeat;
import shutaf.crm.behind.Rfm;
import shutaf.crm.behind.Silence;
import shutaf.crm.behind.Sold;
import shutaf.crm.behind.Spending;
import shutaf.crm.behind.Survival;
import shutaf.crm.behind.Together;
import shutaf.crm.behind.Waiting;
import shutaf.crm.behind.Worth;
import shutaf.ledger.Funding;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.reports.asked.MembersLinks;
import shutaf.shared.PartnerId;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A link that a report writes asks the question that it was written for. */
class QuestionAddressTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    static List<Question> questions() {
        return List.of(
                new Cohort(Optional.of(MARCH), OptionalInt.of(2)),
                new Cohort(Optional.empty(), OptionalInt.empty()),
                new Repeat(Repeat.Buyers.LONG_ENOUGH),
                new Rfm(
                        Rfm.Scores.PARTS,
                        Optional.of(new Range(4, 5)),
                        Optional.empty(),
                        Optional.of(new Range(1, 1))),
                new Frequency(Optional.of(new Range(1, Frequency.AND_MORE)), Optional.of(DAY)),
                new Decile(OptionalInt.of(3)),
                new OfSegment(Segment.CHAMPIONS),
                new Losing(),
                new Participation(Participation.Who.ENGAGED),
                new Silence(Silence.Ended.BROKEN),
                new Paid(Paid.What.LATER),
                new Reached(12),
                Came.everyDay(),
                Came.after(DAY, Optional.of(new Range(2, 2))),
                Came.after(DAY, DAY.plusDays(8), DAY.plusDays(14)),
                new Spending(DAY, Spending.Paid.NOTHING),
                new Expected(),
                new Newer(DAY),
                Survival.all(Waiting.GONE),
                Survival.before(Waiting.REDEMPTION, 31),
                Survival.on(Waiting.SECOND, Survival.Outcome.ENDED, 12),
                Survival.by(Waiting.SECOND, 90).of(Group.By.TIER, "GOLD PLUS"));
    }

    static List<Question> ofProgramme() {
        return List.of(
                new Sold(Sold.What.RECEIPTS, Optional.of(MARCH), Optional.empty()),
                new Sold(Sold.What.REPEAT, Optional.of(MARCH), Optional.of("CAFE")),
                new Buyers("CAFE", Buyers.Who.NEWCOMERS),
                new PointsFlowed(
                        PointsFlowed.What.SPENT_NET,
                        Optional.of(MARCH),
                        Optional.of("CAFE"),
                        Optional.of(Funding.BONUS)),
                new PointsBorn(PointsBorn.What.OPEN, Optional.of(MARCH)),
                new PointsOpen(
                        Optional.of(new Range(24, PointsOpen.AND_MORE)),
                        Optional.empty(),
                        Optional.empty()),
                new PointsOpen(
                        Optional.empty(),
                        Optional.of(new Range(0, 0)),
                        Optional.of(PointsOpen.State.ASIDE)),
                new Burned(true, Burned.What.TAKEN, Optional.of("CAFE"), Optional.of("MARKET")),
                new Burned(false, Burned.What.STAYED, Optional.empty(), Optional.empty()),
                new Abroad("CAFE"),
                new Worth(Optional.of("CAFE"), OptionalInt.of(2_500), Optional.of(Segment.LOYAL)),
                new Both("CAFE", Optional.of("MARKET")),
                new Together("BREAD & MORE", "=FISH"));
    }

    @ParameterizedTest
    @MethodSource({"questions", "ofProgramme"})
    void an_address_asks_what_it_was_written_for(Question question) {
        MembersLinks links = links(new ReportFilter(
                new PartnerId(7),
                Optional.of(DAY),
                Optional.of(DAY.plusDays(9)),
                Optional.of("GOLD"),
                Optional.empty()));

        String address = links.to(question);

        assertThat(address).startsWith("/crm/behind?of=");
        Map<String, String> given = parameters(address.substring("/crm/behind?".length()));
        assertThat(Questions.asked(new Parameters(given))).contains(question);
        assertThat(given).containsEntry("partner", "CAFE").containsEntry("tier", "GOLD");
        assertThat(given.containsKey("from")).isEqualTo(!question.ofScores());
    }

    @Test
    void a_segment_of_the_question_is_not_asked_twice() {
        MembersLinks links = links(new ReportFilter(
                new PartnerId(7),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Segment.LOYAL)));

        assertThat(links.to(new Losing())).endsWith("&segment=LOYAL");
        assertThat(links.to(new OfSegment(Segment.CHAMPIONS)))
                .isEqualTo("/crm/behind?of=segment&segment=CHAMPIONS&partner=CAFE");
    }

    @Test
    void a_file_puts_the_site_in_front_and_a_report_without_pages_has_no_links() {
        MembersLinks links = links(ReportFilter.of(new PartnerId(7)));
        String address = links.to(new Losing());

        assertThat(links.whole(address))
                .isEqualTo("https://hub.example/crm/behind?of=losing&partner=CAFE");
        assertThat(MembersLinks.none().to(new Losing())).isEmpty();
        assertThat(MembersLinks.none().whole("")).isEmpty();
    }

    private static MembersLinks links(ReportFilter filter) {
        return new MembersLinks(Optional.of("https://hub.example"), "CAFE", filter);
    }

    private static Map<String, String> parameters(String address) {
        Function<String, String> decoded = t -> URLDecoder.decode(t, StandardCharsets.UTF_8);
        return Arrays.stream(address.split("&"))
                .map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> decoded.apply(p[0]), p -> decoded.apply(p[1])));
    }
}
