package shutaf.reports.lifetimevalue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.partner.PartnerNames;
import shutaf.platform.HubClock;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;
import shutaf.reports.asked.ReportScopes;
import shutaf.reports.document.ReportLanguage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lifetime value report for whoever looks at it: one reading of the purchases, one fit, then
 * page, paper and file of the same figures.
 *
 * <p>A report is kept for five minutes, so that turning a page into a paper neither reads nor fits
 * again and both show the same. Empty means that nobody bought yet, or that there is no such
 * partner. The caller has made sure that its user may see this partner, or the whole coalition.
 */
@ApplicationScoped
public class LifetimeReports {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 8;
    private static final int CENTS = 2;

    @Inject
    private PurchaseHistory history;

    @Inject
    private ReportScopes scopes;

    @Inject
    private HubClock clock;

    private final Map<Asked, Kept> kept = new LinkedHashMap<>();

    private record Asked(ReportFilter filter, Optional<LocalDate> calibrationEnd) {}

    private record Kept(LifetimeReport report, Instant readAt) {}

    /**
     * The report.
     *
     * @param filter whose purchases, of which days and members
     * @param calibrationEnd last day that the models may see; when it is left out or lies outside
     *     the history, the day at three quarters of it
     */
    public Optional<LifetimeReport> read(ReportFilter filter, Optional<LocalDate> calibrationEnd) {
        Asked asked = new Asked(filter, calibrationEnd);
        Optional<LifetimeReport> fresh = fresh(asked);
        if (fresh.isPresent()) {
            return fresh;
        }
        Optional<LifetimeReport> read = scopes.names(filter).flatMap(n -> fit(n, asked));
        read.ifPresent(report -> keep(asked, report));
        return read;
    }

    /** As a paper. */
    public Optional<byte[]> pdf(
            ReportFilter filter, Optional<LocalDate> calibrationEnd, ReportLanguage language) {
        return read(filter, calibrationEnd)
                .map(report -> LifetimeReportPdf.render(report, language));
    }

    /** As a workbook (XLSX). */
    public Optional<byte[]> xlsx(
            ReportFilter filter, Optional<LocalDate> calibrationEnd, ReportLanguage language) {
        return read(filter, calibrationEnd).map(report -> LifetimeSheet.render(report, language));
    }

    /** As CSV. */
    public Optional<String> csv(ReportFilter filter, Optional<LocalDate> calibrationEnd) {
        return read(filter, calibrationEnd).map(LifetimeCsv::of);
    }

    /** As JSON. */
    public Optional<String> json(ReportFilter filter, Optional<LocalDate> calibrationEnd) {
        return read(filter, calibrationEnd).map(LifetimeJson::of);
    }

    private Optional<LifetimeReport> fresh(Asked asked) {
        synchronized (kept) {
            Instant oldest = clock.now().minus(FRESH);
            kept.values().removeIf(k -> k.readAt().isBefore(oldest));
            return Optional.ofNullable(kept.get(asked)).map(Kept::report);
        }
    }

    private void keep(Asked asked, LifetimeReport report) {
        synchronized (kept) {
            kept.put(asked, new Kept(report, clock.now()));
            while (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    private Optional<LifetimeReport> fit(PartnerNames names, Asked asked) {
        List<DayTotal> days = new ArrayList<>();
        history.customerDays(
                asked.filter().scope(),
                asked.filter(),
                day -> days.add(new DayTotal(
                        day.customerId(),
                        day.date(),
                        BigDecimal.valueOf(day.amountMinor(), CENTS))));
        if (days.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first =
                days.stream().map(DayTotal::date).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                days.stream().map(DayTotal::date).max(LocalDate::compareTo).orElseThrow();
        LocalDate end = asked.calibrationEnd()
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .orElseGet(() -> first.plusDays(ChronoUnit.DAYS.between(first, last) * 3 / 4));
        CustomerBase base = CustomerBase.of(days.stream(), end, last);
        return Optional.of(new LifetimeReport(
                names.hebrew(), names.english(), first, LifetimeFigures.of(base, days)));
    }
}
