package shutaf.connectors.batch;

import shutaf.filing.FileProgress;
import shutaf.intake.IntakeOutcome;
import shutaf.purchase.ConcurrentReceipt;
import shutaf.purchase.Purchase;
import shutaf.returns.GoodsReturn;
import shutaf.returns.ReturnOutcome;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Second pass over one file: posts its receipts and writes what became of each, in the file's
 * order. Sales go by the hundred, two lists at a time; a return waits until all before it is
 * posted, for its sale may be among them.
 */
final class FilePosting {
    private static final Logger LOG = System.getLogger(FilePosting.class.getName());
    private static final int LIST = 100;
    private static final int LINES_IN_LIST = 2_000;
    private static final int LISTS_IN_FLIGHT = 2;
    /**
     * Lists between two restart points: about a second of work that is done again after a crash.
     */
    private static final int LISTS_PER_RESTART_POINT = 10;

    private static final int ATTEMPTS = 5;

    private final Doors doors;
    private final ExecutorService threads;
    private final Predicate<FileProgress> reached;
    private final Answer answer;
    private final Deque<SentList> flying = new ArrayDeque<>();
    private final Set<String> keysFlying = new HashSet<>();
    private List<FileReceipt> list = new ArrayList<>();
    private int linesInList;
    private int answered;

    /**
     * Where receipts go.
     *
     * @param sales takes a list in, in one transaction, and answers in its order
     * @param returns takes goods back
     */
    record Doors(
            Function<List<Purchase>, List<IntakeOutcome>> sales,
            Function<GoodsReturn, ReturnOutcome> returns) {}

    /**
     * Posting had to stop before the end; some other time it goes on from the last restart point.
     */
    static final class Stopped extends RuntimeException {
        Stopped(String reason) {
            super(reason, null, false, false);
        }
    }

    private record SentList(List<FileReceipt> receipts, Future<List<IntakeOutcome>> outcomes) {}

    /**
     * Prepares to post.
     *
     * @param reached stores a restart point; false when posting must stop
     */
    FilePosting(
            Doors doors, ExecutorService threads, Predicate<FileProgress> reached, Answer answer) {
        this.doors = doors;
        this.threads = threads;
        this.reached = reached;
        this.answer = answer;
    }

    /**
     * Posts what is left of the file and completes the answer.
     *
     * @return what became of all of it
     * @throws Stopped when posting must stop before the end
     */
    FileProgress post(FileReceipts receipts) throws IOException, MalformedFile {
        try {
            for (Optional<FileReceipt> r = receipts.next(); r.isPresent(); r = receipts.next()) {
                take(r.get());
            }
            landAll();
            answer.total();
            return answer.secured();
        } finally {
            // Nothing of this file may still be posted when the next attempt begins.
            flying.forEach(FilePosting::await);
        }
    }

    /** Understands all receipts of a test file and posts none. */
    static FileProgress rehearse(FileReceipts receipts, Answer answer)
            throws IOException, MalformedFile {
        for (Optional<FileReceipt> r = receipts.next(); r.isPresent(); r = receipts.next()) {
            ReceiptOutcome outcome = r.get().content() instanceof FileReceipt.Broken broken
                    ? ReceiptOutcome.of(broken)
                    : ReceiptOutcome.test();
            write(r.get(), List.of(outcome), answer);
        }
        answer.total();
        return answer.secured();
    }

    private void take(FileReceipt receipt) throws IOException {
        if (receipt.goodsBack().isPresent()) {
            landAll();
            write(receipt, alone(receipt), answer);
            return;
        }
        // The same receipt again, with others in between: only after the first one has its outcome.
        if (!keysFlying.add(receipt.key())) {
            landAll();
            keysFlying.add(receipt.key());
        }
        list.add(receipt);
        linesInList += receipt.lines().size();
        if (list.size() == LIST || linesInList >= LINES_IN_LIST) {
            send();
        }
    }

