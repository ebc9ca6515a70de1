package shutaf.run;

import com.fasterxml.jackson.databind.JsonNode;

import shutaf.demo.DemoLoad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The partner API as the demo load uses it, with fresh tokens of the demo's clients. */
final class PartnerDoor implements DemoLoad.Door {
    private static final long TOKEN_REUSED = TimeUnit.SECONDS.toNanos(60);

    private final URI api;
    private final DemoCredentials credentials;
    private final Map<String, Token> tokens = new HashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private record Token(String value, long madeAt) {}

    PartnerDoor(URI web, DemoCredentials credentials) {
        this.api = URI.create(web + "/partners/api/v1");
        this.credentials = credentials;
    }

    @Override
    public JsonNode post(String partner, String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token(partner))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return Http.JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + path, e);
        }
    }

    private String token(String partner) {
        Token known = tokens.get(partner);
        if (known == null || System.nanoTime() - known.madeAt > TOKEN_REUSED) {
            DemoCredentials.Client own = credentials.client(partner);
            JsonNode answer = new Http()
                    .form(
                            credentials.tokenUrl(),
                            Map.of(
                                    "grant_type", "client_credentials",
                                    "client_id", own.clientId(),
                                    "client_secret", own.secret()));
            known = new Token(answer.get("access_token").asText(), System.nanoTime());
            tokens.put(partner, known);
        }
        return known.value;
    }
}
