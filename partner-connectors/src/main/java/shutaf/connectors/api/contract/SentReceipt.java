package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The natural key of a receipt at its partner.
 *
 * @param outlet the partner's outlet
 * @param till till or terminal in the outlet
 * @param businessDate the partner's business date, such as 2026-11-20
 * @param number the receipt's number
 */
@Schema(name = "Receipt")
public record SentReceipt(
        @Schema(required = true, maxLength = 64, examples = "TLV-01")
        String outlet,

        @Schema(required = true, maxLength = 64, examples = "3")
        String till,

        @Schema(required = true, format = "date", examples = "2026-11-20")
        String businessDate,

        @Schema(required = true, maxLength = 64, examples = "004711")
        String number) {}
