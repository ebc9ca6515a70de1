package shutaf.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;

import java.util.Optional;
import java.util.function.Supplier;

/** The work and its key in one transaction: both are kept, or neither. */
@ApplicationScoped
class KeyedTransaction {
    @Inject
    private RequestKeys keys;

    /** The key has an answer already; what was done now is rolled back. */
    static final class AnsweredBefore extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String answer;

        private AnsweredBefore(String answer) {
            super("answered before", null, false, false);
            this.answer = answer;
        }

        String answer() {
            return answer;
        }
    }

    @Transactional
    @InHubScope(posts = true)
    public <T> T run(Optional<RequestKey> key, Supplier<KeyedRequests.Done<T>> work) {
        KeyedRequests.Done<T> done = work.get();
        key.flatMap(k -> before(k, done)).ifPresent(answer -> {
            throw new AnsweredBefore(answer);
        });
        return done.outcome();
    }

    private Optional<String> before(RequestKey key, KeyedRequests.Done<?> done) {
        if (done.answer().isPresent()) {
            return keys.keep(key, done.answer().get()).map(RequestKeys.Used::answer);
        }
        // Refused now, but perhaps it was done once: a repeat that comes late gets its answer.
        Optional<RequestKeys.Used> used = keys.find(key);
        if (used.filter(u -> !u.sameContent()).isPresent()) {
            throw new KeyReused();
        }
        return used.map(RequestKeys.Used::answer);
    }
}