    private void send() throws IOException {
        if (list.isEmpty()) {
            return;
        }
        List<Purchase> sales = list.stream().flatMap(r -> r.sale().stream()).toList();
        flying.addLast(new SentList(list, threads.submit(() -> doors.sales().apply(sales))));
        list = new ArrayList<>();
        linesInList = 0;
        while (flying.size() >= LISTS_IN_FLIGHT) {
            land();
        }
    }

    private void landAll() throws IOException {
        send();
        while (!flying.isEmpty()) {
            land();
        }
    }

    /** Waits for the oldest list and writes its outcomes. */
    private void land() throws IOException {
        SentList sent = flying.getFirst();
        Iterator<IntakeOutcome> outcomes = outcomes(sent).iterator();
        flying.removeFirst();
        for (FileReceipt receipt : sent.receipts()) {
            write(receipt, outcome(receipt, outcomes), answer);
            keysFlying.remove(receipt.key());
        }
        if (++answered % LISTS_PER_RESTART_POINT == 0) {
            restartPoint();
        }
    }

    private List<ReceiptOutcome> outcome(FileReceipt receipt, Iterator<IntakeOutcome> outcomes)
            throws IOException {
        if (receipt.content() instanceof FileReceipt.Broken || !outcomes.hasNext()) {
            return alone(receipt);
        }
        return List.of(ReceiptOutcome.of(receipt.sale().orElseThrow(), outcomes.next()));
    }

    /**
     * The outcomes of a list; none when one of its receipts spoils it, so that each is tried alone.
     */
    private static List<IntakeOutcome> outcomes(SentList sent) {
        try {
            return sent.outcomes().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped("the server stops");
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "a list of receipts is tried one by one", e.getCause());
            return List.of();
        }
    }

    private static void await(SentList sent) {
        try {
            sent.outcomes().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.log(Level.DEBUG, "a list that nobody waits for failed", e.getCause());
        }
    }

    /** Posts one receipt by itself, the sold goods before those that came back. */
    private List<ReceiptOutcome> alone(FileReceipt receipt) throws IOException {
        if (receipt.content() instanceof FileReceipt.Broken broken) {
            return List.of(ReceiptOutcome.of(broken));
        }
        List<ReceiptOutcome> outcomes = new ArrayList<>(2);
        if (receipt.sale().isPresent()) {
            Purchase sale = receipt.sale().get();
            outcomes.add(orFault(
                    receipt,
                    () -> ReceiptOutcome.of(
                            sale, doors.sales().apply(List.of(sale)).getFirst())));
        }
        if (receipt.goodsBack().isPresent()) {
            GoodsReturn back = receipt.goodsBack().get();
            outcomes.add(
                    orFault(receipt, () -> ReceiptOutcome.of(doors.returns().apply(back))));
        }
        return outcomes;
    }

    private ReceiptOutcome orFault(FileReceipt receipt, Supplier<ReceiptOutcome> work)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConcurrentReceipt e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (RuntimeException e) {
                // Where the database is out of reach this throws, and it is no fault of the
                // receipt.
                restartPoint();
                LOG.log(Level.ERROR, "receipt " + receipt.key() + " cannot be processed", e);
                return ReceiptOutcome.fault();
            }
        }
    }

    private static void write(FileReceipt receipt, List<ReceiptOutcome> outcomes, Answer answer)
            throws IOException {
        for (ReceiptOutcome outcome : outcomes) {
            answer.add(receipt, outcome);
        }
        Optional<ReceiptOutcome> why =
                outcomes.stream().filter(ReceiptOutcome::goesBack).findFirst();
        if (why.isPresent()) {
            answer.giveBack(receipt, why.get());
        }
        answer.end(receipt);
    }

    private void restartPoint() throws IOException {
        if (!reached.test(answer.secured())) {
            throw new Stopped("it goes on from its restart point later");
        }
    }
}
