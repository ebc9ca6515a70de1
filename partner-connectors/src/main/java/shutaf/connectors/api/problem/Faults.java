package shutaf.connectors.api.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import shutaf.purchase.ConcurrentReceipt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;

/** What nobody expected: logged with its trace, answered without. */
@Provider
public class Faults implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(Faults.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable fault = thrown instanceof CompletionException && thrown.getCause() != null
                ? thrown.getCause()
                : thrown;
        if (fault instanceof ConcurrentReceipt) {
            Response busy = Problems.response(HttpProblems.of(503));
            return Response.fromResponse(busy).header("Retry-After", 1).build();
        }
        LOG.log(Level.ERROR, "a request of the partner API failed", fault);
        return Problems.response(HttpProblems.of(500));
    }
}
