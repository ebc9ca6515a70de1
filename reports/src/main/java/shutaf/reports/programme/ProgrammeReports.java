package shutaf.reports.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.economics.BasketAffinity;
import shutaf.economics.PartnerFlows;
import shutaf.economics.PointsMovements;
import shutaf.economics.ProgrammeSales;
import shutaf.economics.ReportDays;
import shutaf.partner.PartnerNames;
import shutaf.platform.HubClock;
import shutaf.reports.document.ReportLanguage;
import shutaf.shared.PartnerId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The programme economics report for whoever looks at it: one reading, then page, paper, workbook
 * and files of the same figures.
 *
 * <p>A report is kept for five minutes, so that turning a page into a paper does not read again and
 * both show the same. Empty means that nobody bought yet. The caller has made sure that its user
 * may see this partner, or the whole coalition.
 */
@ApplicationScoped
public class ProgrammeReports {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 8;

    @Inject
    private ProgrammeSales sales;

    @Inject
    private PointsMovements movements;

    @Inject
    private PartnerFlows flows;

    @Inject
    private BasketAffinity affinity;

    @Inject
    private CustomerWorth worth;

    @Inject
    private PartnerDirectory directory;

    @Inject
    private HubClock clock;

    private final Map<Asked, Kept> kept = new LinkedHashMap<>();

    /**
     * What is asked for.
     *
     * @param scope a partner, or {@link PartnerId#HUB} for the coalition
     * @param from first business day; left out, the first with a receipt
     * @param to last business day; left out or in the future, today
     */
    public record Asked(PartnerId scope, Optional<LocalDate> from, Optional<LocalDate> to) {}

    private record Kept(ProgrammeReport report, Instant readAt) {}

    /** The report; days that are turned round are taken as if they were not given. */
    public Optional<ProgrammeReport> read(Asked asked) {
        Optional<ProgrammeReport> fresh = fresh(asked);
        if (fresh.isPresent()) {
            return fresh;
        }
        Optional<ProgrammeReport> read = days(asked).map(days -> read(asked.scope(), days));
        read.ifPresent(report -> keep(asked, report));
        return read;
    }

    /** As a paper. */
    public Optional<byte[]> pdf(Asked asked, ReportLanguage language) {
        return read(asked).map(report -> ProgrammePdf.render(report, language));
    }

    /** As a workbook (XLSX). */
    public Optional<byte[]> xlsx(Asked asked, ReportLanguage language) {
        return read(asked).map(report -> ProgrammeSheet.render(report, language));
    }

    /** As CSV. */
    public Optional<String> csv(Asked asked) {
        return read(asked).map(ProgrammeCsv::of);
    }

    /** As JSON. */
    public Optional<String> json(Asked asked) {
        return read(asked).map(ProgrammeJson::of);
    }

    /** Forgets what was kept: a setting that the figures depend on has changed. */
    public void forget() {
        synchronized (kept) {
            kept.clear();
        }
    }

    private Optional<ReportDays> days(Asked asked) {
        return sales.span(asked.scope()).map(span -> {
            LocalDate today = clock.today();
            LocalDate to = asked.to().filter(day -> day.isBefore(today)).orElse(today);
            LocalDate from = asked.from().filter(day -> !day.isAfter(to)).orElse(span.from());
            return from.isAfter(to) ? new ReportDays(to, to) : new ReportDays(from, to);
        });
    }

    private ProgrammeReport read(PartnerId scope, ReportDays days) {
        Map<PartnerId, PartnerNames> names = new HashMap<>();
        for (BusinessCard card : directory.all()) {
            names.put(
                    card.id(),
                    new PartnerNames(
                            card.code(), card.name(Locale.of("he")), card.name(Locale.ENGLISH)));
        }
        names.put(
                PartnerId.HUB,
                new PartnerNames(
                        "",
                        ReportLanguage.HEBREW.text("retention.coalition"),
                        ReportLanguage.ENGLISH.text("retention.coalition")));
        ProgrammeFacts facts = new ProgrammeFacts(
                scope,
                days,
                sales.monthly(scope, days),
                movements.until(scope, days.to()),
                movements.proof(scope, days.to()),
                new ProgrammeFacts.Flows(
                        flows.burned(days),
                        flows.foreignSales(days),
                        sales.newcomers(days),
                        flows.positions(days),
                        flows.reimbursements(days)),
                worth.of(scope, days),
                new ProgrammeFacts.Pairs(
                        affinity.categories(scope, days, ProgrammeFacts.LEAST),
                        affinity.partners(days, ProgrammeFacts.LEAST)));
        return new ProgrammeReport(ProgrammeFigures.of(facts), names);
    }

    private Optional<ProgrammeReport> fresh(Asked asked) {
        synchronized (kept) {
            Instant oldest = clock.now().minus(FRESH);
            kept.values().removeIf(k -> k.readAt().isBefore(oldest));
            return Optional.ofNullable(kept.get(asked)).map(Kept::report);
        }
    }

    private void keep(Asked asked, ProgrammeReport report) {
        synchronized (kept) {
            kept.put(asked, new Kept(report, clock.now()));
            while (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }
}
