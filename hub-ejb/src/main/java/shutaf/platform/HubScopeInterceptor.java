package shutaf.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import shutaf.shared.PartnerId;

import java.lang.reflect.Method;

/** Runs inside the transaction interceptor, before the first statement of the method. */
@Interceptor
@InHubScope
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class HubScopeInterceptor {
    @Inject
    private Scope scope;

    /** Sets the hub's scope for the call. */
    @AroundInvoke
    public Object seeEverything(InvocationContext call) throws Exception {
        return scope.within(PartnerId.HUB, posts(call.getMethod()), call);
    }

    private static boolean posts(Method method) {
        InHubScope own = method.getAnnotation(InHubScope.class);
        return own == null
                ? method.getDeclaringClass().getAnnotation(InHubScope.class).posts()
                : own.posts();
    }
}
