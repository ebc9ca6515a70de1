package shutaf.intake;

import shutaf.accrual.PartnerRules;
import shutaf.partner.Terms;
import shutaf.purchase.Channel;
import shutaf.purchase.Purchase;
import shutaf.purchase.PurchaseLine;
import shutaf.shared.BusinessDay;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a purchase must fulfil to be taken in; decides from its arguments alone. */
final class PurchaseChecks {
    private static final int MOST_LINES = 2_000;
    private static final int MOST_DAYS_APART = 7;

    private PurchaseChecks() {}

    /** Limits of time, and the only currency there is. */
    record Limits(Instant now, Duration tolerance, Duration oldest, String currency) {}

    static Optional<Refusal> refusal(Purchase p, PartnerRules rules, Limits limits) {
        if (!rules.partner().active()) {
            return refuse(
                    RefusalReason.PARTNER_SUSPENDED,
                    "",
                    "this partner is suspended; ask the operator");
        }
        if (!rules.partner().issuesPoints()) {
            return refuse(
                    RefusalReason.FORBIDDEN,
                    "",
                    "the agreement with this partner is without earning");
        }
        if (!rules.outlets().contains(p.receipt().outlet())) {
            return refuse(
                    RefusalReason.OUTLET_UNKNOWN,
                    "receipt.outlet",
                    "there is no outlet " + p.receipt().outlet() + "; add it or correct the code");
        }
        Optional<Terms> terms = rules.on(p.receipt().businessDate());
        if (terms.isEmpty()) {
            return refuse(
                    RefusalReason.FORBIDDEN, "", "no agreement is in force; ask the operator");
        }
        return time(p, rules, limits)
                .or(() -> amounts(p, limits.currency()))
                .or(() -> LineChecks.refusal(p.lines()));
    }

    private static Optional<Refusal> time(Purchase p, PartnerRules rules, Limits limits) {
        if (p.happenedAt().isAfter(limits.now().plus(limits.tolerance()))) {
            return refuse(
                    RefusalReason.IN_FUTURE,
                    "happenedAt",
                    "it lies in the future; check the till's clock and the offset");
        }
        boolean history = p.channel() == Channel.FILE && rules.partner().takesHistory();
        if (!history && p.happenedAt().isBefore(limits.now().minus(limits.oldest()))) {
            return refuse(
                    RefusalReason.TOO_OLD,
                    "happenedAt",
                    "it is older than " + limits.oldest().toDays()
                            + " days; history can only come by file");
        }
        // The business date chooses the agreement and the expiry, so it cannot be chosen freely.
        long apart = ChronoUnit.DAYS.between(
                BusinessDay.of(p.happenedAt()), p.receipt().businessDate());
        if (Math.abs(apart) > MOST_DAYS_APART) {
            return refuse(
                    RefusalReason.VALIDATION,
                    "receipt.businessDate",
                    "it is " + Math.abs(apart) + " days from the time of the purchase; "
                            + MOST_DAYS_APART + " are possible");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> amounts(Purchase p, String currency) {
        if (!p.total().currency().equals(currency)) {
            return refuse(
                    RefusalReason.VALIDATION,
                    "currency",
                    "this programme counts in " + currency + " only");
        }
        if (p.lines().isEmpty() || p.lines().size() > MOST_LINES) {
            return refuse(
                    RefusalReason.LIMIT_EXCEEDED,
                    "lines",
                    "a receipt has 1 to " + MOST_LINES + " lines");
        }
        if (p.lines().stream().map(PurchaseLine::line).distinct().count()
                != p.lines().size()) {
            return refuse(RefusalReason.VALIDATION, "lines", "two lines have the same number");
        }
        if (p.total().minor() < 0
                || p.paidWithPoints() < 0
                || p.lines().stream().anyMatch(l -> l.amount() < 0)) {
            return refuse(
                    RefusalReason.VALIDATION,
                    "total",
                    "a sale has no negative amounts; send a return instead");
        }
        long sum = p.lines().stream().mapToLong(PurchaseLine::amount).reduce(0, Math::addExact);
        long rates = p.lines().stream()
                .map(l -> l.vatRate().stripTrailingZeros())
                .distinct()
                .count();
        if (Math.abs(Math.subtractExact(sum, p.total().minor())) > Math.max(1, rates)) {
            return refuse(
                    RefusalReason.TOTAL_MISMATCH,
                    "total",
                    "the lines add up to " + sum + " minor units, the total says "
                            + p.total().minor());
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(RefusalReason reason, String field, String detail) {
        return Optional.of(new Refusal(reason, field, detail));
    }
}
