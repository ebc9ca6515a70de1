package shutaf.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.hibernate.HibernateException;

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

    /**
     * Runs the call as that partner; a scope that was there before is put back, also when the call
     * fails: whoever catches that goes on with its own eyes.
     */
    Object within(PartnerId partner, boolean posts, InvocationContext call) throws Exception {
        Object before = transaction.getResource(KEY);
        if (partner.equals(before)) {
            return call.proceed();
        }
        enter(partner, posts);
        boolean failed = true;
        try {
            Object result = call.proceed();
            failed = false;
            return result;
        } finally {
            if (before instanceof PartnerId outer) {
                leaveFor(outer, failed);
            }
        }
    }

    private void leaveFor(PartnerId outer, boolean failed) {
        if (!failed) {
            enter(outer, false);
        } else if (!transaction.getRollbackOnly()) {
            try {
                enter(outer, false);
            } catch (HibernateException refused) {
                // The failure was the database's: it answers nothing more, so nothing is seen. The
                // caller shall hear of that failure, not of this one.
                transaction.setRollbackOnly();
            }
        }
    }

    private void enter(PartnerId partner, boolean posts) {
        sql.run(
                "select set_config('hub.partner', ?, true), set_config('plan_cache_mode', ?, true)",
                Integer.toString(partner.value()),
                posts ? "force_generic_plan" : "auto");
        transaction.putResource(KEY, partner);
    }
}
