package shutaf.web.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import shutaf.web.look.Preferences;
import shutaf.web.look.Words;
import shutaf.web.security.SafeHeaders;

import java.io.IOException;
import java.util.Locale;

/**
 * What a person sees when a page cannot be shown: what it means and what to do, in their language.
 * It needs neither Faces nor the database, since it must work when they do not; it never shows a
 * stack trace.
 */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // Only the server's own error dispatch has a status; asked for directly, this page does not
        // exist.
        Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = given instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
        String kind = switch (status) {
            case 401, 403 -> "403";
            case 404 -> "404";
            case 400, 405, 413 -> "400";
            default -> "500";
        };
        String language = Preferences.language(request);
        Locale locale = Locale.of(language);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        SafeHeaders.writeStrict(request, response);
        response.getWriter()
                .write(page(
                        language,
                        Preferences.direction(language),
                        Words.in(locale, "error." + kind + ".title"),
                        Words.in(locale, "error." + kind + ".text"),
                        Words.in(locale, "error.back"),
                        status));
    }

    private static String page(Object... parts) {
        return """
            <!DOCTYPE html>
            <html lang="%1$s" dir="%2$s">
            <head>
              <meta charset="UTF-8"/>
              <meta name="viewport" content="width=device-width, initial-scale=1"/>
              <title>%3$s</title>
              <link rel="icon" href="/look/mark.svg"/>
              <link rel="stylesheet" href="/look/look.css"/>
              <link rel="stylesheet" href="/look/light.css"/>
            </head>
            <body>
              <main class="plain">
                <img src="/look/mark.svg" alt="" width="56" height="56"/>
                <h1>%3$s</h1>
                <p class="soft">%4$s</p>
                <p><a class="button button--main" href="/">%5$s</a></p>
                <p class="tiny soft"><bdi dir="ltr">%6$s</bdi></p>
              </main>
            </body>
            </html>
            """.formatted(parts);
    }
}
