package shutaf.intake;

import shutaf.purchase.PurchaseLine;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a line must fulfil so that the books can keep it: a line that they cannot keep would
 * otherwise spoil the transaction that it shares with others.
 */
final class LineChecks {
    private static final int MOST_TEXT = 500;
    private static final int MOST_CODE = 64;
    private static final int MOST_CATEGORIES = 20;
    private static final int QUANTITY_DECIMALS = 6;
    private static final BigDecimal MOST_QUANTITY = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal MOST_VAT = BigDecimal.valueOf(100);

    private LineChecks() {}

    static Optional<Refusal> refusal(List<PurchaseLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Optional<Refusal> refusal = refusal(lines.get(i), "lines[" + i + "].");
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(PurchaseLine l, String path) {
        if (l.line() < 1) {
            return refuse(path + "line", "lines count from 1");
        }
        if (!text(l.sku(), MOST_CODE)) {
            return refuse(path + "sku", "use up to 64 characters without control characters");
        }
        if (!text(l.description(), MOST_TEXT)) {
            return refuse(
                    path + "description", "use up to 500 characters without control characters");
        }
        if (l.categories().size() > MOST_CATEGORIES
                || !l.categories().stream().allMatch(c -> text(c, MOST_CODE) && plain(c))) {
            return refuse(
                    path + "categories",
                    "use up to 20 categories of 1 to 64 characters without comma");
        }
        if (l.quantity().abs().compareTo(MOST_QUANTITY) > 0
                || l.quantity().scale() > QUANTITY_DECIMALS) {
            return refuse(path + "quantity", "use up to a thousand million with up to 6 decimals");
        }
        if (l.vatRate().signum() < 0
                || l.vatRate().compareTo(MOST_VAT) > 0
                || l.vatRate().scale() > 2) {
            return refuse(path + "vatRate", "use a percentage of 0 to 100 with up to 2 decimals");
        }
        return Optional.empty();
    }

    private static boolean text(String text, int most) {
        return text.length() <= most && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean plain(String category) {
        return !category.isBlank() && category.indexOf(',') < 0;
    }

    private static Optional<Refusal> refuse(String field, String detail) {
        return Optional.of(new Refusal(RefusalReason.VALIDATION, field, detail));
    }
}
