package shutaf.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Invented returns of real goods: in some sales one line, or one piece of several, comes back
 * within two weeks to the till that sold it, with the receipt.
 */
final class DemoReturns {
    private DemoReturns() {}

    /** The sales and their returns together, in order of time; {@code share} of 1,000 sales. */
    static List<DemoReceipt> addedTo(List<DemoReceipt> sales, String partner, int share) {
        List<DemoReceipt> all = new ArrayList<>(sales);
        LocalDate last = sales.getLast().at().toLocalDate();
        for (int i = 0; i < sales.size(); i++) {
            Chance chance = new Chance("return at " + partner, i);
            if (chance.inThousand(share)) {
                returned(sales.get(i), last, chance).ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparing(DemoReceipt::at));
        return all;
    }

    private static Optional<DemoReceipt> returned(DemoReceipt sale, LocalDate last, Chance chance) {
        DemoReceipt.Line sold = chance.oneOf(sale.lines());
        LocalDate day = sale.at().toLocalDate().plusDays(chance.between(2, 12));
        if (day.isAfter(last) || sold.agorot() == 0 || sold.category().equals("GIFT_CARD")) {
            return Optional.empty();
        }
        LocalDateTime at = day.atTime(chance.between(10, 19), chance.below(60), chance.below(60));
        DemoReceipt.Key key = new DemoReceipt.Key(
                sale.key().outlet(), sale.key().till(), day, "R" + sale.key().number());
        return Optional.of(new DemoReceipt(
                key,
                at,
                DemoReceipt.Kind.RETURN,
                sale.scheme(),
                sale.identifier(),
                List.of(onePieceWhereEven(sold)),
                Optional.of(sale.key()),
                false));
    }

    // One piece of several only where the price divides without rest, so that no rounding is
    // invented.
    private static DemoReceipt.Line onePieceWhereEven(DemoReceipt.Line sold) {
        BigDecimal quantity = new BigDecimal(sold.quantity());
        boolean pieces = quantity.scale() == 0 && quantity.intValueExact() > 1;
        if (!pieces
                || sold.agorot() % quantity.intValueExact() != 0
                || sold.discountAgorot() % quantity.intValueExact() != 0) {
            return sold;
        }
        int count = quantity.intValueExact();
        return new DemoReceipt.Line(
                sold.number(),
                sold.sku(),
                sold.description(),
                sold.category(),
                "1",
                sold.agorot() / count,
                sold.discountAgorot() / count,
                sold.vatRate());
    }
}
