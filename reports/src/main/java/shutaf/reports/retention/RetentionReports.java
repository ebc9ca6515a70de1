package shutaf.reports.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.partner.PartnerNames;
import shutaf.partner.Partners;
import shutaf.platform.HubClock;
import shutaf.purchase.RetentionCounts;
import shutaf.purchase.RetentionHistory;
import shutaf.reports.document.ReportLanguage;
import shutaf.shared.PartnerId;

import java.util.Optional;

/**
 * The retention report for whoever looks at it: read once, then shown as page, paper, sheet or
 * file.
 *
 * <p>Empty means that nobody bought yet, or that there is no such partner. The caller has made sure
 * that its user may see this partner, or the whole coalition.
 */
@ApplicationScoped
public class RetentionReports {
    @Inject
    private RetentionHistory history;

    @Inject
    private Partners partners;

    @Inject
    private HubClock clock;

    /**
     * Reads the report, ready to be rendered by the methods below; a page shows its figures.
     *
     * @param scope a partner, or {@link PartnerId#HUB} for the coalition
     */
    public Optional<RetentionReport> read(PartnerId scope) {
        Optional<PartnerNames> names = scope.equals(PartnerId.HUB)
                ? Optional.of(new PartnerNames(
                        "",
                        ReportLanguage.HEBREW.text("retention.coalition"),
                        ReportLanguage.ENGLISH.text("retention.coalition")))
                : partners.names(scope);
        return names.flatMap(n -> figures(scope)
                .map(figures -> new RetentionReport(
                        n.hebrew(),
                        n.english(),
                        ReportLanguage.HEBREW.text("retention.source"),
                        ReportLanguage.ENGLISH.text("retention.source"),
                        clock.today(),
                        figures)));
    }

    /** The cohorts and repeat rates alone. */
    public Optional<RetentionFigures> figures(PartnerId scope) {
        return block(scope).map(RetentionBlock::figures);
    }

    /** All figures, counted by the database. */
    public Optional<RetentionBlock> block(PartnerId scope) {
        RetentionCounts counts = history.counts(scope);
        return counts.firstDays().isEmpty()
                ? Optional.empty()
                : Optional.of(RetentionBlock.of(counts));
    }

    /** As a paper. */
    public Optional<byte[]> pdf(PartnerId scope, ReportLanguage language) {
        return read(scope).map(report -> RetentionReportPdf.render(report, language));
    }

    /** As a spreadsheet (XLSX). */
    public Optional<byte[]> xlsx(PartnerId scope, ReportLanguage language) {
        return read(scope).map(report -> RetentionSheet.render(report, language));
    }

    /** The cohort matrix as CSV. */
    public Optional<String> csv(PartnerId scope) {
        return figures(scope).map(RetentionCsv::of);
    }

    /** Summary and cohort matrix as JSON. */
    public Optional<String> json(PartnerId scope) {
        return figures(scope).map(RetentionJson::of);
    }
}
