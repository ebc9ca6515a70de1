package shutaf.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The supermarket's products: tidy category, words and VAT rate of each product id.
 *
 * <p>The source names products only by type, so a product is described by its category in Hebrew,
 * or by its type in English where we have no Hebrew word; one product in five keeps the English
 * words as an imported good does.
 */
final class SuperCatalogue {
    private static final Set<String> WITHOUT_VAT = Set.of("FRUIT", "VEGETABLES", "GIFT_CARD");
    private static final Set<String> WITHOUT_BRAND = Set.of("GIFT_CARD", "FUEL");
    private static final String PETROL = "GASOLINE-REG UNLEADED";

    private final Map<String, Card> cards = new HashMap<>();
    private final Map<String, String> seenWords = new HashMap<>();

    /** What a line says about its product. */
    record Card(String sku, String description, String category, String vatRate) {}

    private record Words(String category, String hebrew) {}

    SuperCatalogue() {
        Map<String, Words> categories = new HashMap<>();
        PackedTable.rows(
                "super_categories.csv", row -> categories.put(row[0], new Words(row[1], row[2])));
        PackedTable.rows("super_products.csv.gz", row -> {
            Words words = wordsOf(categories, row[1], row[2]);
            String description = described(words, row);
            String vatRate = WITHOUT_VAT.contains(words.category()) ? "0" : "18";
            cards.put(row[0], new Card(row[0], description, words.category(), vatRate));
        });
    }

    /** The product with this id; every product of the packed lines is known. */
    Card card(String productId) {
        Card card = cards.get(productId);
        if (card == null) {
            throw new IllegalStateException("No such product in the packed table: " + productId);
        }
        return card;
    }

    /** Every category code that a line may carry. */
    Set<String> categories() {
        Set<String> codes = new HashSet<>();
        cards.values().forEach(card -> codes.add(card.category()));
        return codes;
    }

    // Gift cards and petrol hide in the source's "miscellaneous" and are told by the type alone.
    private static Words wordsOf(Map<String, Words> categories, String category, String type) {
        if (type.contains("GIFT CARD")) {
            return new Words("GIFT_CARD", "כרטיס מתנה");
        }
        if (type.equals(PETROL)) {
            return new Words("FUEL", "בנזין");
        }
        Words words = categories.get(category);
        if (words == null) {
            throw new IllegalStateException("No tidy code for the category: " + category);
        }
        return words;
    }

    private String described(Words product, String[] row) {
        boolean imported = Long.parseLong(row[0]) % 5 == 0 && !row[2].isEmpty();
        boolean ownBrand = row[3].equals("Private") && !WITHOUT_BRAND.contains(product.category());
        String words;
        if (!product.hebrew().isEmpty() && !imported) {
            words = ownBrand ? product.hebrew() + " מותג הבית" : product.hebrew();
        } else if (!row[2].isEmpty()) {
            words = row[2].charAt(0) + row[2].substring(1).toLowerCase(Locale.ROOT);
        } else {
            words = "מוצר כללי";
        }
        return seenWords.computeIfAbsent(words, same -> same);
    }
}
