package shutaf.crm;

import shutaf.purchase.ReceiptKey;
import shutaf.shared.Money;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A sale as a clerk sees it who takes goods back.
 *
 * @param receipt its key
 * @param happenedAt when it was paid
 * @param total what was paid
 * @param points what it earned
 * @param lines its lines with what is left of each
 */
public record SoldReceipt(
        ReceiptKey receipt, Instant happenedAt, Money total, long points, List<Line> lines) {
    /** Copies the lines. */
    public SoldReceipt {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the sale.
     *
     * @param line number on the receipt
     * @param sku article number
     * @param description as printed
     * @param leftQuantity what has not come back yet
     * @param leftAmount minor units of it
     */
    public record Line(
            int line, String sku, String description, BigDecimal leftQuantity, Money leftAmount) {}
}
