package shutaf.web.look;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a choice of language or theme in a cookie and leads back to the same page without the
 * parameter, so that links and bookmarks stay clean. Changes nothing but the person's own cookie,
 * so a GET may do it.
 */
public class PreferenceSwitch extends HttpFilter {
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!"GET".equals(request.getMethod()) || !keepChoices(request, response)) {
            chain.doFilter(request, response);
            return;
        }
        // One leading slash: an address that begins with two would lead to another host.
        String path = "/" + request.getRequestURI().replaceFirst("^[/\\\\]+", "");
        String rest = Preferences.queryWithoutChoices(request.getQueryString());
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", rest.isEmpty() ? path : path + "?" + rest);
    }

    private static boolean keepChoices(HttpServletRequest request, HttpServletResponse response) {
        boolean chosen = false;
        for (String choice : List.of(Preferences.LANGUAGE, Preferences.THEME)) {
            Optional<String> value = Preferences.allowed(choice, request.getParameter(choice));
            value.ifPresent(v -> response.addCookie(cookie(Preferences.name(choice), v)));
            chosen |= value.isPresent();
        }
        return chosen;
    }

    private static Cookie cookie(String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(YEAR_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
