package shutaf.purchase;

import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a receipt.
 *
 * @param line number on the receipt, from 1
 * @param sku the partner's or the trade's article number
 * @param description as printed
 * @param categories the partner's categories; GIFT_CARD, TOBACCO, DEPOSIT are known to the rules
 * @param quantity pieces, litres or kilograms, up to 6 decimals
 * @param amount minor units paid for the line after its discount, VAT included
 * @param discount minor units taken off
 * @param vatRate percent
 */
public record PurchaseLine(
        int line,
        String sku,
        String description,
        List<String> categories,
        BigDecimal quantity,
        long amount,
        long discount,
        BigDecimal vatRate) {
    /** Copies the categories. */
    public PurchaseLine {
        categories = List.copyOf(categories);
    }

    /** The same line with less of it: what is left after a return. */
    public PurchaseLine with(BigDecimal leftQuantity, long leftAmount) {
        return new PurchaseLine(
                line, sku, description, categories, leftQuantity, leftAmount, discount, vatRate);
    }
}
