package shutaf.whole;

import shutaf.run.RunningHub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person at a browser without scripts: follows redirects, keeps cookies for each server, signs in
 * on Keycloak's real page. Cookies marked Secure go to loopback as browsers send them.
 */
final class WebSession {
    private static final Pattern LOGIN_FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 12;

    private final RunningHub hub;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

    private WebSession(RunningHub hub) {
        this.hub = hub;
    }

    /** An answer after all redirects. */
    static final class Answer {
        private final HttpResponse<byte[]> last;

        private Answer(HttpResponse<byte[]> last) {
            this.last = last;
        }

        int status() {
            return last.statusCode();
        }

        URI at() {
            return last.uri();
        }

        byte[] body() {
            return last.body();
        }

        String text() {
            return new String(last.body(), StandardCharsets.UTF_8);
        }
    }

    /** Somebody who has not signed in. */
    static WebSession anonymous(RunningHub hub) {
        return new WebSession(hub);
    }

    /** Signs in. */
    static WebSession of(RunningHub hub, String username) {
        WebSession session = new WebSession(hub);
        Answer login = session.get("/home");
        Matcher form = LOGIN_FORM.matcher(login.text());
        if (!form.find()) {
            throw new IllegalStateException("no login page at " + login.at());
        }
        URI action = login.at().resolve(form.group(1).replace("&amp;", "&"));
        String body =
                Map.of("username", username, "password", hub.password(username)).entrySet().stream()
                        .map(e -> e.getKey() + "="
                                + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        Answer home = session.follow(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (!home.at().toString().startsWith(hub.web().toString())) {
            throw new IllegalStateException(username + " was not let in: " + home.at());
        }
        return session;
    }

    /** Gets a page of the hub. */
    Answer get(String path) {
        return follow(HttpRequest.newBuilder(URI.create(hub.web() + path)).GET());
    }

    private Answer follow(HttpRequest.Builder first) {
        HttpRequest.Builder next = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<byte[]> answer = send(next);
            boolean redirect = answer.statusCode() / 100 == 3;
            if (!redirect) {
                return new Answer(answer);
            }
            String location = answer.headers().firstValue("Location").orElseThrow();
            next = HttpRequest.newBuilder(answer.uri().resolve(location)).GET();
        }
        throw new IllegalStateException("redirected in circles");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        URI target = request.build().uri();
        Map<String, String> jar =
                cookies.computeIfAbsent(target.getAuthority(), k -> new LinkedHashMap<>());
        if (!jar.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        // Without it the server takes us for a script and answers 401 instead of the login page.
        request.setHeader("Accept", "text/html,application/pdf");
        try {
            HttpResponse<byte[]> answer = client.send(
                    request.timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(jar, cookie));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(Map<String, String> jar, String cookie) {
        String pair = cookie.substring(0, (cookie + ";").indexOf(';'));
        int equals = pair.indexOf('=');
        jar.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
}
