package shutaf.reports.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.economics.MonthlySales;
import shutaf.economics.ProgrammeSales;
import shutaf.economics.ReportDays;
import shutaf.partner.PartnerMargins;
import shutaf.purchase.ReportFilter;
import shutaf.reports.lifetimevalue.HoldoutCheck;
import shutaf.reports.lifetimevalue.LifetimeFigures;
import shutaf.reports.lifetimevalue.LifetimeReport;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What customers will be worth in margin: the lifetime value report's figure of each partner times
 * its margin. The models see all of history, whatever the days of this report, and the margins are
 * those of its last day.
 */
@ApplicationScoped
public class CustomerWorth {
    @Inject
    private LifetimeReports lifetimes;

    @Inject
    private PartnerMargins margins;

    @Inject
    private ProgrammeSales sales;

    /** Each partner with sales to members, the coalition last; or one partner alone. */
    List<MarginValue> of(PartnerId scope, ReportDays days) {
        Map<PartnerId, Integer> named = margins.on(days.to());
        List<MarginValue> values = new ArrayList<>();
        if (!scope.equals(PartnerId.HUB)) {
            one(scope, margin(named, scope), named.containsKey(scope)).ifPresent(values::add);
            return values;
        }
        TreeMap<Integer, Long> memberSales = new TreeMap<>();
        for (MonthlySales month : sales.monthly(scope, days)) {
            memberSales.merge(month.partner().value(), month.memberSales(), Long::sum);
        }
        for (int number : memberSales.keySet()) {
            PartnerId partner = new PartnerId(number);
            one(partner, margin(named, partner), named.containsKey(partner)).ifPresent(values::add);
        }
        one(PartnerId.HUB, mean(memberSales, named), !named.isEmpty()).ifPresent(values::add);
        return values;
    }

    private static int margin(Map<PartnerId, Integer> named, PartnerId partner) {
        return named.getOrDefault(partner, PartnerMargins.ALL);
    }

    /** The coalition's margin: of each shekel that members spent, what stayed with its partner. */
    private static int mean(Map<Integer, Long> memberSales, Map<PartnerId, Integer> named) {
        double sum = 0;
        double weights = 0;
        for (Map.Entry<Integer, Long> each : memberSales.entrySet()) {
            sum += (double) each.getValue() * margin(named, new PartnerId(each.getKey()));
            weights += each.getValue();
        }
        return weights > 0 ? (int) Math.round(sum / weights) : PartnerMargins.ALL;
    }

    private Optional<MarginValue> one(PartnerId partner, int margin, boolean named) {
        return lifetimes
                .read(ReportFilter.of(partner), Optional.empty())
                .map(LifetimeReport::figures)
                .map(f -> {
                    Optional<LifetimeFigures.Outlook> outlook = f.outlook();
                    return new MarginValue(
                            partner,
                            f.base().customers().size(),
                            outlook.map(LifetimeFigures.Outlook::model).orElse(""),
                            outlook.map(LifetimeFigures.Outlook::value).orElse(Double.NaN),
                            margin,
                            named,
                            outlook.flatMap(LifetimeFigures.Outlook::check)
                                    .filter(check -> check.actual() > 0)
                                    .map(HoldoutCheck::miss)
                                    .orElse(Double.NaN));
                });
    }
}
