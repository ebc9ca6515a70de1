package shutaf.reports.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.economics.CustomerValue;
import shutaf.economics.CustomerValues;
import shutaf.economics.MonthlySales;
import shutaf.economics.ProgrammeSales;
import shutaf.economics.ReportDays;
import shutaf.economics.Whom;
import shutaf.partner.PartnerMargins;
import shutaf.purchase.ReportFilter;
import shutaf.reports.lifetimevalue.HoldoutCheck;
import shutaf.reports.lifetimevalue.LifetimeFigures;
import shutaf.reports.lifetimevalue.LifetimeReport;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.shared.PartnerId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What customers will be worth in margin: each one's score times the partner's margin, added up.
 * The scores know all of history, whatever the days of this report, and the margins are those of
 * its last day. How far off such forecasts are is the lifetime value report's, which keeps days
 * back to check its model against.
 */
@ApplicationScoped
public class CustomerWorth {
    @Inject
    private LifetimeReports lifetimes;

    @Inject
    private PartnerMargins margins;

    @Inject
    private ProgrammeSales sales;

    @Inject
    private CustomerValues values;

    /** Each scored partner, the coalition last, whole and then by segment; or one partner alone. */
    List<MarginValue> of(PartnerId scope, ReportDays days, Whom whom) {
        Map<PartnerId, Integer> named = margins.on(days.to());
        Map<PartnerId, Integer> all = new HashMap<>(named);
        if (scope.equals(PartnerId.HUB)) {
            all.put(PartnerId.HUB, mean(days, named));
        }
        Map<PartnerId, Double> misses = new HashMap<>();
        return values.of(scope, whom, all).stream()
                .map(worth -> new MarginValue(
                        worth,
                        margin(all, worth.partner()),
                        named.containsKey(worth.partner()),
                        miss(worth, misses)))
                .toList();
    }

    private static int margin(Map<PartnerId, Integer> named, PartnerId partner) {
        return named.getOrDefault(partner, PartnerMargins.ALL);
    }

    /**
     * The coalition's margin: of each shekel that members spent, what stayed with its partner. Of
     * all members, whoever is asked for, so that groups of members add up.
     */
    private int mean(ReportDays days, Map<PartnerId, Integer> named) {
        TreeMap<Integer, Long> memberSales = new TreeMap<>();
        for (MonthlySales month :
                sales.monthly(PartnerId.HUB, days, Whom.everybody(PartnerId.HUB))) {
            memberSales.merge(month.partner().value(), month.memberSales(), Long::sum);
        }
        double sum = 0;
        double weights = 0;
        for (Map.Entry<Integer, Long> each : memberSales.entrySet()) {
            sum += (double) each.getValue() * margin(named, new PartnerId(each.getKey()));
            weights += each.getValue();
        }
        return weights > 0 ? (int) Math.round(sum / weights) : PartnerMargins.ALL;
    }

    private double miss(CustomerValue worth, Map<PartnerId, Double> known) {
        return known.computeIfAbsent(
                worth.partner(),
                partner -> lifetimes
                        .read(ReportFilter.of(partner), Optional.empty())
                        .map(LifetimeReport::figures)
                        .flatMap(LifetimeFigures::outlook)
                        .flatMap(LifetimeFigures.Outlook::check)
                        .filter(check -> check.actual() > 0)
                        .map(HoldoutCheck::miss)
                        .orElse(Double.NaN));
    }
}
