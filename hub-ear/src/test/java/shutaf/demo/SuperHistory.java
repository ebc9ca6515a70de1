package shutaf.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The supermarket's real receipts on their own dates in 2017.
 *
 * <p>How a basket becomes a receipt: store 367 is outlet {@code S00367}; the source has no tills,
 * so basket number modulo 8, plus 1, is the till; the basket number is the receipt number; one
 * source row is one line; {@code sales_value} is what was paid; {@code retail_disc} and
 * {@code coupon_disc} together are the discount. Petrol comes in thousandths of a gallon and is
 * written as gallons.
 */
final class SuperHistory {
    private final DemoMembers members;
    private final SuperCatalogue catalogue = new SuperCatalogue();
    private final List<DemoReceipt> receipts = new ArrayList<>();
    private final List<DemoReceipt.Line> lines = new ArrayList<>();
    private String[] basket = {};

    private SuperHistory(DemoMembers members) {
        this.members = members;
    }

    static List<DemoReceipt> of(DemoMembers members) {
        SuperHistory history = new SuperHistory(members);
        PackedTable.rows("super_lines.csv.gz", history::take);
        history.closeBasket();
        return history.receipts;
    }

    /** The household numbers in ascending order: the n-th is the household of member n. */
    static List<Integer> households() {
        Set<Integer> numbers = new TreeSet<>();
        PackedTable.rows("super_lines.csv.gz", row -> numbers.add(Integer.valueOf(row[0])));
        return List.copyOf(numbers);
    }

    /** The outlet codes of all stores, in order. */
    static List<String> outlets() {
        Set<String> codes = new TreeSet<>();
        PackedTable.rows("super_lines.csv.gz", row -> codes.add(outlet(row[1])));
        return List.copyOf(codes);
    }

    private static String outlet(String store) {
        return "S" + CardNumber.padded(Long.parseLong(store), 5);
    }

    private void take(String[] row) {
        if (basket.length == 0 || !basket[2].equals(row[2])) {
            closeBasket();
            basket = row;
        }
        SuperCatalogue.Card card = catalogue.card(row[4]);
        long discount = Money.agorot(row[7]) + Money.agorot(row[8]);
        lines.add(new DemoReceipt.Line(
                lines.size() + 1,
                card.sku(),
                card.description(),
                card.category(),
                quantity(card, row[5]),
                Money.agorot(row[6]),
                discount,
                card.vatRate()));
    }

    private void closeBasket() {
        if (lines.isEmpty()) {
            return;
        }
        LocalDate day = LocalDate.parse(basket[3].substring(0, 10));
        LocalDateTime at = LocalDateTime.parse(basket[3].replace(' ', 'T'));
        String till = Long.toString(Long.parseLong(basket[2]) % 8 + 1);
        DemoReceipt.Key key = new DemoReceipt.Key(outlet(basket[1]), till, day, basket[2]);
        String card = members.ofHousehold(Integer.parseInt(basket[0])).card();
        receipts.add(DemoReceipt.sale(key, at, "CARD", card, List.copyOf(lines)));
        lines.clear();
    }

    private static String quantity(SuperCatalogue.Card card, String source) {
        boolean thousandths = card.category().equals("FUEL") && source.length() > 3;
        return thousandths ? new BigDecimal(source).movePointLeft(3).toPlainString() : source;
    }
}
