package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.crm.MembersBehind;
import shutaf.crm.behind.Parameters;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Questions;
import shutaf.programme.Programme;
import shutaf.purchase.CustomerDay;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;
import shutaf.reports.retention.CohortCell;
import shutaf.reports.retention.CustomerHistory;
import shutaf.reports.retention.RetentionFigures;
import shutaf.reports.retention.RetentionReports;
import shutaf.reports.retention.RetentionSummary;
import shutaf.reports.retention.RfmScore;
import shutaf.reports.retention.RfmScores;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** Behind each figure of a report stand as many members as the figure says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersBehindTest {
    private static final int MEMBERS = 23;
    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final int SEED = 20261122;

    private final Programme programme = new Programme();
    private PartnerId shop;
    private PartnerId other;

    /** Members with one to six days of purchase in half a year, at two shops. */
    @BeforeAll
    void halfAYear() {
        shop = programme.partner("SHOP");
        other = programme.partner("OTHER");
        Random chance = new Random(SEED);
        for (int i = 0; i < MEMBERS; i++) {
            Programme.Person who = programme.member(shop);
            TreeSet<Integer> days = new TreeSet<>();
            for (int d = chance.nextInt(6); d >= 0; d--) {
                days.add(chance.nextInt(180));
            }
            for (int day : days) {
                programme.at(START.plusDays(day).toString());
                programme.buys(who, shop, (1 + chance.nextInt(9)) + ".00");
                if (day % 3 == 0) {
                    programme.buys(who, other, "50.00");
                }
            }
        }
    }

    @Test
    void each_cell_of_the_cohort_matrix_opens_its_members() {
        for (PartnerId scope : List.of(shop, other, PartnerId.HUB)) {
            RetentionFigures figures = figures(scope);

            assertThat(figures.cells()).hasSizeGreaterThan(10);
            for (CohortCell cell : figures.cells()) {
                String cohort = "of=cohort&cohort=" + cell.cohort();
                assertThat(count(scope, cohort + "&month=" + cell.k()))
                        .as("%s of %s", cell, scope)
                        .isEqualTo(cell.active());
                assertThat(count(scope, cohort)).isEqualTo(cell.size());
            }
            for (RetentionFigures.AllCohorts all : figures.allCohorts()) {
                assertThat(count(scope, "of=cohort&month=" + all.k())).isEqualTo(all.active());
            }
        }
    }

    @Test
    void the_key_figures_open_their_members() {
        RetentionSummary summary = figures(shop).summary();

        assertThat(summary.repeat90d())
                .isPositive()
                .isLessThan(summary.eligible90d())
                .isLessThan(summary.repeatCustomers());
        assertThat(count(shop, "of=cohort")).isEqualTo(summary.customers());
        assertThat(count(shop, "of=repeat&days=more")).isEqualTo(summary.repeatCustomers());
        assertThat(count(shop, "of=repeat&days=once"))
                .isEqualTo(summary.customers() - summary.repeatCustomers());
        assertThat(count(shop, "of=repeat&days=long_enough")).isEqualTo(summary.eligible90d());
        assertThat(count(shop, "of=repeat&days=soon")).isEqualTo(summary.repeat90d());
    }

    @Test
    void each_cell_of_the_rfm_grid_opens_its_members() {
        Map<String, Long> cells = new HashMap<>();
        for (RfmScore score : RfmScores.of(histories(), figures(shop).summary().obsEnd())) {
            cells.merge(
                    "&r=" + score.rTie() + "&f=" + score.fTie() + "&m=" + score.mTie(),
                    1L,
                    Long::sum);
        }

        assertThat(cells).hasSizeGreaterThan(5);
        cells.forEach((cell, members) ->
                assertThat(count(shop, "of=rfm" + cell)).as(cell).isEqualTo(members));
        assertThat(count(shop, "of=rfm&r=4-5&f=4-5"))
                .isEqualTo(RfmScores.of(histories(), figures(shop).summary().obsEnd()).stream()
                        .filter(s -> s.segment() == RfmScore.Segment.CHAMPIONS)
                        .count());
    }

    @Test
    void pages_show_everybody_once_the_most_valuable_first() {
        Question everybody = question("of=cohort").orElseThrow();
        List<MembersBehind.Row> pages = new ArrayList<>();
        for (int first = 0; first < MEMBERS; first += 10) {
            int from = first;
            pages.addAll(programme.call(
                    () -> behind().page(everybody, ReportFilter.of(shop), from, 10)));
        }
        List<MembersBehind.Row> file = new ArrayList<>();
        programme.call(() -> {
            behind().each(everybody, ReportFilter.of(shop), file::add);
            return null;
        });

        assertThat(pages).hasSize(MEMBERS).doesNotHaveDuplicates().isEqualTo(file);
        assertThat(pages)
                .isSortedAccordingTo(
                        (one, next) -> Long.compare(next.spentMinor(), one.spentMinor()));
        assertThat(pages).allSatisfy(row -> {
            assertThat(row.name()).isNotBlank();
            assertThat(row.card()).matches("\\d{4}");
            assertThat(histories())
                    .contains(new CustomerHistory(
                            Long.toString(row.id().value()),
                            row.first().orElseThrow(),
                            histories().stream()
                                    .filter(h -> h.customerId()
                                            .equals(Long.toString(row.id().value())))
                                    .map(CustomerHistory::second)
                                    .findFirst()
                                    .orElseThrow(),
                            row.last().orElseThrow(),
                            row.days(),
                            row.spentMinor()));
        });
    }

    @Test
    void a_page_knows_how_long_the_list_is() {
        Question everybody = question("of=cohort").orElseThrow();
        assertThat(programme.call(() ->
                        behind().look(everybody, ReportFilter.of(shop), 10, 5).size()))
                .isEqualTo(new MembersBehind.Size(MEMBERS, 0));
        Question days = question("of=came").orElseThrow();
        assertThat(programme.call(
                        () -> behind().look(days, ReportFilter.of(shop), 1, 1).size()))
                .isEqualTo(programme.call(() -> behind().size(days, ReportFilter.of(shop))));
        assertThat(programme.call(() ->
                        behind().look(everybody, ReportFilter.of(shop), 500, 5).size()))
                .isEqualTo(new MembersBehind.Size(MEMBERS, 0));
    }

    @Test
    void a_narrowed_report_knows_no_other_purchases() {
        LocalDate from = LocalDate.of(2026, 3, 1);
        LocalDate to = LocalDate.of(2026, 4, 30);
        ReportFilter spring = new ReportFilter(
                shop, Optional.of(from), Optional.of(to), Optional.of("BASE"), Optional.empty());
        List<CustomerDay> days = days().stream()
                .filter(d -> !d.date().isBefore(from) && !d.date().isAfter(to))
                .toList();

        for (CohortCell cell : RetentionFigures.of(days.stream()).cells()) {
            assertThat(count(spring, "of=cohort&cohort=" + cell.cohort() + "&month=" + cell.k()))
                    .isEqualTo(cell.active());
        }
        assertThat(count(
                        new ReportFilter(
                                shop,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("GOLD"),
                                Optional.empty()),
                        "of=cohort"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            of=                                | of
            of=everything                      | of
            of=cohort&cohort=2026              | cohort
            of=cohort&cohort=2026-13           | cohort
            of=cohort&month=-1                 | month
            of=cohort&month=1-2                | month
            of=cohort&month=99999999999999999  | month
            of=repeat                          | days
            of=repeat&days=never               | days
            of=rfm&r=0                         | r
            of=rfm&f=6                         | f
            of=rfm&m=4-2                       | m
            of=rfm&m=';drop                    | m
            """)
    void what_cannot_be_read_is_named(String address, String wrong) {
        Parameters parameters = parameters(address);

        assertThat(Questions.asked(parameters)).isEmpty();
        assertThat(parameters.wrong()).containsExactly(wrong);
    }

    /** Leaves out the years of the histories that other tests read in. */
    private static ReportFilter ourTime(PartnerId scope) {
        return new ReportFilter(scope, Optional.of(START), Optional.empty(), Optional.empty());
    }

    private RetentionFigures figures(PartnerId scope) {
        return programme
                .call(() -> programme.bean(RetentionReports.class).figures(ourTime(scope)))
                .orElseThrow();
    }

    private List<CustomerDay> days() {
        return programme.call(() -> {
            List<CustomerDay> days = new ArrayList<>();
            programme.bean(PurchaseHistory.class).customerDays(ReportFilter.of(shop), days::add);
            return days;
        });
    }

    private List<CustomerHistory> histories() {
        return CustomerHistory.of(days().stream());
    }

    private MembersBehind behind() {
        return programme.bean(MembersBehind.class);
    }

    private long count(PartnerId scope, String address) {
        return count(ourTime(scope), address);
    }

    private long count(ReportFilter filter, String address) {
        return programme.call(
                () -> behind().size(question(address).orElseThrow(), filter).members());
    }

    private static Optional<Question> question(String address) {
        return Questions.asked(parameters(address));
    }

    private static Parameters parameters(String address) {
        Map<String, String> given = new HashMap<>();
        for (String pair : address.split("&")) {
            int equals = pair.indexOf('=');
            given.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new Parameters(given);
    }
}
