package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import shutaf.connectors.api.json.Decimal;

import java.util.List;

/**
 * Goods that came back.
 *
 * @param receipt the return's own receipt: the same one counts once
 * @param happenedAt when, ISO 8601 with offset
 * @param original the sale's receipt
 * @param member who returns, for returns without the sale's receipt
 * @param currency ISO 4217 code; ILS when absent
 * @param lines what came back
 * @param total what was given back, VAT included, positive
 */
@Schema(name = "Return")
public record SentReturn(
        @Schema(required = true) SentReceipt receipt,
        @Schema(required = true, format = "date-time") String happenedAt,
        SentReceipt original,
        SentMember member,
        String currency,

        @Schema(required = true, minItems = 1, maxItems = 2000)
        List<SentReturnLine> lines,

        @Schema(required = true) Decimal total) {}
