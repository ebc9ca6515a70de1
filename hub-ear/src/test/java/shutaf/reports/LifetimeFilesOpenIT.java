package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import shutaf.purchase.ReportFilter;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.HoldoutCheck;
import shutaf.reports.lifetimevalue.LifetimeFigures;
import shutaf.reports.lifetimevalue.LifetimeJson;
import shutaf.reports.lifetimevalue.LifetimeReport;
import shutaf.reports.lifetimevalue.LifetimeReportPdf;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.reports.lifetimevalue.LifetimeSheet;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every link of a lifetime value report's files opens a list that is as long as the figure says, or
 * adds up to it, however the report is narrowed; a forecast opens those of whom it is.
 */
class LifetimeFilesOpenIT {
    private static final Pattern OF_MEMBERS =
            Pattern.compile(".*\\.(customers|repeaters|left_out\\w+|n|actual)");

    private final BehindGround ground = BehindGround.get();

    @Test
    void each_figure_of_each_file_opens_its_members() {
        ground.filters().forEach(filter -> opens(report(filter)));
    }

    /** Calibration ends on days of purchases: those are known to the models and no forecast's. */
    @Test
    void a_purchase_on_the_last_day_that_models_see_is_on_one_side_only() {
        for (LocalDate end : BehindGround.middle()) {
            LifetimeReport report = report(ReportFilter.of(ground.shop), Optional.of(end));

            assertThat(report.figures().base().calibrationEnd()).isEqualTo(end);
            assertThat(ground.boughtOn(end)).as("%s", end).isPositive();
            new OpenedLinks(ground.programme, report.links())
                    .json(LifetimeJson.of(report), OF_MEMBERS);
        }
    }

    private void opens(LifetimeReport report) {
        OpenedLinks links = new OpenedLinks(ground.programme, report.links());

        links.json(LifetimeJson.of(report), OF_MEMBERS);
        links.book(LifetimeSheet.render(report, ReportLanguage.ENGLISH));
        for (ReportLanguage language : ReportLanguage.values()) {
            links.paper(LifetimeReportPdf.render(report, language));
        }

        assertThat(links.counted()).isGreaterThan(2);
    }

    /** So that the test above is of something. */
    @Test
    void there_is_something_behind_each_kind_of_figure() {
        LifetimeFigures figures = report(ReportFilter.of(ground.shop)).figures();
        HoldoutCheck check =
                figures.outlook().flatMap(LifetimeFigures.Outlook::check).orElseThrow();

        assertThat(figures.patterns().repeaters())
                .isPositive()
                .isLessThan(figures.base().customers().size());
        assertThat(figures.base().newInHoldout()).isPositive();
        assertThat(figures.spend().customers()).isPositive();
        assertThat(check.filledClasses()).hasSizeGreaterThan(3);
        assertThat(check.weeks()).anyMatch(week -> week.actual() > 0);
        assertThat(figures.outlook().orElseThrow().shares()).hasSize(10);
    }

    @Test
    void a_reader_without_a_way_to_the_lists_gets_no_links() {
        LifetimeReport report = report(ReportFilter.of(ground.shop)).unlinked();

        assertThat(LifetimeJson.of(report)).contains("customers").doesNotContain("_url", "http");
        assertThat(FileLinks.ofBook(LifetimeSheet.render(report, ReportLanguage.HEBREW)))
                .isEmpty();
        assertThat(FileLinks.ofPaper(LifetimeReportPdf.render(report, ReportLanguage.HEBREW)))
                .isEmpty();
    }

    private LifetimeReport report(ReportFilter filter) {
        return report(filter, Optional.empty());
    }

    private LifetimeReport report(ReportFilter filter, Optional<LocalDate> end) {
        return ground.programme
                .call(() -> ground.programme.bean(LifetimeReports.class).read(filter, end))
                .orElseThrow();
    }
}
