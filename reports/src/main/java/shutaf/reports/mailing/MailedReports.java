package shutaf.reports.mailing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.message.PaperForm;
import shutaf.purchase.ReportFilter;
import shutaf.reports.document.KeyFigure;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.LifetimeReportPdf;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.reports.lifetimevalue.LifetimeSheet;
import shutaf.reports.programme.ProgrammePdf;
import shutaf.reports.programme.ProgrammeReading;
import shutaf.reports.programme.ProgrammeReports;
import shutaf.reports.programme.ProgrammeSheet;
import shutaf.reports.retention.RetentionReport;
import shutaf.reports.retention.RetentionReportPdf;
import shutaf.reports.retention.RetentionReports;
import shutaf.reports.retention.RetentionSheet;
import shutaf.shared.PartnerId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The reports that can be sent. A further one is one more line in {@link #list}: under its code it
 * has a page {@code /crm/CODE} and a message {@code CODE.title}.
 */
@ApplicationScoped
public class MailedReports {
    @Inject
    private RetentionReports retention;

    @Inject
    private LifetimeReports lifetime;

    @Inject
    private ProgrammeReports programme;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /**
     * A report as it is sent.
     *
     * @param keys the figures that matter most, as on its cover
     * @param file the report itself
     */
    @SuppressWarnings("ArrayRecordComponent") // Written, sent and forgotten; nobody compares it.
    record Written(List<KeyFigure> keys, byte[] file) {}

    /**
     * For whom a report is written.
     *
     * @param language theirs
     * @param office whether they have a way to the lists behind the figures
     */
    record Reader(ReportLanguage language, boolean office) {}

    /** Reads and writes a report; empty while there is nothing to report. */
    @FunctionalInterface
    private interface Writer {
        Optional<Written> write(PartnerId scope, PaperForm form, Reader reader);
    }

    private record Kind(Set<PaperForm> forms, Writer writer) {}

    @PostConstruct
    void list() {
        kinds.put("retention", new Kind(Set.of(PaperForm.PDF, PaperForm.XLSX), this::retention));
        kinds.put("lifetime", new Kind(Set.of(PaperForm.PDF, PaperForm.XLSX), this::lifetime));
        kinds.put("programme", new Kind(Set.of(PaperForm.PDF, PaperForm.XLSX), this::programme));
    }

    /** Codes of the reports, in the order in which they are offered. */
    public List<String> codes() {
        return List.copyOf(kinds.keySet());
    }

    /** Whether there is such a report in that form. */
    public boolean has(String code, PaperForm form) {
        return kinds.containsKey(code) && kinds.get(code).forms().contains(form);
    }

    Optional<Written> write(String code, PartnerId scope, PaperForm form, Reader reader) {
        return kinds.get(code).writer().write(scope, form, reader);
    }

    private Optional<Written> retention(PartnerId scope, PaperForm form, Reader reader) {
        ReportLanguage language = reader.language();
        return retention
                .read(ReportFilter.of(scope))
                .map(report -> reader.office() ? report : report.unlinked())
                .map(report -> new Written(
                        RetentionReportPdf.keyFigures(report, language),
                        paper(report, form, language)));
    }

    private static byte[] paper(RetentionReport report, PaperForm form, ReportLanguage language) {
        return form == PaperForm.XLSX
                ? RetentionSheet.render(report, language)
                : RetentionReportPdf.render(report, language);
    }

    private Optional<Written> lifetime(PartnerId scope, PaperForm form, Reader reader) {
        ReportLanguage language = reader.language();
        return lifetime.read(ReportFilter.of(scope), Optional.empty())
                .map(report -> reader.office() ? report : report.unlinked())
                .map(report -> new Written(
                        LifetimeReportPdf.keyFigures(report, language),
                        form == PaperForm.XLSX
                                ? LifetimeSheet.render(report, language)
                                : LifetimeReportPdf.render(report, language)));
    }

    private Optional<Written> programme(PartnerId scope, PaperForm form, Reader reader) {
        ReportLanguage language = reader.language();
        return programme
                .read(ReportFilter.of(scope))
                .map(report -> reader.office() ? report : report.unlinked())
                .map(report -> new Written(
                        ProgrammeReading.of(report, language).keys(),
                        form == PaperForm.XLSX
                                ? ProgrammeSheet.render(report, language)
                                : ProgrammePdf.render(report, language)));
    }
}
