package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import shutaf.connectors.api.json.Decimal;

import java.util.List;

/**
 * One line of a receipt.
 *
 * @param line number on the receipt, from 1
 * @param sku article number
 * @param description as printed
 * @param categories the partner's categories; GIFT_CARD, TOBACCO and DEPOSIT are known to the rules
 * @param quantity pieces, litres or kilograms; 1 when absent
 * @param amount what was paid for the line after its discount, VAT included
 * @param discount what was taken off; 0 when absent
 * @param vatRate percent; 0 when absent
 */
@Schema(name = "PurchaseLine")
public record SentLine(
        @Schema(required = true, minimum = "1") Integer line,
        @Schema(maxLength = 64) String sku,
        @Schema(maxLength = 500) String description,
        List<String> categories,
        Decimal quantity,
        @Schema(required = true) Decimal amount,
        Decimal discount,
        Decimal vatRate) {}
