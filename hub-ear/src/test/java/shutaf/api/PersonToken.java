package shutaf.api;

import shutaf.run.DemoCredentials;
import shutaf.run.RunningHub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The access token that Keycloak gives the hub's pages when a person signs in. */
final class PersonToken {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CLIENT = "hub-web";

    private PersonToken() {}

    /** Signs in on Keycloak's page, as a browser does, and fetches the token as the pages do. */
    static String of(RunningHub hub, String username) {
        DemoCredentials.User user = hub.credentials().user(username);
        String back = hub.web() + "/home";
        String realm = hub.keycloak() + "/realms/shutaf/protocol/openid-connect";
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(realm + "/auth?"
                + form(Map.of(
                        "client_id",
                        CLIENT,
                        "redirect_uri",
                        back,
                        "response_type",
                        "code",
                        "scope",
                        "openid")))));
        String cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
        Map<String, String> login =
                Map.of("username", user.username(), "password", user.password());
        HttpResponse<String> signedIn = send(post(
                        URI.create(found("action=\"([^\"]+)\"", page.body()).replace("&amp;", "&")),
                        login)
                .header("Cookie", cookies));
        String code = found(
                "[?&]code=([^&]+)", signedIn.headers().firstValue("Location").orElse(""));
        String secret = hub.keycloakAdmin("/admin/realms/shutaf/clients?clientId=" + CLIENT)
                .at("/0/secret")
                .asText();
        HttpResponse<String> tokens = send(post(
                URI.create(realm + "/token"),
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", back,
                        "client_id", CLIENT,
                        "client_secret", secret)));
        return found("\"access_token\":\"([^\"]+)\"", tokens.body());
    }

    private static HttpRequest.Builder post(URI address, Map<String, String> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signing in", e);
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in Keycloak's answer");
        }
        return matcher.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
