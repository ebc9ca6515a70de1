package shutaf.reports.lifetimevalue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.partner.PartnerNames;
import shutaf.platform.HubClock;
import shutaf.platform.ReportDatabase;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;
import shutaf.reports.asked.ReportScopes;
import shutaf.reports.document.ReportLanguage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.LongAdder;

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

    /** In all reports that are kept: 40 bytes each. */
    private static final long MOST_CUSTOMERS = 2_000_000;

    @Inject
    private PurchaseHistory history;

    @Inject
    private ReportScopes scopes;

    @Inject
    private ReportDatabase database;

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
            while (kept.size() > MOST_KEPT || (kept.size() > 1 && tooManyCustomers())) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    private boolean tooManyCustomers() {
        return kept.values().stream()
                        .mapToLong(k -> k.report().figures().base().customers().size())
                        .sum()
                > MOST_CUSTOMERS;
    }

    private Optional<LifetimeReport> fit(PartnerNames names, Asked asked) {
        Optional<Instant> asOf = database.asOf();
        return history.span(asked.filter()).map(span -> {
            LocalDate first = span.first();
            LocalDate last = span.last();
            LocalDate end = asked.calibrationEnd()
                    .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                    .orElseGet(() -> first.plusDays(ChronoUnit.DAYS.between(first, last) * 3 / 4));
            return new LifetimeReport(
                    names.hebrew(),
                    names.english(),
                    first,
                    figures(asked.filter(), end, last),
                    scopes.links(asked.filter(), names.code()),
                    asOf);
        });
    }

    /** A walk over one row a customer, of which a few numbers are kept. */
    private LifetimeFigures figures(ReportFilter filter, LocalDate end, LocalDate last) {
        CustomerColumns customers = new CustomerColumns(end);
        LongAdder fresh = new LongAdder();
        SortedMap<Integer, Long> weeks = history.summaries(filter, end, last, customer -> {
            if (customer.first().isAfter(end)) {
                fresh.increment();
            } else {
                customers.take(customer);
            }
        });
        CustomerBase base = new CustomerBase(end, last, customers, fresh.sum(), 0);
        long[] came = new long[HoldoutCheck.weeks(base)];
        weeks.forEach((week, days) -> came[week] = days);
        return LifetimeFigures.of(base, came);
    }
}
