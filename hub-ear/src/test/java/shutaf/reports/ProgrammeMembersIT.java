package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import shutaf.crm.MembersBehind;
import shutaf.crm.behind.Parameters;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Questions;
import shutaf.programme.LivelyYear;
import shutaf.programme.Programme;
import shutaf.purchase.ReportFilter;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.programme.Cell;
import shutaf.reports.programme.ProgrammeJson;
import shutaf.reports.programme.ProgrammePdf;
import shutaf.reports.programme.ProgrammeReading;
import shutaf.reports.programme.ProgrammeReport;
import shutaf.reports.programme.ProgrammeReports;
import shutaf.reports.programme.ProgrammeSheet;
import shutaf.reports.programme.Section;
import shutaf.shared.PartnerId;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Any point and any agora of programme economics can be followed to the members who make it: the
 * list that a figure opens adds up to the figure.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgrammeMembersIT {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 10);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 10);
    private static final LocalDate TO = LocalDate.of(2028, 2, 20);

    /** Kinds of questions whose list is a list of people, by the number of whom it is. */
    private static final Set<String> COUNTED = Set.of("buyers", "worth", "both");

    private final LivelyYear year = new LivelyYear();
    private final Programme programme = year.programme();
    private final Map<String, Integer> followed = new HashMap<>();

    @BeforeAll
    void later() {
        programme.at("2028-02-25");
    }

    @Test
    void each_figure_of_one_partner_is_the_sum_of_its_members() {
        follow(filter(year.market(), FROM, Optional.empty()));

        assertThat(followed)
                .containsKeys(
                        "sold",
                        "buyers",
                        "points",
                        "born",
                        "open",
                        "burned",
                        "reimbursed",
                        "abroad",
                        "worth",
                        "both",
                        "together")
                .allSatisfy((kind, times) -> assertThat(times).as(kind).isPositive());
    }

    @Test
    void each_figure_of_a_tier_in_the_coalition_is_the_sum_of_its_members() {
        follow(filter(PartnerId.HUB, AUTUMN, Optional.of(LivelyYear.TIERS.get(1))));

        assertThat(followed).containsKeys("sold", "receipts", "points", "burned", "worth");
    }

    @Test
    void each_figure_of_a_segment_at_a_partner_is_the_sum_of_its_members() {
        follow(new ReportFilter(
                year.market(),
                Optional.of(AUTUMN),
                Optional.of(TO),
                Optional.empty(),
                Optional.of(LivelyYear.SEGMENTS.getFirst())));
    }

    /** Paper, book and JSON open the same lists as the page, at the hub's own site. */
    @ParameterizedTest
    @EnumSource(ReportLanguage.class)
    void files_open_what_the_page_opens(ReportLanguage language) throws IOException {
        ProgrammeReport report = read(filter(year.market(), FROM, Optional.empty()));
        ProgrammeReading page = ProgrammeReading.of(report, language);
        Map<String, Set<String>> shown = new TreeMap<>();
        page.parts()
                .forEach(part -> part.rows()
                        .forEach(row -> row.cells().stream()
                                .filter(cell -> !cell.behind().isEmpty())
                                .forEach(cell -> put(shown, cell.behind(), cell.text()))));
        page.keys().forEach(key -> put(shown, key.address(), key.figure()));
        page.keys().forEach(key -> put(shown, key.detailAddress(), ""));
        shown.remove("");

        Set<String> onPaper = new HashSet<>();
        for (FileLinks.Link link : FileLinks.ofPaper(ProgrammePdf.render(report, language))) {
            String address = ofThisSite(report, link.address());
            onPaper.add(address);
            if (link.figure().matches("\\S*\\d")) {
                assertThat(shown.get(address)).as(address).contains(link.figure());
            }
        }
        assertThat(onPaper).isEqualTo(shown.keySet());
        assertThat(FileLinks.ofBook(ProgrammeSheet.render(report, language)).stream()
                        .map(link -> ofThisSite(report, link.address()))
                        .collect(Collectors.toSet()))
                .isEqualTo(shown.keySet());
        Set<String> inJson = new HashSet<>();
        for (JsonNode section : new ObjectMapper().readTree(ProgrammeJson.of(report))) {
            for (JsonNode row : section.isArray() ? section : List.<JsonNode>of()) {
                row.path("members").forEach(a -> inJson.add(ofThisSite(report, a.asText())));
            }
        }
        assertThat(shown.keySet()).containsAll(inJson);
        assertThat(inJson).hasSizeGreaterThan(shown.size() / 2);
    }

    private static void put(Map<String, Set<String>> shown, String address, String figure) {
        shown.computeIfAbsent(address, unused -> new HashSet<>())
                .add(figure.replaceAll("[\\u2066-\\u2069\\u200e\\u200f]", ""));
    }

    private static String ofThisSite(ProgrammeReport report, String address) {
        assertThat(address).startsWith(report.links().site().orElseThrow() + "/crm/behind?");
        return address.substring(report.links().site().orElseThrow().length());
    }

    private static ReportFilter filter(PartnerId scope, LocalDate from, Optional<String> tier) {
        return new ReportFilter(scope, Optional.of(from), Optional.of(TO), tier);
    }

    private ProgrammeReport read(ReportFilter filter) {
        return programme
                .call(() -> programme.bean(ProgrammeReports.class).read(filter))
                .orElseThrow();
    }

    private void follow(ReportFilter filter) {
        followed.clear();
        ProgrammeReport report = read(filter);
        assertThat(report.figures().proven()).isTrue();
        Map<String, MembersBehind.Size> known = new HashMap<>();
        for (Section section : report.sections(ReportLanguage.ENGLISH)) {
            for (Section.Row row : section.rows()) {
                for (int c = 0; c < row.cells().size(); c++) {
                    Cell cell = row.cells().get(c);
                    String column = section.columns().get(c).key();
                    String which = section.key() + "." + column + " at ";
                    if (cell.behind().isPresent()) {
                        follow(which + report.address(cell), cell, filter, known);
                    }
                }
            }
        }
    }

    /** As a browser would: by the address alone; the same address again is the same list. */
    private void follow(
            String about, Cell cell, ReportFilter filter, Map<String, MembersBehind.Size> known) {
        Map<String, String> given = parameters(about);
        Question question = Questions.asked(new Parameters(given)).orElseThrow();
        ReportFilter narrowed = narrowed(given, filter);
        MembersBehind.Size size = known.computeIfAbsent(
                about.substring(about.indexOf('?')),
                unused -> programme.call(
                        () -> programme.bean(MembersBehind.class).size(question, narrowed)));
        assertThat(size.members()).as(about).isPositive();
        if (cell instanceof Cell.Money money && question.rank() == Question.Rank.MONEY) {
            assertThat(size.worth()).as(about).isEqualTo(money.minor());
        } else if (cell instanceof Cell.Whole whole) {
            OptionalLong figure = figure(question, size);
            figure.ifPresent(f -> assertThat(f).as(about).isEqualTo(whole.number()));
        }
        if (followed.merge(question.kind(), 1, Integer::sum) == 1) {
            listed(about, question, narrowed, size);
        }
    }

    /** The list itself has as many rows, which add up to the same. */
    private void listed(
            String about, Question question, ReportFilter narrowed, MembersBehind.Size size) {
        List<MembersBehind.Row> rows = programme.call(
                () -> programme.bean(MembersBehind.class).page(question, narrowed, 0, 200));
        assertThat(rows).as(about).hasSize((int) size.members());
        assertThat(rows.stream().mapToLong(r -> r.worth().orElse(0L)).sum())
                .as(about)
                .isEqualTo(size.worth());
    }

    /** What the list says in the place of a whole number; of all receipts it says nothing. */
    private static OptionalLong figure(Question question, MembersBehind.Size size) {
        if (question.rank() == Question.Rank.POINTS || question.rank() == Question.Rank.TIMES) {
            return OptionalLong.of(size.worth());
        }
        return COUNTED.contains(question.kind())
                ? OptionalLong.of(size.members())
                : OptionalLong.empty();
    }

    /** The address narrows as the report was narrowed; scores know no days. */
    private static ReportFilter narrowed(Map<String, String> given, ReportFilter filter) {
        assertThat(Optional.ofNullable(given.get("tier"))).isEqualTo(filter.tier());
        return new ReportFilter(
                filter.scope(),
                Optional.ofNullable(given.get("from")).map(LocalDate::parse),
                Optional.ofNullable(given.get("to")).map(LocalDate::parse),
                filter.tier(),
                filter.segment());
    }

    private static Map<String, String> parameters(String address) {
        Function<String, String> decoded = t -> URLDecoder.decode(t, StandardCharsets.UTF_8);
        return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&"))
                .map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> decoded.apply(p[0]), p -> decoded.apply(p[1])));
    }
}
