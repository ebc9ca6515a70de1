package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import shutaf.connectors.api.json.Decimal;

import java.util.List;

/**
 * One receipt.
 *
 * @param receipt its key: the same receipt counts once
 * @param happenedAt when it was paid, ISO 8601 with offset
 * @param member whom the till recognised; absent for an anonymous receipt, which is kept unclaimed
 * @param currency ISO 4217 code
 * @param lines what was bought, 1 to 2000
 * @param tenders how it was paid; only POINTS matters
 * @param total what was paid, VAT included
 */
@Schema(name = "Purchase")
public record SentPurchase(
        @Schema(required = true) SentReceipt receipt,

        @Schema(required = true, format = "date-time", examples = "2026-11-20T18:21:07+02:00")
        String happenedAt,

        SentMember member,
        @Schema(required = true, examples = "ILS") String currency,

        @Schema(required = true, minItems = 1, maxItems = 2000)
        List<SentLine> lines,

        List<SentTender> tenders,
        @Schema(required = true) Decimal total) {}
