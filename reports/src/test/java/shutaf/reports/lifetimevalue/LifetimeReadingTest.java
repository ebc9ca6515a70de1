package shutaf.reports.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import shutaf.reports.asked.MembersLinks;
import shutaf.reports.document.ReportLanguage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What page and file say of the same figures. */
class LifetimeReadingTest {

    @ParameterizedTest
    @EnumSource
    void the_published_history_reads_as_published(ReportLanguage language) {
        LifetimeReport report =
                LifetimeReportPdfTest.report("cdnow_sample", "1997-09-30", "1998-06-30");

        LifetimeReading reading = LifetimeReading.of(report, language);

        assertThat(reading.customers()).isEqualTo(2357);
        assertThat(reading.ahead().valueMinor()).isEqualTo(7_150_795);
        assertThat(reading.ahead().check().actual()).isEqualTo(1882);
        assertThat(reading.ahead().check().expected()).isEqualTo(1653);
        assertThat(reading.ahead().check().missPerMille()).isEqualTo(-121);
        assertThat(reading.models().getFirst().parameters()).contains("r = 0.2426 ± 0.01256");
        assertThat(reading.ahead().check().drawing().columns()).doesNotContain("NaN");
        assertThat(LifetimeJson.of(report))
                .contains("\"actual\": 1882", "\"clv12_total\": 71507.95", "\"r\": 0.24259");
    }

    @Test
    void a_ridge_has_words_instead_of_parameters() {
        LifetimeReport report =
                LifetimeReportPdfTest.report("completejourney", "2017-09-30", "2017-12-31");

        LifetimeReading reading = LifetimeReading.of(report, ReportLanguage.ENGLISH);

        LifetimeReading.Model pareto = reading.models().get(2);
        assertThat(pareto.name()).isEqualTo("Pareto/NBD");
        assertThat(pareto.parameters()).isEmpty();
        assertThat(pareto.words()).isNotEmpty();
        assertThat(reading.models()).filteredOn(LifetimeReading.Model::read).hasSize(1);
    }

    /** Everybody stops at the end of calibration: no model can have known. */
    @ParameterizedTest
    @EnumSource
    void a_forecast_that_missed_by_more_than_usual_warns_of_itself(ReportLanguage language) {
        LocalDate start = LocalDate.parse("2026-01-01");
        List<DayTotal> history = IntStream.range(0, 400)
                .boxed()
                .flatMap(c -> IntStream.rangeClosed(0, c % 12)
                        .mapToObj(k -> new DayTotal(
                                "c" + c,
                                start.plusDays(c % 30 + (long) k * (3 + c % 10)),
                                BigDecimal.valueOf(10 + c % 7 + k % 3))))
                .toList();
        CustomerBase base =
                CustomerBase.of(history.stream(), start.plusDays(60), start.plusDays(200));
        LifetimeReport report = new LifetimeReport(
                "a", "a", start, LifetimeFigures.of(base, history), MembersLinks.none());

        LifetimeReading reading = LifetimeReading.of(report, language);

        assertThat(Math.abs(reading.ahead().check().missPerMille())).isGreaterThan(400);
        String beginning = language.text("lifetime.missed", "|").split("\\|")[0];
        assertThat(reading.caveats().getFirst().text()).startsWith(beginning);
        assertThat(LifetimeReading.of(
                                LifetimeReportPdfTest.report(
                                        "cdnow_sample", "1997-09-30", "1998-06-30"),
                                language)
                        .caveats())
                .noneMatch(caveat -> caveat.text().startsWith(beginning));
    }

    @ParameterizedTest
    @EnumSource
    void one_customer_is_told_why_there_is_no_forecast(ReportLanguage language) {
        LocalDate day = LocalDate.parse("2026-01-01");
        List<DayTotal> history = List.of(new DayTotal("a", day, BigDecimal.TEN));
        LifetimeReport report = new LifetimeReport(
                "a",
                "a",
                day,
                LifetimeFigures.of(CustomerBase.of(history.stream(), day, day), history),
                MembersLinks.none());

        LifetimeReading reading = LifetimeReading.of(report, language);

        assertThat(reading.ahead()).isNull();
        assertThat(reading.models())
                .allSatisfy(model -> assertThat(model.words()).isNotEmpty());
        assertThat(LifetimeJson.of(report)).contains("\"customers\": 1").doesNotContain("outlook");
    }
}
