package shutaf.returns;

import shutaf.accrual.PartnerRules;
import shutaf.purchase.Channel;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a return must fulfil before its sale is looked for; decides from its arguments alone. */
final class ReturnChecks {
    private static final int MOST_LINES = 2_000;
    private static final int MOST_SKU = 64;
    private static final int QUANTITY_DECIMALS = 6;
    private static final BigDecimal MOST_QUANTITY = BigDecimal.valueOf(1_000_000_000L);

    private ReturnChecks() {}

    /** Limits of time, and the only currency there is. */
    record Limits(Instant now, Duration tolerance, Duration oldest, String currency) {}

    static Optional<Refusal> refusal(GoodsReturn r, PartnerRules rules, Limits limits) {
        return time(r, rules, limits).or(() -> amounts(r, limits)).or(() -> lines(r));
    }

    private static Optional<Refusal> time(GoodsReturn r, PartnerRules rules, Limits limits) {
        if (r.happenedAt().isAfter(limits.now().plus(limits.tolerance()))) {
            return refuse(
                    RefusalReason.IN_FUTURE,
                    "happenedAt",
                    "it lies in the future; check the till's clock and the offset");
        }
        boolean history = r.channel() == Channel.FILE && rules.partner().takesHistory();
        if (!history && r.happenedAt().isBefore(limits.now().minus(limits.oldest()))) {
            return refuse(
                    RefusalReason.TOO_OLD,
                    "happenedAt",
                    "it is older than " + limits.oldest().toDays()
                            + " days; history can only come by file");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> amounts(GoodsReturn r, Limits limits) {
        if (r.lines().isEmpty() || r.lines().size() > MOST_LINES) {
            return refuse(
                    RefusalReason.LIMIT_EXCEEDED,
                    "lines",
                    "a return has 1 to " + MOST_LINES + " lines");
        }
        if (!r.total().currency().equals(limits.currency())) {
            return refuse(
                    RefusalReason.VALIDATION,
                    "currency",
                    "this programme counts in " + limits.currency() + " only");
        }
        if (r.total().minor() < 0 || r.lines().stream().anyMatch(l -> l.amount() < 0)) {
            return refuse(RefusalReason.VALIDATION, "total", "amounts that come back are positive");
        }
        long sum = r.lines().stream().mapToLong(GoodsReturn.Line::amount).reduce(0, Math::addExact);
        if (Math.abs(sum - r.total().minor()) > r.lines().size()) {
            return refuse(
                    RefusalReason.TOTAL_MISMATCH,
                    "total",
                    "the lines add up to " + sum + " minor units, the total says "
                            + r.total().minor());
        }
        return Optional.empty();
    }

    private static Optional<Refusal> lines(GoodsReturn r) {
        if (r.lines().stream().map(GoodsReturn.Line::line).distinct().count()
                != r.lines().size()) {
            return refuse(RefusalReason.VALIDATION, "lines", "two lines have the same number");
        }
        for (int i = 0; i < r.lines().size(); i++) {
            GoodsReturn.Line l = r.lines().get(i);
            String path = "lines[" + i + "].";
            if (l.line() < 1) {
                return refuse(RefusalReason.VALIDATION, path + "line", "lines count from 1");
            }
            if (l.sku().length() > MOST_SKU || l.sku().chars().anyMatch(Character::isISOControl)) {
                return refuse(
                        RefusalReason.VALIDATION,
                        path + "sku",
                        "use up to 64 characters without control characters");
            }
            if (l.quantity().signum() < 0
                    || l.quantity().compareTo(MOST_QUANTITY) > 0
                    || l.quantity().scale() > QUANTITY_DECIMALS) {
                return refuse(
                        RefusalReason.VALIDATION,
                        path + "quantity",
                        "use 0 to a thousand million with up to 6 decimals");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(RefusalReason reason, String field, String detail) {
        return Optional.of(new Refusal(reason, field, detail));
    }
}
