package shutaf.accrual;

import shutaf.partner.Terms;
import shutaf.purchase.PurchaseLine;
import shutaf.shared.Money;
import shutaf.shared.Reason;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides, from nothing but its arguments, what a basket earns. A return asks it again for the
 * lines that the member kept, at the rules of the sale: the difference is what comes back, so
 * returning every line gives back exactly what was earned, whatever was rounded away.
 */
public final class PurchaseAccrual {
    private static final String BASE = "base";

    private PurchaseAccrual() {}

    /**
     * The basket that earns.
     *
     * @param lines lines of the receipt
     * @param paidWithPoints minor units that were paid with points: they earn nothing
     * @param currency ISO 4217 code of the lines
     * @param happenedAt when the purchase was made: decides which bonus rules count
     */
    public record Basket(
            List<PurchaseLine> lines, long paidWithPoints, String currency, Instant happenedAt) {}

    /**
     * Points of the basket under these terms and rules, rounded down once per receipt and funding
     * class.
     */
    public static EarnedPoints earn(Basket basket, Terms terms, List<EarnRule> rules) {
        List<Reason> reasons = new ArrayList<>();
        List<PurchaseLine> earning = new ArrayList<>();
        List<Reason> left = new ArrayList<>();
        for (PurchaseLine line : basket.lines()) {
            Optional<String> excluded = excludedBy(line, terms);
            if (excluded.isPresent()) {
                left.add(new Reason(BASE, 1, 0, line.line(), "excluded", List.of(excluded.get())));
            } else {
                earning.add(line);
            }
        }
        long paid = Math.max(0, sum(earning) - basket.paidWithPoints());
        long base = points(paid, terms.pointsPerUnit());
        reasons.add(Reason.of(
                BASE,
                1,
                base,
                BASE,
                Integer.toString(terms.pointsPerUnit()),
                decimal(paid, basket),
                basket.currency()));
        reasons.addAll(left);
        if (basket.paidWithPoints() > 0) {
            reasons.add(Reason.of(
                    BASE,
                    1,
                    0,
                    "paid-with-points",
                    basket.currency(),
                    decimal(basket.paidWithPoints(), basket)));
        }
        long bonus = bonuses(basket, earning, rules, reasons);
        return new EarnedPoints(base, bonus, List.copyOf(reasons));
    }

    private static long bonuses(
            Basket basket, List<PurchaseLine> earning, List<EarnRule> rules, List<Reason> reasons) {
        Map<String, EarnRule> winners = new LinkedHashMap<>();
        rules.stream()
                .filter(r -> r.countsAt(basket.happenedAt()))
                .filter(r -> earning.stream().anyMatch(r::isFor))
                .sorted(Comparator.comparingInt(EarnRule::priority)
                        .reversed()
                        .thenComparingLong(EarnRule::id))
                .forEach(rule -> {
                    EarnRule winner = winners.putIfAbsent(rule.group(), rule);
                    if (winner != null) {
                        reasons.add(Reason.of(
                                rule.name(),
                                rule.version(),
                                0,
                                "blocked",
                                rule.name(),
                                winner.name()));
                    }
                });
        long total = 0;
        for (EarnRule rule : winners.values()) {
            total = Math.addExact(total, bonus(basket, earning, rule, reasons));
        }
        return total;
    }

    private static long bonus(
            Basket basket, List<PurchaseLine> earning, EarnRule rule, List<Reason> reasons) {
        long paid = Math.max(
                0, sum(earning.stream().filter(rule::isFor).toList()) - basket.paidWithPoints());
        long uncapped = points(paid, rule.pointsPerUnit());
        long given = Math.min(uncapped, rule.capPerReceipt().orElse(Long.MAX_VALUE));
        List<String> figures = new ArrayList<>(List.of(
                rule.name(),
                Integer.toString(rule.pointsPerUnit()),
                decimal(paid, basket),
                basket.currency()));
        rule.capPerReceipt().ifPresent(cap -> figures.add(Long.toString(cap)));
        String key = rule.capPerReceipt().isPresent() ? "bonus-capped" : "bonus";
        reasons.add(new Reason(rule.name(), rule.version(), given, 0, key, figures));
        return given;
    }

    private static Optional<String> excludedBy(PurchaseLine line, Terms terms) {
        return line.categories().stream()
                .filter(terms.excludedCategories()::contains)
                .findFirst();
    }

    private static long sum(List<PurchaseLine> lines) {
        return lines.stream().mapToLong(PurchaseLine::amount).reduce(0, Math::addExact);
    }

    /** Points for full major units: an unfinished one earns nothing. */
    private static long points(long paidMinor, int pointsPerUnit) {
        return Math.floorDiv(Math.multiplyExact(paidMinor, (long) pointsPerUnit), 100L);
    }

    private static String decimal(long minor, Basket basket) {
        return new Money(minor, basket.currency()).decimal();
    }
}
