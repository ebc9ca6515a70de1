package shutaf.connectors.api.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.MDC;

import shutaf.connectors.api.json.Json;
import shutaf.connectors.api.problem.HttpProblems;
import shutaf.connectors.api.problem.Problem;
import shutaf.connectors.api.problem.Problems;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The door of {@code /partners/api}: nobody comes in without a token of a partner's client, except
 * to ask whether the hub is up and what the API looks like.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class TokenFilter extends HttpFilter {
    /** Header that ties a request, its answer and its log lines together. */
    public static final String CORRELATION = "X-Correlation-Id";

    private static final Logger LOG = System.getLogger(TokenFilter.class.getName());
    private static final Set<String> OPEN = Set.of("/api/health", "/api/openapi.json");
    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String BEARER = "Bearer ";
    private static final int MOST_TOKEN = 8_192;

    @Inject
    private transient Callers callers;

    @Inject
    private transient Limits limits;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String correlation = correlation(request.getHeader(CORRELATION));
        response.setHeader(CORRELATION, correlation);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        MDC.put("correlationId", correlation);
        try {
            if (OPEN.contains(path(request))) {
                chain.doFilter(request, response);
            } else {
                admit(request, response, chain);
            }
        } finally {
            MDC.remove("correlationId");
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String header = request.getHeader("Authorization");
        if (header == null
                || header.length() > MOST_TOKEN
                || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            unauthenticated(request, response, "no bearer token", "");
            return;
        }
        String token = header.substring(BEARER.length()).strip();
        // Behind one address, such as a proxy's, guessers must not lock out those who are known.
        if (!limits.mayTry(request.getRemoteAddr()) && !callers.knows(token)) {
            rateLimited(response);
            return;
        }
        switch (callers.admit(token)) {
            case Callers.Admission.Admitted admitted ->
                pass(admitted.caller(), request, response, chain);
            case Callers.Admission.NoPartner stranger -> {
                LOG.log(Level.WARNING, "client {0} is no partner''s", stranger.clientId());
                Problems.write(Problem.noPartner(), response);
            }
            case Callers.Admission.Refused refused -> {
                limits.refused(request.getRemoteAddr());
                unauthenticated(request, response, refused.why(), ", error=\"invalid_token\"");
            }
            case Callers.Admission.Unavailable unavailable -> {
                LOG.log(Level.ERROR, "tokens cannot be judged: {0}", unavailable.why());
                response.setHeader("Retry-After", "5");
                Problems.write(HttpProblems.of(503), response);
            }
        }
    }

    private void pass(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        if (!limits.request(caller)) {
            rateLimited(response);
        } else if (request.getContentLengthLong() > Json.MOST_BYTES) {
            Problems.write(Problem.tooLarge(), response);
        } else {
            chain.doFilter(new Admitted(request, caller), response);
        }
    }

    private static void rateLimited(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "1");
        Problems.write(Problem.rateLimited(), response);
    }

    private static void unauthenticated(
            HttpServletRequest request, HttpServletResponse response, String why, String error)
            throws IOException {
        LOG.log(Level.INFO, "refused {0} below /api: {1}", request.getMethod(), why);
        response.setHeader("WWW-Authenticate", "Bearer realm=\"shutaf\"" + error);
        Problems.write(
                Problem.http(
                        401, "UNAUTHENTICATED", "send a valid token of your client for hub-api"),
                response);
    }

    /** The caller's own id when it can be trusted in a log line, else a new one. */
    static String correlation(String sent) {
        return sent != null && CORRELATION_ID.matcher(sent).matches() ? sent : fresh();
    }

    /** Unlikely to meet again, which is enough for a log; secure random numbers would cost more. */
    private static String fresh() {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        return new UUID(chance.nextLong(), chance.nextLong()).toString();
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** The request of a known caller. */
    private static final class Admitted extends HttpServletRequestWrapper {
        private final Caller caller;

        Admitted(HttpServletRequest request, Caller caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public String getRemoteUser() {
            return caller.clientId();
        }
    }
}
