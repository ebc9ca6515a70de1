package shutaf.intake;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.HubSettings;
import shutaf.purchase.ConcurrentReceipt;
import shutaf.purchase.Purchase;
import shutaf.purchase.Purchases;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * The one door for purchases. Lists go in as they are, a hundred to a transaction. Single requests
 * that arrive while a transaction is committing are gathered and share the next one: a lone request
 * waits for nobody, many at once cost one commit. Everyone is answered after the commit, with their
 * own outcome.
 */
@ApplicationScoped
public class PurchaseIntake {
    private static final int LIST_AT_ONCE = 100;
    private static final int ATTEMPTS = 5;

    @Inject
    private IntakeTransaction transaction;

    @Inject
    private HubSettings settings;

    @Resource
    private ManagedExecutorService executor;

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int working;

    private record Waiting(
            Purchase purchase,
            Optional<RequestKey> requestKey,
            CompletableFuture<IntakeOutcome> answer) {}

    /** Takes one purchase in; the answer comes after the commit. */
    public CompletionStage<IntakeOutcome> accept(Purchase purchase) {
        return accept(purchase, Optional.empty());
    }

    /** Takes one purchase in that may carry a key of its own besides its receipt. */
    public CompletionStage<IntakeOutcome> accept(
            Purchase purchase, Optional<RequestKey> requestKey) {
        Waiting one = new Waiting(purchase, requestKey, new CompletableFuture<>());
        boolean helpNeeded;
        synchronized (waiting) {
            waiting.addLast(one);
            helpNeeded = working < settings.gatheringWorkers();
            if (helpNeeded) {
                working++;
            }
        }
        if (helpNeeded) {
            help();
        }
        return one.answer;
    }

    /**
     * One more worker; when the server has none to give, those who wait are told instead of
     * forgotten.
     */
    private void help() {
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException e) {
            List<Waiting> batch = next();
            while (!batch.isEmpty()) {
                batch.forEach(one -> one.answer.completeExceptionally(e));
                batch = next();
            }
        }
    }

    /** Takes a list in and returns the outcomes in its order; each purchase stands alone. */
    public List<IntakeOutcome> accept(List<Purchase> purchases) {
        List<IntakeOutcome> outcomes = new ArrayList<>(purchases.size());
        for (int from = 0; from < purchases.size(); from += LIST_AT_ONCE) {
            List<Purchase> part =
                    purchases.subList(from, Math.min(from + LIST_AT_ONCE, purchases.size()));
            outcomes.addAll(acceptPart(part));
        }
        return outcomes;
    }

    /** A receipt that is in the list twice is taken in once and repeated afterwards. */
    private List<IntakeOutcome> acceptPart(List<Purchase> part) {
        Map<Purchases.Key, Integer> first = new LinkedHashMap<>();
        List<Purchase> again = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            if (first.putIfAbsent(key(part.get(i)), i) != null) {
                again.add(part.get(i));
            }
        }
        List<Purchase> once = first.values().stream().map(part::get).toList();
        Iterator<IntakeOutcome> firstAnswers =
                retried(look -> transaction.accept(once, Map.of(), look)).iterator();
        Iterator<IntakeOutcome> laterAnswers = again.isEmpty()
                ? Collections.emptyIterator()
                : acceptPart(again).iterator();
        List<IntakeOutcome> outcomes = new ArrayList<>(part.size());
        for (int i = 0; i < part.size(); i++) {
            boolean isFirst = first.get(key(part.get(i))) == i;
            outcomes.add(isFirst ? firstAnswers.next() : laterAnswers.next());
        }
        return outcomes;
    }

    /** Does it again, and looks first, when one of the receipts turns out to be recorded. */
    private static <T> T retried(Function<Boolean, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.apply(attempt > 1);
            } catch (ConcurrentReceipt e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void work() {
        List<Waiting> batch = next();
        while (!batch.isEmpty()) {
            answer(batch);
            batch = next();
        }
    }

    /** Those who wait, up to the limit and each receipt once; an empty batch ends this worker. */
    private List<Waiting> next() {
        synchronized (waiting) {
            Map<Purchases.Key, Waiting> batch = new LinkedHashMap<>();
            Deque<Waiting> later = new ArrayDeque<>();
            while (!waiting.isEmpty() && batch.size() < settings.gatheringLimit()) {
                Waiting one = waiting.removeFirst();
                if (batch.putIfAbsent(key(one.purchase), one) != null) {
                    later.addFirst(one);
                }
            }
            later.forEach(waiting::addFirst);
            if (batch.isEmpty()) {
                working--;
            }
            return List.copyOf(batch.values());
        }
    }

    private void answer(List<Waiting> batch) {
        try {
            List<Purchase> purchases = batch.stream().map(Waiting::purchase).toList();
            Map<Purchases.Key, RequestKey> keys = new HashMap<>();
            batch.forEach(one -> one.requestKey.ifPresent(k -> keys.put(key(one.purchase), k)));
            List<IntakeOutcome> outcomes =
                    retried(look -> transaction.accept(purchases, keys, look));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(outcomes.get(i));
            }
        } catch (RuntimeException | Error e) {
            // Whatever it is: a worker that died of it would leave all who come later waiting.
            if (batch.size() == 1) {
                fail(batch.getFirst(), e);
            } else {
                // One of them spoils the transaction: each alone, so that only that one fails.
                batch.forEach(one -> answer(List.of(one)));
            }
        }
    }

    private static void fail(Waiting one, Throwable e) {
        if (e instanceof KeyReused) {
            one.answer.complete(new IntakeOutcome.Refused(
                    Refusal.of(RefusalReason.KEY_REUSED, e.getMessage())));
        } else {
            one.answer.completeExceptionally(e);
        }
    }

    private static Purchases.Key key(Purchase p) {
        return new Purchases.Key(p.partner(), p.receipt());
    }
}
