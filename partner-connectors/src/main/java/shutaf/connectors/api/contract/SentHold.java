package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Points to set aside against a basket.
 *
 * @param receipt the basket's receipt: the same one holds once
 * @param happenedAt when, ISO 8601 with offset
 * @param member who pays with points
 * @param points how many
 */
@Schema(name = "Hold")
public record SentHold(
        @Schema(required = true) SentReceipt receipt,
        @Schema(required = true, format = "date-time") String happenedAt,
        @Schema(required = true) SentMember member,
        @Schema(required = true, minimum = "1") Long points) {}
