package shutaf.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

import shutaf.shared.PartnerId;

/**
 * Tells the database for whom the running transaction looks. The setting is local to the
 * transaction: the next borrower of the connection starts with nothing, and sees nothing.
 */
@ApplicationScoped
class Scope {
    private static final Object KEY = Scope.class;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Sql sql;

    /** Runs the call as that partner; a scope that was there before is put back. */
    Object within(PartnerId partner, InvocationContext call) throws Exception {
        Object before = transaction.getResource(KEY);
        if (partner.equals(before)) {
            return call.proceed();
        }
        enter(partner);
        Object result = call.proceed();
        if (before instanceof PartnerId outer) {
            enter(outer);
        }
        return result;
    }

    private void enter(PartnerId partner) {
        sql.run("select set_config('hub.partner', ?, true)", Integer.toString(partner.value()));
        transaction.putResource(KEY, partner);
    }
}
