package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * Up to a thousand receipts; each stands alone.
 *
 * @param purchases in any order; the answer has theirs
 */
@Schema(name = "PurchaseBatch")
public record SentBatch(
        @Schema(required = true, minItems = 1, maxItems = 1000)
        List<SentPurchase> purchases) {}
