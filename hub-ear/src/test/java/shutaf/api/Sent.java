package shutaf.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Good bodies as partners' systems send them, of today, at outlet 01. */
final class Sent {
    static final ObjectMapper JSON = new ObjectMapper();
    static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");

    /** The same for all bodies, so that one that is made again is the same one. */
    @SuppressWarnings("TimeInStaticInitializer") // The time at class loading is what is meant.
    private static final OffsetDateTime NOW =
            OffsetDateTime.now(ZONE).truncatedTo(ChronoUnit.SECONDS);

    private Sent() {}

    static OffsetDateTime now() {
        return NOW;
    }

    static ObjectNode card(String card) {
        return JSON.createObjectNode().put("scheme", "CARD").put("value", card);
    }

    static ObjectNode member(String card) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("identifiers").add(card(card));
        body.putObject("name").put("first", "נועה").put("last", "לוי");
        body.put("language", "he")
                .putArray("consents")
                .addObject()
                .put("purpose", "MARKETING")
                .put("channel", "SMS")
                .put("granted", true)
                .put("wording", "v3");
        return body;
    }

    static ObjectNode purchase(String number, String card, String amount) {
        ObjectNode body = receipt(number);
        body.set("member", card(card));
        body.put("currency", "ILS").put("total", amount);
        body.putArray("lines")
                .addObject()
                .put("line", 1)
                .put("sku", "7290000066318")
                .put("description", "חלב 3%")
                .put("quantity", "2")
                .put("amount", amount)
                .put("discount", "0.00")
                .put("vatRate", "18")
                .putArray("categories")
                .add("DAIRY");
        return body;
    }

    /** Line 1 of a receipt comes back, in full or in part. */
    static ObjectNode goodsBack(String number, String sale, String amount) {
        ObjectNode body = receipt(number);
        body.set("original", receipt(sale).get("receipt"));
        body.putArray("lines")
                .addObject()
                .put("line", 1)
                .put("originalLine", 1)
                .put("quantity", "1")
                .put("amount", amount);
        return body.put("total", amount);
    }

    static ObjectNode hold(String number, String card, long points) {
        ObjectNode body = receipt(number);
        body.set("member", card(card));
        return body.put("points", points);
    }

    static ObjectNode points(long points) {
        return JSON.createObjectNode().put("points", points);
    }

    static ObjectNode reversal(String reason) {
        return JSON.createObjectNode().put("reason", reason);
    }

    static ObjectNode batch(ObjectNode... purchases) {
        ObjectNode body = JSON.createObjectNode();
        var list = body.putArray("purchases");
        for (ObjectNode purchase : purchases) {
            list.add(purchase);
        }
        return body;
    }

    private static ObjectNode receipt(String number) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("receipt")
                .put("outlet", "01")
                .put("till", "1")
                .put("businessDate", NOW.toLocalDate().toString())
                .put("number", number);
        return body.put("happenedAt", now().toString());
    }
}
