package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import shutaf.connectors.api.json.Decimal;

/**
 * One line that came back.
 *
 * @param line number on the return's receipt
 * @param originalLine number on the sale's receipt; absent to find it by article number
 * @param sku article number, needed only without the original line
 * @param quantity pieces, litres or kilograms; 1 when absent
 * @param amount what was given back, positive
 */
@Schema(name = "ReturnLine")
public record SentReturnLine(
        @Schema(required = true, minimum = "1") Integer line,
        Integer originalLine,
        @Schema(maxLength = 64) String sku,
        Decimal quantity,
        @Schema(required = true) Decimal amount) {}
