package shutaf.platform;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.resource.ResourceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;

import java.sql.SQLException;

/**
 * Runs around the transaction interceptor, which lets the transaction manager's checked exceptions
 * out of methods that declare none: whoever calls them catches RuntimeException and would miss it.
 * A database that is away, or that has no connection to spare, is told the same way.
 */
@Interceptor
@Committed
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class CommitInterceptor {
    /** Turns a failed commit, or a lost database, into an exception that callers see. */
    @AroundInvoke
    public Object commitOrTell(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException e) {
            throw new NotCommitted(e);
        } catch (NotCommitted e) {
            throw e;
        } catch (RuntimeException e) {
            throw databaseIsAway(e) ? new NotCommitted(e) : e;
        }
    }

    private static boolean databaseIsAway(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof ResourceException) {
                return true;
            }
            if (t instanceof SQLException failed && connectionLost(failed.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** 08: no connection; 57P: the server is stopping, has crashed, or is starting. */
    private static boolean connectionLost(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
