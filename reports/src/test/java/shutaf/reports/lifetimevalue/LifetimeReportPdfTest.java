package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import shutaf.reports.asked.MembersLinks;
import shutaf.reports.document.PaperText;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.Reference.Row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The paper compared as text, in both languages. */
class LifetimeReportPdfTest {

    @ParameterizedTest
    @EnumSource
    void shows_the_five_figures_the_check_and_the_method(ReportLanguage language) {
        byte[] pdf = LifetimeReportPdf.render(
                report("cdnow_sample", "1997-09-30", "1998-06-30"), language);

        String text = PaperText.of(pdf);
        assertThat(text).contains("2,357", "71,508", "12.1%", "1,653", "1,882");
        assertThat(text).contains("r = 0.2426 ± 0.01256", "\u22129,582.43", "2F1(r+x, b+x;");
        for (String key : List.of("title", "read", "tenths", "models", "method", "sources")) {
            assertThat(text).contains(PaperText.plain(language.text("lifetime." + key)));
        }
        assertThat(PaperText.fontsAreEmbedded(pdf)).isTrue();
        assertThat(PaperText.properties(pdf))
                .containsExactly(language.text("lifetime.title"), language.tag());
    }

    @ParameterizedTest
    @EnumSource
    void says_what_is_not_identified_and_hides_its_parameters(ReportLanguage language) {
        byte[] pdf = LifetimeReportPdf.render(
                report("completejourney", "2017-09-30", "2017-12-31"), language);

        String text = PaperText.of(pdf);
        assertThat(text).contains(PaperText.plain(language.text("lifetime.not-shown")));
        assertThat(text).doesNotContain("beta = ");
        assertThat(text).contains("216,473", "49");
    }

    @Test
    void the_same_report_gives_the_same_bytes() {
        LifetimeReport report = report("cdnow_sample", "1997-09-30", "1998-06-30");
        assertThat(LifetimeReportPdf.render(report, ReportLanguage.HEBREW))
                .isEqualTo(LifetimeReportPdf.render(report, ReportLanguage.HEBREW));
    }

    @Test
    void a_base_that_carries_no_model_still_makes_a_paper() {
        LocalDate day = LocalDate.parse("2026-01-01");
        List<DayTotal> history = List.of(new DayTotal("a", day, BigDecimal.TEN));
        LifetimeFigures figures = LifetimeFigures.of(
                CustomerBase.of(history.stream(), day.plusDays(30), day.plusDays(30)), history);

        byte[] pdf = LifetimeReportPdf.render(
                new LifetimeReport("a", "a", day, figures, MembersLinks.none()),
                ReportLanguage.ENGLISH);

        assertThat(figures.outlook()).isEqualTo(Optional.empty());
        assertThat(PaperText.of(pdf))
                .contains(FitFinding.NO_REPEATS.say(ReportLanguage.ENGLISH))
                .doesNotContain("NaN");
    }

    @Test
    void the_scale_of_a_chart_covers_its_highest_point_in_short_quarters() {
        assertThat(List.of(0.0, 0.9, 1.0, 5.9, 79.0, 81.0, 1200.0).stream()
                        .map(ActualAndExpected::roundedUp))
                .containsExactly(1.0, 1.0, 1.0, 6.0, 80.0, 100.0, 2000.0);
    }

    static LifetimeReport report(String set, String calibration, String holdout) {
        List<DayTotal> history = Reference.table("../retention/" + set + "/daily.csv.gz").stream()
                .map(LifetimeReportPdfTest::day)
                .toList();
        CustomerBase base = CustomerBase.of(
                history.stream(), LocalDate.parse(calibration), LocalDate.parse(holdout));
        LocalDate first =
                history.stream().map(DayTotal::date).min(LocalDate::compareTo).orElseThrow();
        return new LifetimeReport(
                set, set, first, LifetimeFigures.of(base, history), MembersLinks.none());
    }

    private static DayTotal day(Row row) {
        return new DayTotal(
                row.text("customer_id"),
                LocalDate.parse(row.text("date")),
                new BigDecimal(row.text("amount")));
    }
}
