package shutaf.connectors.api;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import shutaf.connectors.runtime.RoutesState;
import shutaf.platform.DatabasePulse;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** Says whether receipts can be taken in: the database answers and the routes run. Open to all. */
@WebServlet("/api/health")
public class Health extends HttpServlet {
    private static final Logger LOG = System.getLogger(Health.class.getName());
    private static final byte[] UP = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DOWN = "{\"status\":\"DOWN\"}".getBytes(StandardCharsets.UTF_8);
    private static final long KEPT_NANOS = 500_000_000L;

    @Inject
    private transient DatabasePulse database;

    @Inject
    private transient Instance<RoutesState> routes;

    private volatile boolean up;
    private volatile long askedNanos = System.nanoTime() - KEPT_NANOS;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean healthy = healthy();
        byte[] body = healthy ? UP : DOWN;
        response.setStatus(
                healthy ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Asks at most twice a second, so that nobody without a login can keep the database busy. */
    private synchronized boolean healthy() {
        if (System.nanoTime() - askedNanos >= KEPT_NANOS) {
            up = routesUp() && databaseUp();
            askedNanos = System.nanoTime();
        }
        return up;
    }

    private boolean routesUp() {
        return routes.stream().allMatch(RoutesState::routesUp);
    }

    private boolean databaseUp() {
        try {
            return database.beats();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the database does not answer", e);
            return false;
        }
    }
}
