package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import shutaf.purchase.ReportFilter;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.MemberFigures;
import shutaf.reports.retention.MemberRate;
import shutaf.reports.retention.RetentionJson;
import shutaf.reports.retention.RetentionReport;
import shutaf.reports.retention.RetentionReportPdf;
import shutaf.reports.retention.RetentionReports;
import shutaf.reports.retention.RetentionSheet;

import java.util.regex.Pattern;

/**
 * Every link of a retention report's files opens a list that is as long as the figure says, or adds
 * up to it, however the report is narrowed.
 */
class RetentionFilesOpenIT {
    /** What is counted in members, days of purchase, silences or their money. */
    private static final Pattern OF_MEMBERS = Pattern.compile(
            ".*\\.(customers|customer_days|repeat_customers|eligible_90d|repeat_90d|active|size"
                    + "|at_risk|events|censored|members|bought_again\\w*|part)"
                    + "|\\.rates\\.(?!member_sales)\\w+\\.whole");

    private final BehindGround ground = BehindGround.get();

    @Test
    void each_figure_of_each_file_opens_its_members() {
        for (ReportFilter filter : ground.filters()) {
            RetentionReport report = report(filter);
            OpenedLinks links = new OpenedLinks(ground.programme, report.links());

            links.json(RetentionJson.of(report), OF_MEMBERS);
            links.book(RetentionSheet.render(report, ReportLanguage.HEBREW));
            for (ReportLanguage language : ReportLanguage.values()) {
                links.paper(RetentionReportPdf.render(report, language));
            }

            links.sharesAreOfCounts();
            assertThat(links.counted()).isGreaterThan(50);
        }
    }

    /** So that the test above is of something. */
    @Test
    void there_is_something_behind_each_kind_of_figure() {
        MemberFigures members = report(ReportFilter.of(ground.shop)).members();

        assertThat(members.rates())
                .allSatisfy((rate, ratio) -> assertThat(ratio.part())
                        .as("%s", rate)
                        .isPositive()
                        .isLessThan(ratio.whole()));
        assertThat(members.rates()).containsOnlyKeys(MemberRate.values());
        assertThat(members.churn().happened())
                .isPositive()
                .isLessThan(members.churn().watched());
        assertThat(members.redemption().happened()).isPositive();
        assertThat(members.secondPurchaseBy())
                .allSatisfy((by, groups) -> assertThat(groups).as("%s", by).isNotEmpty());
        assertThat(members.secondPurchaseBy().get(MemberFigures.Grouping.SEGMENT))
                .hasSizeGreaterThan(2);
        assertThat(members.secondPurchaseBy().get(MemberFigures.Grouping.TIER))
                .containsOnlyKeys("BASE", "GOLD");
    }

    @Test
    void a_reader_without_a_way_to_the_lists_gets_no_links() {
        RetentionReport report = report(ReportFilter.of(ground.shop)).unlinked();

        assertThat(RetentionJson.of(report)).contains("customers").doesNotContain("_url", "http");
        assertThat(FileLinks.ofBook(RetentionSheet.render(report, ReportLanguage.HEBREW)))
                .isEmpty();
        assertThat(FileLinks.ofPaper(RetentionReportPdf.render(report, ReportLanguage.HEBREW)))
                .isEmpty();
    }

    private RetentionReport report(ReportFilter filter) {
        return ground.programme
                .call(() -> ground.programme.bean(RetentionReports.class).read(filter))
                .orElseThrow();
    }
}
