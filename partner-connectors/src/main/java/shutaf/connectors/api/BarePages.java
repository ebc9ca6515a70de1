package shutaf.connectors.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import shutaf.connectors.api.problem.HttpProblems;
import shutaf.connectors.api.problem.Problems;

import java.io.IOException;

/** What the server would answer with a page of its own becomes a problem document; see web.xml. */
@WebServlet("/fault")
public class BarePages extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problems.write(HttpProblems.of(status instanceof Integer code ? code : 404), response);
    }
}
