package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import shutaf.connectors.api.json.Decimal;

/**
 * How a part of the total was paid.
 *
 * @param type POINTS earns nothing; any other word, such as CASH or CARD, is kept by the partner
 * @param amount in the purchase's currency
 */
@Schema(name = "Tender")
public record SentTender(
        @Schema(required = true, examples = "CARD") String type,
        @Schema(required = true) Decimal amount) {}
