package shutaf.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import shutaf.shared.PartnerId;

/** Runs inside the transaction interceptor, before the first statement of the method. */
@Interceptor
@InPartnerScope
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class PartnerScopeInterceptor {
    @Inject
    private Scope scope;

    /** Sets the scope of the partner that is the method's first argument. */
    @AroundInvoke
    public Object seeOwnRowsOnly(InvocationContext call) throws Exception {
        if (call.getParameters().length == 0
                || !(call.getParameters()[0] instanceof PartnerId partner)) {
            throw new IllegalStateException(
                    call.getMethod() + " needs the partner as its first argument");
        }
        return scope.within(partner, false, call);
    }
}
