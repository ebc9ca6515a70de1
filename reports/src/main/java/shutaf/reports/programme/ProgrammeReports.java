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
import shutaf.economics.Whom;
import shutaf.partner.PartnerNames;
import shutaf.platform.HubClock;
import shutaf.purchase.ReportFilter;
import shutaf.reports.asked.ReportScopes;
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
    private ReportScopes scopes;

    @Inject
    private HubClock clock;

    private final Map<ReportFilter, Kept> kept = new LinkedHashMap<>();

    private record Kept(ProgrammeReport report, Instant readAt) {}

    /**
     * The report; days that are turned round are taken as if they were not given.
     *
     * @param asked first business day: left out, the first with a receipt; last business day: left
     *     out or in the future, today
     */
    public Optional<ProgrammeReport> read(ReportFilter asked) {
        Optional<ProgrammeReport> fresh = fresh(asked);
        if (fresh.isPresent()) {
            return fresh;
        }
        Optional<ProgrammeReport> read = scopes.names(asked)
                .flatMap(names -> days(asked).map(days -> read(asked, names, days)));
        read.ifPresent(report -> keep(asked, report));
        return read;
    }

    /** As a paper. */
    public Optional<byte[]> pdf(ReportFilter asked, ReportLanguage language) {
        return read(asked).map(report -> ProgrammePdf.render(report, language));
    }

    /** As a workbook (XLSX). */
    public Optional<byte[]> xlsx(ReportFilter asked, ReportLanguage language) {
        return read(asked).map(report -> ProgrammeSheet.render(report, language));
    }

    /** As CSV. */
    public Optional<String> csv(ReportFilter asked) {
        return read(asked).map(ProgrammeCsv::of);
    }

    /** As JSON. */
    public Optional<String> json(ReportFilter asked) {
        return read(asked).map(ProgrammeJson::of);
    }

    /** Forgets what was kept: a setting that the figures depend on has changed. */
    public void forget() {
        synchronized (kept) {
            kept.clear();
        }
    }

    private Optional<ReportDays> days(ReportFilter asked) {
        return sales.span(asked.scope()).map(span -> {
            LocalDate today = clock.today();
            LocalDate to = asked.to().filter(day -> day.isBefore(today)).orElse(today);
            LocalDate from = asked.from().filter(day -> !day.isAfter(to)).orElse(span.from());
            return from.isAfter(to) ? new ReportDays(to, to) : new ReportDays(from, to);
        });
    }

    private ProgrammeReport read(ReportFilter asked, PartnerNames scope, ReportDays days) {
        return new ProgrammeReport(
                ProgrammeFigures.of(facts(asked, days)),
                scope,
                names(),
                scopes.links(asked, scope.code()).within(days.from(), days.to()));
    }

    private Map<PartnerId, PartnerNames> names() {
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
        return names;
    }

    private ProgrammeFacts facts(ReportFilter asked, ReportDays days) {
        PartnerId scope = asked.scope();
        Whom whom = new Whom(asked);
        return new ProgrammeFacts(
                asked,
                days,
                sales.monthly(scope, days, whom),
                movements.until(scope, days.to(), whom),
                movements.proof(scope, days.to(), whom),
                new ProgrammeFacts.Flows(
                        flows.burned(days, whom),
                        flows.foreignSales(days, whom),
                        sales.newcomers(days, whom),
                        flows.positions(days, whom),
                        flows.reimbursements(days)),
                worth.of(scope, days, whom),
                new ProgrammeFacts.Pairs(
                        affinity.categories(scope, days, whom, ProgrammeFacts.LEAST),
                        affinity.partners(days, whom, ProgrammeFacts.LEAST)));
    }

    private Optional<ProgrammeReport> fresh(ReportFilter asked) {
        synchronized (kept) {
            Instant oldest = clock.now().minus(FRESH);
            kept.values().removeIf(k -> k.readAt().isBefore(oldest));
            return Optional.ofNullable(kept.get(asked)).map(Kept::report);
        }
    }

    private void keep(ReportFilter asked, ProgrammeReport report) {
        synchronized (kept) {
            kept.put(asked, new Kept(report, clock.now()));
            while (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }
}
