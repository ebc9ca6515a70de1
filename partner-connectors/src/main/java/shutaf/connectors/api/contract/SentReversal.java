package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why spent points are given back.
 *
 * @param reason such as RETURNED_GOODS; shown to the member
 */
@Schema(name = "Reversal")
public record SentReversal(
        @Schema(required = true, maxLength = 100, examples = "RETURNED_GOODS")
        String reason) {}
