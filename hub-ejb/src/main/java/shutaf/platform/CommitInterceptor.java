package shutaf.platform;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;

/**
 * Runs around the transaction interceptor, which lets the transaction manager's checked exceptions
 * out of methods that declare none: whoever calls them catches RuntimeException and would miss it.
 */
@Interceptor
@Committed
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class CommitInterceptor {
    /** Turns a failed commit into an exception that callers see. */
    @AroundInvoke
    public Object commitOrTell(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException e) {
            throw new NotCommitted(e);
        }
    }
}
