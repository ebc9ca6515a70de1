package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import shutaf.crm.LosingMembers;
import shutaf.crm.MembersBehind;
import shutaf.crm.WinBack;
import shutaf.crm.behind.Parameters;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Questions;
import shutaf.crm.score.Score;
import shutaf.crm.score.ScoreBook;
import shutaf.crm.score.Scores;
import shutaf.intake.IntakeOutcome;
import shutaf.programme.Programme;
import shutaf.purchase.Purchase;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.reports.lifetimevalue.HoldoutCheck;
import shutaf.reports.lifetimevalue.LifetimeFigures;
import shutaf.reports.lifetimevalue.LifetimeReport;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.reports.lifetimevalue.LifetimeScores;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Lists by the night's scores: as long as the figures that lead to them, and in their order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersByScoreTest {
    private static final int MEMBERS = 80;
    private static final int DAYS = 240;
    private static final int SEED = 11;
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    private final Programme programme = new Programme();
    private PartnerId shop;
    private List<Score> scores;

    /** Members buy at their own pace, until many of them leave without a word. */
    @BeforeAll
    void aNight() {
        shop = programme.partner("NIGHT");
        Random chance = new Random(SEED);
        List<Purchase> receipts = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            Programme.Person who = programme.member(shop);
            int gap = 4 + chance.nextInt(30);
            int stay = i % 3 == 0 ? DAYS : 1 + chance.nextInt(DAYS);
            for (int day = chance.nextInt(60); day < stay; day += 1 + chance.nextInt(2 * gap)) {
                programme.at(START.plusDays(day).toString());
                receipts.add(programme.receipt(shop, who, 5 + chance.nextInt(90) + ".00"));
            }
        }
        programme.at(START.plusDays(DAYS).toString());
        receipts.add(programme.receipt(shop, programme.member(shop), "10.00"));
        assertThat(programme.send(receipts)).hasOnlyElementsOfType(IntakeOutcome.Accrued.class);
        LifetimeScores scored = programme.call(() -> {
            LifetimeScores made = LifetimeScores.read(
                            programme.bean(PurchaseHistory.class), ReportFilter.of(shop))
                    .orElseThrow();
            book().claim(shop, Duration.ZERO);
            book().replace(shop, made.how(), 1, made.scores());
            return made;
        });
        scores = scored.scores();
    }

    @Test
    void each_tenth_and_each_segment_opens_its_members() {
        Map<Segment, Long> segments = scores.stream()
                .collect(Collectors.groupingBy(Score::segment, Collectors.counting()));

        assertThat(segments).hasSizeGreaterThan(3);
        for (Segment segment : Segment.values()) {
            assertThat(count("of=segment&segment=" + segment, Optional.of(segment)))
                    .isEqualTo(segments.getOrDefault(segment, 0L));
            assertThat(count("of=cohort", Optional.of(segment)))
                    .as("the same members as a filter")
                    .isEqualTo(segments.getOrDefault(segment, 0L));
        }
        assertThat(programme.call(() -> programme.bean(Scores.class).segments(shop)))
                .allSatisfy(g -> assertThat(g.members()).isEqualTo(segments.get(g.name())));
        assertThat(programme.call(() -> programme.bean(Scores.class).tenths(shop)))
                .hasSize(10)
                .allSatisfy(g ->
                        assertThat(count("of=decile&decile=" + g.name())).isEqualTo(g.members()));
        assertThat(count("of=decile")).isEqualTo(scores.size());
    }

    @Test
    void lists_by_value_begin_with_the_most_valuable() {
        List<MembersBehind.Row> rows = page("of=decile&decile=1");

        assertThat(rows)
                .extracting(r -> r.id().value())
                .containsExactlyElementsOf(scores.stream()
                        .filter(s -> s.decile() == 1)
                        .map(Score::member)
                        .toList());
        assertThat(rows).allSatisfy(r -> assertThat(r.worth()).isEqualTo(r.valueMinor()));
    }

    @Test
    void each_class_of_frequency_opens_its_members() {
        LifetimeReport report = programme
                .call(() -> programme
                        .bean(LifetimeReports.class)
                        .read(ReportFilter.of(shop), Optional.empty()))
                .orElseThrow();
        LocalDate until = report.figures().base().calibrationEnd();
        HoldoutCheck check = report.figures()
                .outlook()
                .flatMap(LifetimeFigures.Outlook::check)
                .orElseThrow();

        assertThat(check.classes()).hasSize(8);
        for (HoldoutCheck.FrequencyClass one : check.classes()) {
            String x = one.andMore() ? one.x() + "-99999" : Integer.toString(one.x());
            assertThat(count("of=frequency&x=" + x + "&until=" + until))
                    .as("x = %s", x)
                    .isEqualTo(one.customers());
        }
        assertThat(count("of=frequency&until=" + until))
                .isEqualTo(report.figures().base().customers().size());
    }

    @Test
    void about_to_be_lost_is_who_is_worth_it_and_still_may_be_won() {
        double mean =
                scores.stream().mapToLong(MembersByScoreTest::value).average().orElseThrow();
        List<Long> expected = scores.stream()
                .filter(s -> s.segment() == Segment.ABOUT_TO_LOSE)
                .filter(s -> value(s) / alive(s) >= mean)
                .sorted((a, b) -> Double.compare(risk(b), risk(a)))
                .map(Score::member)
                .toList();
        List<LosingMembers.Row> rows = programme.call(
                () -> programme.bean(LosingMembers.class).page(ReportFilter.of(shop), 0, 100));

        assertThat(expected).isNotEmpty();
        assertThat(rows)
                .extracting(r -> r.member().id().value())
                .containsExactlyElementsOf(expected);
        assertThat(count("of=losing")).isEqualTo(expected.size());
        LosingMembers.Everywhere everywhere =
                programme.call(() -> programme.bean(LosingMembers.class).everywhere());
        assertThat(everywhere.at()).containsEntry(shop, (long) expected.size());
        assertThat(everywhere.members()).isGreaterThanOrEqualTo(expected.size());
        assertThat(rows).allSatisfy(r -> {
            Score score = r.score().score();
            assertThat(score.member()).isEqualTo(r.member().id().value());
            assertThat(r.member().worth().orElseThrow())
                    .isBetween((long) risk(score) - 1, (long) risk(score) + 1);
            assertThat(r.reachable()).isFalse();
            assertThat(r.action())
                    .isEqualTo(
                            r.signs().balanceWorth().minor() >= WinBack.WORTH_AN_OFFER
                                    ? WinBack.OFFER
                                    : WinBack.CALL);
        });
        assertThat(rows).extracting(LosingMembers.Row::action).contains(WinBack.CALL);
    }

    @Test
    void a_member_reads_as_what_was_worked_out() {
        Score one = scores.getFirst();

        assertThat(programme.call(
                        () -> programme.bean(Scores.class).of(shop, new MemberId(one.member()))))
                .get()
                .extracting(Scores.Read::score)
                .isEqualTo(one);
        assertThat(programme.call(
                        () -> programme.bean(Scores.class).of(shop, new MemberId(Long.MAX_VALUE))))
                .isEmpty();
    }

    private static long value(Score score) {
        return score.outlook().orElseThrow().valueMinor().orElseThrow();
    }

    private static double alive(Score score) {
        return score.outlook().orElseThrow().aliveMillionths() / 1e6;
    }

    private static double risk(Score score) {
        return value(score) / alive(score) * (1 - alive(score));
    }

    private List<MembersBehind.Row> page(String address) {
        return programme.call(() -> programme
                .bean(MembersBehind.class)
                .page(question(address), ReportFilter.of(shop), 0, 100));
    }

    private long count(String address) {
        return count(address, Optional.empty());
    }

    private long count(String address, Optional<Segment> segment) {
        ReportFilter filter = new ReportFilter(
                shop, Optional.empty(), Optional.empty(), Optional.empty(), segment);
        return programme.call(() -> programme
                .bean(MembersBehind.class)
                .size(question(address), filter)
                .members());
    }

    private static Question question(String address) {
        Map<String, String> given = new HashMap<>();
        Arrays.stream(address.split("&"))
                .map(pair -> pair.split("="))
                .forEach(pair -> given.put(pair[0], pair[1]));
        return Questions.asked(new Parameters(given)).orElseThrow();
    }

    private ScoreBook book() {
        return programme.bean(ScoreBook.class);
    }
}
