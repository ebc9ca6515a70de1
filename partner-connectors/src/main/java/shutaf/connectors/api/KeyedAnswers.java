package shutaf.connectors.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

import shutaf.connectors.api.json.Json;
import shutaf.intake.KeyedRequests;
import shutaf.intake.RequestKey;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers writes that may carry a key: a key that comes again gets the very bytes of the first
 * time.
 */
@ApplicationScoped
class KeyedAnswers {
    @Inject
    private KeyedRequests requests;

    /** Does the work once for its key. A refusal does not use the key up. */
    Response once(Optional<RequestKey> key, Supplier<Answer> work) {
        return switch (requests.once(key, () -> done(work.get()))) {
            case KeyedRequests.Once.Now<Answer> now -> now.outcome().response();
            case KeyedRequests.Once.Before<Answer> before ->
                Answer.again(before.answer().getBytes(StandardCharsets.UTF_8));
            case KeyedRequests.Once.Reused<Answer> reused ->
                Answer.refused(keyReused()).response();
        };
    }

    /** Keeps the key of a list; false when it stands for another one. */
    boolean claim(Optional<RequestKey> key) {
        return key.isEmpty() || requests.claim(key.get());
    }

    static Refusal keyReused() {
        return Refusal.of(
                RefusalReason.KEY_REUSED,
                "this Idempotency-Key was used for another request before; take a new one");
    }

    private static KeyedRequests.Done<Answer> done(Answer answer) {
        return new KeyedRequests.Done<>(
                answer,
                answer.isRefusal()
                        ? Optional.empty()
                        : Optional.of(
                                new String(Json.write(answer.body()), StandardCharsets.UTF_8)));
    }
}
