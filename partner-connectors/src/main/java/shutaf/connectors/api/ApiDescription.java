package shutaf.connectors.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.io.InputStream;

/** The OpenAPI document that the build makes out of the endpoints' own annotations. Open to all. */
@WebServlet("/api/openapi.json")
public class ApiDescription extends HttpServlet {
    private static final String DOCUMENT = "/openapi/openapi.json";

    private byte[] document;

    @Override
    public void init() throws ServletException {
        try (InputStream file = ApiDescription.class.getResourceAsStream(DOCUMENT)) {
            if (file == null) {
                throw new ServletException("the build left out " + DOCUMENT);
            }
            document = file.readAllBytes();
        } catch (IOException e) {
            throw new ServletException("cannot read " + DOCUMENT, e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
