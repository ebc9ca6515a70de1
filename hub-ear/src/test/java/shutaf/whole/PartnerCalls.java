package shutaf.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import shutaf.run.RunningHub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A partner's system: real HTTP with the partner's own token. */
final class PartnerCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final RunningHub hub;
    private final String partner;

    PartnerCalls(RunningHub hub, String partner) {
        this.hub = hub;
        this.partner = partner;
    }

    /** An answer of the API. */
    record Answer(int status, JsonNode body, boolean replayed) {}

    Answer post(String path, JsonNode body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(hub.api() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + hub.token(partner))
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean replayed = answer.headers().firstValue("Idempotent-Replay").isPresent();
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()), replayed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode member(String card, String phone) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("identifiers")
                .add(JSON.createObjectNode().put("scheme", "CARD").put("value", card))
                .add(JSON.createObjectNode().put("scheme", "PHONE").put("value", phone));
        body.putObject("name").put("first", "נועה").put("last", "לוי");
        return body.put("language", "he");
    }

    static ObjectNode purchase(String number, String card, String amount) {
        ObjectNode body = basket(number, card);
        body.put("currency", "ILS").put("total", amount);
        body.putArray("lines")
                .addObject()
                .put("line", 1)
                .put("sku", "7290000066318")
                .put("description", "חלב 3%")
                .put("quantity", "1")
                .put("amount", amount)
                .put("discount", "0.00")
                .put("vatRate", "18")
                .putArray("categories")
                .add("DAIRY");
        return body;
    }

    static ObjectNode batch(List<JsonNode> purchases) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("purchases").addAll(purchases);
        return body;
    }

    static ObjectNode hold(String number, String card, long points) {
        return basket(number, card).put("points", points);
    }

    static ObjectNode nothing() {
        return JSON.createObjectNode();
    }

    private static ObjectNode basket(String number, String card) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("receipt")
                .put("outlet", "01")
                .put("till", "1")
                .put("businessDate", LocalDate.now(ZONE).toString())
                .put("number", number);
        body.put(
                "happenedAt",
                OffsetDateTime.now(ZONE).truncatedTo(ChronoUnit.SECONDS).toString());
        body.putObject("member").put("scheme", "CARD").put("value", card);
        return body;
    }
}
