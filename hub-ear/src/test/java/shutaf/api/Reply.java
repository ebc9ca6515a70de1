package shutaf.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An answer of the API. */
final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<byte[]> http;

    Reply(HttpResponse<byte[]> http) {
        this.http = http;
    }

    int status() {
        return http.statusCode();
    }

    /** Empty when there is none. */
    String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    /** The very bytes of the body, as text. */
    String text() {
        return new String(http.body(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return http.body();
    }

    JsonNode body() {
        try {
            return header("Content-Type").contains("json")
                    ? JSON.readTree(http.body())
                    : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String field) {
        return body().path(field).asText();
    }

    long number(String field) {
        return body().path(field).asLong();
    }

    boolean replayed() {
        return header("Idempotent-Replay").equals("true");
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
