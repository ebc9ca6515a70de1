package shutaf.reports.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.crm.PartnerDirectory;
import shutaf.partner.PartnerNames;
import shutaf.platform.HubClock;
import shutaf.platform.ReportDatabase;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.RetentionCounts;
import shutaf.purchase.RetentionHistory;
import shutaf.reports.asked.ReportScopes;
import shutaf.reports.document.ReportLanguage;

import java.time.Instant;
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
    private ReportScopes scopes;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private ReportDatabase database;

    @Inject
    private HubClock clock;

    /** Reads the report, ready to be rendered by the methods below; a page shows its figures. */
    public Optional<RetentionReport> read(ReportFilter filter) {
        Optional<Instant> asOf = database.asOf();
        return scopes.names(filter)
                .flatMap(n -> counts(filter)
                        .map(counts -> new RetentionReport(
                                n.hebrew(),
                                n.english(),
                                ReportLanguage.HEBREW.text("retention.source"),
                                ReportLanguage.ENGLISH.text("retention.source"),
                                clock.today(),
                                RetentionBlock.of(counts).figures(),
                                MemberFigures.of(counts.tallies()),
                                partners.all().stream()
                                        .map(p ->
                                                new PartnerNames(p.code(), p.nameHe(), p.nameEn()))
                                        .toList(),
                                scopes.links(filter, n.code()),
                                asOf)));
    }

    /** The cohorts and repeat rates alone. */
    public Optional<RetentionFigures> figures(ReportFilter filter) {
        return block(filter).map(RetentionBlock::figures);
    }

    /** All figures, counted by the database. */
    public Optional<RetentionBlock> block(ReportFilter filter) {
        return counts(filter).map(RetentionBlock::of);
    }

    private Optional<RetentionCounts> counts(ReportFilter filter) {
        return Optional.of(history.counts(filter)).filter(c -> !c.firstDays().isEmpty());
    }

    /** As a paper. */
    public Optional<byte[]> pdf(ReportFilter filter, ReportLanguage language) {
        return read(filter).map(report -> RetentionReportPdf.render(report, language));
    }

    /** As a spreadsheet (XLSX). */
    public Optional<byte[]> xlsx(ReportFilter filter, ReportLanguage language) {
        return read(filter).map(report -> RetentionSheet.render(report, language));
    }

    /** The cohort matrix as CSV, in the columns of the reference files. */
    public Optional<String> csv(ReportFilter filter) {
        return figures(filter).map(RetentionCsv::of);
    }

    /** The members' figures as CSV, one figure a line. */
    public Optional<String> membersCsv(ReportFilter filter) {
        return read(filter).map(MemberFiles::csv);
    }

    /** Everything as JSON. */
    public Optional<String> json(ReportFilter filter) {
        return read(filter).map(RetentionJson::of);
    }
}
