package shutaf.web.look;

import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Optional;

/** Hands a file over. It is always saved, never shown inside our site, whatever is in it. */
public final class Download {
    private Download() {}

    /** Sends the file, or 404 when there is none. */
    public static void send(
            HttpServletResponse response, Optional<byte[]> file, String type, String name)
            throws IOException {
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        begin(response, type, name);
        response.setContentLength(file.get().length);
        response.getOutputStream().write(file.get());
    }

    /** The headers of a file whose bytes follow. */
    public static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
