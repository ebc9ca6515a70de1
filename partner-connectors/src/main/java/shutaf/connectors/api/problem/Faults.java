package shutaf.connectors.api.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import shutaf.platform.NotCommitted;
import shutaf.purchase.ConcurrentReceipt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/**
 * What is not an answer of the core's. Another try may help with some of it, and then says so: a
 * till that sends the same receipt or key again is answered right, whatever became of the first.
 * The rest nobody expected: logged with its trace, answered without.
 */
@Provider
public class Faults implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(Faults.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable fault = thrown instanceof CompletionException && thrown.getCause() != null
                ? thrown.getCause()
                : thrown;
        if (passes(fault)) {
            LOG.log(Level.WARNING, "a request must be sent again: {0}", fault.toString());
            Response busy = Problems.response(HttpProblems.of(503));
            return Response.fromResponse(busy).header("Retry-After", 1).build();
        }
        LOG.log(Level.ERROR, "a request of the partner API failed", fault);
        return Problems.response(HttpProblems.of(500));
    }

    /** Somebody else was faster, the commit failed, or the server has no thread to spare. */
    private static boolean passes(Throwable fault) {
        return fault instanceof ConcurrentReceipt
                || fault instanceof NotCommitted
                || fault instanceof RejectedExecutionException;
    }
}
