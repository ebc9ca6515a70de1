package shutaf.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the hub publishes of its API, as a judge: an answer must have a described status, a
 * described media type and the described content, and no field more.
 */
final class Published {
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode description;
    private final ObjectNode components;
    private final Set<String> given = new TreeSet<>();

    Published(JsonNode description) {
        this.description = description;
        this.components = description.get("components").deepCopy();
        components.get("schemas").forEach(Published::close);
    }

    /** A field that is not described is a fault; the document itself lets partners expect more. */
    private static void close(JsonNode schema) {
        if (schema.path("type").asText().equals("object")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** Fails unless the answer is one of those that are described for the request. */
    void judge(Call call, Reply reply) {
        Optional<Map.Entry<String, JsonNode>> operation = operation(call);
        String mediaType = reply.header("Content-Type").replaceFirst(";.*", "").strip();
        if (operation.isEmpty()) {
            assertThat(mediaType).as(call + " -> " + reply).isEqualTo("application/problem+json");
            return;
        }
        JsonNode responses = operation.get().getValue().get("responses");
        String status = Integer.toString(reply.status());
        JsonNode response = followed(responses.path(responses.has(status) ? status : "default"));
        JsonNode content = response.path("content").path(mediaType);
        assertThat(content.isMissingNode())
                .as("%s -> %s: %s is not described", call, reply, mediaType)
                .isFalse();
        if (mediaType.endsWith("json")) {
            assertThat(faults(content.get("schema"), reply.body()))
                    .as("%s -> %s", call, reply)
                    .isEmpty();
        }
        if (responses.has(status)) {
            given.add(operation.get().getKey() + " " + status);
            judgeRequest(call, operation.get().getValue());
        }
    }

    /** What was taken must be what partners are told to send. */
    private void judgeRequest(Call call, JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode() && call.asDescribed()) {
            assertThat(faultsOfRequest(schema, call.json())).as("%s", call).isEmpty();
        }
    }

    /** Answers that are described and that nobody has been given yet. */
    Set<String> notGiven() {
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .path("responses")
                                .fieldNames()
                                .forEachRemaining(status -> described.add(
                                        name(operation.getKey(), path.getKey(), status)))));
        described.removeIf(answer -> answer.endsWith("default"));
        described.removeAll(given);
        return described;
    }

    private Optional<Map.Entry<String, JsonNode>> operation(Call call) {
        String path = "/api/v1" + call.path().replaceFirst("\\?.*", "");
        String method = call.method().toLowerCase(Locale.ROOT);
        return description.get("paths").properties().stream()
                .filter(known ->
                        matches(known.getKey(), path) && known.getValue().has(method))
                .max(Comparator.comparingInt(known -> literal(known.getKey())))
                .map(known -> Map.entry(
                        name(method, known.getKey(), "").strip(),
                        known.getValue().get(method)));
    }

    private static String name(String method, String path, String status) {
        return method + " " + path + " " + status;
    }

    /** Of two addresses that fit, the one with more letters of its own is meant. */
    private static int literal(String template) {
        return template.replaceAll("\\{[^}]+}", "").length();
    }

    private static boolean matches(String template, String path) {
        String pattern = Pattern.compile("\\{[^}]+}").matcher(template).replaceAll("[^/]+");
        return path.matches(pattern);
    }

    private JsonNode followed(JsonNode response) {
        return response.has("$ref")
                ? description.at(response.get("$ref").asText().substring(1))
                : response;
    }

    private Set<?> faults(JsonNode schema, JsonNode value) {
        return faults(schema, value, components);
    }

    private Set<?> faultsOfRequest(JsonNode schema, JsonNode value) {
        return faults(schema, value, description.get("components"));
    }

    private static Set<?> faults(JsonNode schema, JsonNode value, JsonNode components) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return SCHEMAS.getSchema(whole, STRICT).validate(value);
    }
}
