package shutaf.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/**
 * What every answer tells the browser: run nothing but our own scripts, be framed by nobody, keep
 * no page of a signed-in person.
 *
 * <p>Light pages have no inline script at all, so theirs is the strictest policy. On back-office
 * pages PrimeFaces adds a second policy with the nonce of its scripts; a browser obeys both, so
 * that one must not be forbidden here. It sets style attributes on its tables, hence
 * style-src-attr.
 */
public class SafeHeaders extends HttpFilter {
    private static final String COMMON =
            "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
                    + " object-src 'none';"
                    + " frame-src 'none'; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'self'";
    private static final String LIGHT = "default-src 'none'; script-src 'self'; style-src 'self'; ";
    private static final String OFFICE = "worker-src 'none'; media-src 'none'; "
            + "style-src-elem 'self'; style-src-attr 'unsafe-inline'; ";
    private static final String YEAR = "max-age=31536000";

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        write(request, response, isOffice(path));
        if (path.startsWith("/look/")) {
            boolean marked = request.getQueryString() != null;
            response.setHeader(
                    "Cache-Control",
                    marked ? "public, immutable, " + YEAR : "public, max-age=86400");
        } else if (!path.startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    /**
     * The headers of a page without any inline script or style; an error page sets them anew after
     * a reset.
     */
    public static void writeStrict(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, false);
        response.setHeader("Cache-Control", "no-store");
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, boolean office) {
        response.setHeader("Content-Security-Policy", policy(office));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", YEAR);
        }
    }

    private static boolean isOffice(String path) {
        return path.startsWith("/crm/") || path.startsWith("/desk/");
    }

    /**
     * Sign-out and an ended session lead a form's answer on to Keycloak, which form-action must
     * therefore know.
     */
    private static String policy(boolean office) {
        String login = Keycloak.origin().map(o -> " " + o).orElse("");
        return (office ? OFFICE : LIGHT) + COMMON + login;
    }
}
