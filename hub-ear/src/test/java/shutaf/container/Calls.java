package shutaf.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.InPartnerScope;
import shutaf.shared.PartnerId;

import java.util.function.Supplier;

/** Runs work under the annotations that the core's own methods carry. */
@ApplicationScoped
public class Calls {
    /** As a partner, in the running transaction or a new one. */
    @Transactional
    @InPartnerScope
    public <T> T as(PartnerId partner, Supplier<T> work) {
        return work.get();
    }

    /** As a partner, in a transaction of its own beside the running one. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @InPartnerScope
    public <T> T asInNew(PartnerId partner, Supplier<T> work) {
        return work.get();
    }

    /** As a partner, but a method that forgot its transaction. */
    @InPartnerScope
    public <T> T asWithoutTransaction(PartnerId partner, Supplier<T> work) {
        return work.get();
    }

    /** As a partner, but a method that forgot to say which. */
    @Transactional
    @InPartnerScope
    public <T> T asNobody(Supplier<T> work) {
        return work.get();
    }

    /** As the hub. */
    @Transactional
    @InHubScope
    public <T> T asHub(Supplier<T> work) {
        return work.get();
    }

    /** As the hub, in the running transaction, which a failure does not end. */
    @InHubScope
    public <T> T asHubInRunning(Supplier<T> work) {
        return work.get();
    }

    /** In a transaction, but as nobody. */
    @Transactional
    public <T> T unscoped(Supplier<T> work) {
        return work.get();
    }
}
