package shutaf.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import java.io.IOException;
import java.util.Optional;

/**
 * A true logout: ends our session and then Keycloak's, so that the next person at this till has to
 * log in. Only a POST does it; a link or picture on another page must not log anybody out.
 */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {
    @Inject
    private transient CurrentUser user;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> proof = user.idToken();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Clear-Site-Data", "\"cache\"");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                proof.flatMap(p -> Keycloak.endSession(p, SiteAddress.of(request) + "/"))
                        .orElse("/"));
    }
}
