package shutaf.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.purchase.ConcurrentReceipt;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a write happen once for its Idempotency-Key: the second time the first answer comes back,
 * letter by letter. For writes that are rare; purchases keep their keys themselves, many at a time.
 */
@ApplicationScoped
public class KeyedRequests {
    private static final int ATTEMPTS = 5;

    @Inject
    private KeyedTransaction transaction;

    /**
     * What a write came to.
     *
     * @param outcome what became of it
     * @param answer what to answer when the key comes again; empty when nothing was done, so that
     *     the key stays free
     */
    public record Done<T>(T outcome, Optional<String> answer) {}

    /** What to answer. */
    public sealed interface Once<T> {
        /**
         * It was worked on now.
         *
         * @param outcome what became of it
         */
        record Now<T>(T outcome) implements Once<T> {}

        /**
         * The key came before, with the same content.
         *
         * @param answer what was answered then
         */
        record Before<T>(String answer) implements Once<T> {}

        /** The key came before, with other content. */
        record Reused<T>() implements Once<T> {}
    }

    /**
     * Does the work in one transaction, again when another request got in between.
     *
     * @param key empty when the caller sent none
     * @param work may run more than once; only the last run counts
     */
    public <T> Once<T> once(Optional<RequestKey> key, Supplier<Done<T>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Once.Now<>(transaction.run(key, work));
            } catch (KeyedTransaction.AnsweredBefore e) {
                return new Once.Before<>(e.answer());
            } catch (KeyReused e) {
                return new Once.Reused<>();
            } catch (ConcurrentReceipt e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Keeps a key for a list whose parts each stand alone and are repeatable by themselves.
     *
     * @return false when the key stands for another list
     */
    public boolean claim(RequestKey key) {
        return !(once(Optional.of(key), () -> new Done<>(true, Optional.of("")))
                instanceof Once.Reused<Boolean>);
    }
}
