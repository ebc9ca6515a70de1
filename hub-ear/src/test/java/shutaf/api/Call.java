package shutaf.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import shutaf.run.RunningHub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A request to the API; each change makes another one, so that it can be sent again. */
final class Call {
    static final RunningHub HUB = RunningHub.get();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final Published PUBLISHED = new Published(description());

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean told;
    private final boolean described;

    /** Path below /partners/api/v1; told: whether the length is told beforehand. */
    private Call(
            String method,
            String path,
            Map<String, String> headers,
            byte[] body,
            boolean told,
            boolean described) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
        this.told = told;
        this.described = described;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** Whether the body is as partners are told to send it, as far as it is taken. */
    boolean asDescribed() {
        return described && body.length > 0;
    }

    static Published published() {
        return PUBLISHED;
    }

    static Call get(String path) {
        return new Call("GET", path, Map.of(), new byte[0], true, true);
    }

    static Call post(String path, JsonNode body) {
        return post(path, body.toString());
    }

    static Call post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    static Call post(String path, byte[] body) {
        return new Call("POST", path, Map.of("Content-Type", "application/json"), body, true, true);
    }

    /** Under another method. */
    Call as(String otherMethod) {
        return new Call(otherMethod, path, headers, body, told, described);
    }

    /** With a token of that partner's client. */
    Call by(String partner) {
        return with("Authorization", "Bearer " + HUB.token(partner));
    }

    Call keyed(String key) {
        return with("Idempotency-Key", key);
    }

    Call with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body, told, described);
    }

    /** With a body that comes in pieces, whose length nobody knows before its end. */
    Call inPieces() {
        return new Call(method, path, headers, body, false, described);
    }

    /** With a body that partners are told not to send, and that is taken all the same. */
    Call strange() {
        return new Call(method, path, headers, body, told, false);
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it; the answer has passed the published description. */
    Reply send() {
        BodyPublisher content = body.length == 0
                ? BodyPublishers.noBody()
                : told
                        ? BodyPublishers.ofByteArray(body)
                        : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(HUB.api() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, content);
        headers.forEach(request::header);
        Reply reply = new Reply(answer(request.build()));
        PUBLISHED.judge(this, reply);
        return reply;
    }

    private static HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + request.uri(), e);
        }
    }

    private static JsonNode description() {
        URI at = URI.create(HUB.web() + "/partners/api/openapi.json");
        try {
            return JSON.readTree(answer(HttpRequest.newBuilder(at).build()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without token and body, which a failing test would print. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
