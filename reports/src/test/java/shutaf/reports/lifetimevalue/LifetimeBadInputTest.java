package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import shutaf.reports.asked.MembersLinks;
import shutaf.reports.document.PaperText;
import shutaf.reports.document.ReportLanguage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bad input to the report: each gives a figure with its caveat or a reason, never NaN. */
class LifetimeBadInputTest {

    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final LocalDate CALIBRATION = START.plusDays(180);
    private static final LocalDate END = START.plusDays(240);

    /** A history that no textbook has, and what must be said of it. */
    enum Input {
        ONE_CUSTOMER(Stream.of(day("a", 0, "10"), day("a", 9, "10")), FitFinding.TOO_FEW_REPEATERS),
        NO_REPEATS(range().mapToObj(c -> day("c" + c, c % 90, "10")), FitFinding.NO_REPEATS),
        EVERYBODY_ON_THE_LAST_DAY(
                range().mapToObj(c -> day("c" + c, 180, "10")), FitFinding.NO_TIME),
        AFTER_CALIBRATION_ONLY(
                range().mapToObj(c -> day("c" + c, 181 + c % 50, "10")), FitFinding.NO_CUSTOMERS),
        NO_VALUE(several("0"), FitFinding.NO_AMOUNTS),
        RETURNS_LARGER_THAN_PURCHASES(several("-12.50"), FitFinding.NO_AMOUNTS),
        ALL_ALIKE(
                range().boxed()
                        .flatMap(c ->
                                IntStream.range(0, 6).mapToObj(k -> day("c" + c, 30 * k, "10"))),
                FitFinding.ONE_BUYING_RATE),
        ROWS_TWICE(Stream.concat(several("10"), several("10")), FitFinding.ONE_SPENDING_LEVEL);

        @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list of records.
        private final List<DayTotal> history;

        private final FitFinding finding;

        Input(Stream<DayTotal> history, FitFinding finding) {
            this.history = history.toList();
            this.finding = finding;
        }

        private static IntStream range() {
            return IntStream.range(0, 120);
        }

        /** Customers with different habits who always pay the same. */
        private static Stream<DayTotal> several(String amount) {
            return range().boxed()
                    .flatMap(c -> IntStream.rangeClosed(0, c % 9)
                            .mapToObj(k -> day("c" + c, (c * 7) % 60 + k * (3 + c % 11), amount)));
        }

        private static DayTotal day(String customer, int after, String amount) {
            return new DayTotal(customer, START.plusDays(after), new BigDecimal(amount));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_output_says_why_and_none_says_nan(Input input) {
        LifetimeReport report = report(input.history);

        List<String> outputs = new ArrayList<>(List.of(
                LifetimeCsv.of(report),
                LifetimeJson.of(report),
                PaperText.of(LifetimeReportPdf.render(report, ReportLanguage.HEBREW))));
        outputs.add(PaperText.of(LifetimeReportPdf.render(report, ReportLanguage.ENGLISH)));
        LifetimeReading page = LifetimeReading.of(report, ReportLanguage.ENGLISH);
        outputs.add(page.toString());

        assertThat(outputs).noneMatch(text -> text.contains("NaN") || text.contains("Infinity"));
        assertThat(outputs.get(0)).contains(input.finding.key());
        assertThat(outputs.get(1)).contains(input.finding.key());
        String sentence = input.finding.say(ReportLanguage.ENGLISH);
        assertThat(outputs.get(3)).contains(sentence);
        assertThat(page.models().stream().flatMap(model -> model.words().stream()))
                .contains(sentence);
        assertThat(LifetimeSheet.render(report, ReportLanguage.ENGLISH)).isNotEmpty();
    }

    @Test
    void a_day_twice_counts_once_and_its_amounts_are_added() {
        LifetimeFigures once = report(Input.several("10").toList()).figures();
        LifetimeFigures twice = report(Input.ROWS_TWICE.history).figures();

        assertThat(twice.patterns().total()).isEqualTo(once.patterns().total());
        assertThat(twice.base().customers().get(8).pattern())
                .isEqualTo(once.base().customers().get(8).pattern());
        assertThat(twice.base().customers().get(8).repeatSpend())
                .isEqualByComparingTo(
                        once.base().customers().get(8).repeatSpend().multiply(BigDecimal.TWO));
    }

    /** The figures of a million cost what their few histories cost. */
    @Test
    void a_million_customers_with_one_purchase_are_told_that_nobody_came_back() {
        List<CustomerSummary> customers = IntStream.range(0, 1_000_000)
                .mapToObj(c -> new CustomerSummary(
                        Integer.toString(c),
                        START,
                        new BuyingPattern(0, 0, (180 - c % 90) / 7.0),
                        BigDecimal.ZERO,
                        0,
                        0,
                        BigDecimal.ZERO))
                .toList();
        LifetimeReport report = new LifetimeReport(
                "מיליון",
                "a million",
                START,
                LifetimeFigures.of(new CustomerBase(CALIBRATION, END, customers, 0, 0), List.of()),
                MembersLinks.none());

        assertThat(report.figures().patterns().size()).isEqualTo(90);
        assertThat(LifetimeJson.of(report))
                .contains("\"customers\": 1000000", "no-repeats")
                .doesNotContain("NaN");
    }

    private static LifetimeReport report(List<DayTotal> history) {
        CustomerBase base = CustomerBase.of(history.stream(), CALIBRATION, END);
        return new LifetimeReport(
                "א", "a", START, LifetimeFigures.of(base, history), MembersLinks.none());
    }
}
