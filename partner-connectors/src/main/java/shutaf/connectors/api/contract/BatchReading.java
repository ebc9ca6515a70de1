package shutaf.connectors.api.contract;

import shutaf.connectors.api.json.Json;
import shutaf.connectors.api.problem.FieldError;
import shutaf.purchase.Channel;
import shutaf.purchase.Purchase;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a batch of receipts, of which each stands alone: a field of a wrong type spoils its receipt
 * and no other.
 */
public final class BatchReading {
    private static final String LIST = "purchases";

    private BatchReading() {}

    /**
     * What was sent, receipt by receipt as far as it can be read; empty when there is none.
     *
     * @throws Json.Unreadable when the batch as a whole cannot be read
     */
    public static List<Reading<SentPurchase>> read(byte[] body) {
        try {
            List<SentPurchase> all = Json.read(body, SentBatch.class).purchases();
            List<Reading<SentPurchase>> usable = new ArrayList<>();
            if (all != null) {
                all.forEach(one -> usable.add(new Reading.Usable<>(one)));
            }
            return usable;
        } catch (Json.Unreadable whole) {
            List<Json.Each<SentPurchase>> each = whole.fault() == Json.Fault.WRONG_TYPE
                    ? Json.readEach(body, LIST, SentPurchase.class)
                    : List.of();
            if (each.isEmpty()) {
                throw whole;
            }
            return each.stream().map(BatchReading::reading).toList();
        }
    }

    private static Reading<SentPurchase> reading(Json.Each<SentPurchase> one) {
        return one.wrong()
                .<Reading<SentPurchase>>map(e -> new Reading.Unusable<>(List.of(new FieldError(
                        e.field().isEmpty() ? "purchase" : e.field(), e.getMessage()))))
                .orElseGet(() -> new Reading.Usable<>(one.value().orElse(null)));
    }

    /** The readable ones as one record, in their places: what a key of the batch stands for. */
    public static SentBatch readable(List<Reading<SentPurchase>> sent) {
        List<SentPurchase> all = new ArrayList<>();
        for (Reading<SentPurchase> one : sent) {
            all.add(one instanceof Reading.Usable<SentPurchase> good ? good.value() : null);
        }
        return new SentBatch(all);
    }

    /** A receipt of the batch as the core's purchase. */
    public static Reading<Purchase> purchase(Reading<SentPurchase> sent, PartnerId partner) {
        return switch (sent) {
            case Reading.Usable<SentPurchase> good ->
                PurchaseReading.read(good.value(), partner, Channel.API);
            case Reading.Unusable<SentPurchase> bad -> new Reading.Unusable<>(bad.errors());
        };
    }
}
