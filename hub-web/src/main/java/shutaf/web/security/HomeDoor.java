package shutaf.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/**
 * Sends each person to the page where their work begins; being asked for is what makes the server
 * ask for a login.
 */
@WebServlet("/home")
public class HomeDoor extends HttpServlet {
    @Inject
    private transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String home = user.getHome();
        if ("/".equals(home)) {
            // A login without any of our roles: say so, instead of going round in circles.
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.sendRedirect(home);
    }
}
