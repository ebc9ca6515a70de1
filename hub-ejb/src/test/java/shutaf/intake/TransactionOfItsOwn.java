package shutaf.intake;

import shutaf.purchase.Purchase;
import shutaf.purchase.Purchases;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the container does for the intake: each attempt runs in a transaction of its own. */
public final class TransactionOfItsOwn extends IntakeTransaction {
    /** Runs work in a transaction. */
    public interface Transactions {
        /** Commits when the work returns, rolls back when it throws. */
        <T> T inTransaction(Supplier<T> work);
    }

    private final Transactions transactions;

    private TransactionOfItsOwn(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The intake's transaction as a bean of a hub without a container. */
    public static Object with(Transactions transactions) {
        return new TransactionOfItsOwn(transactions);
    }

    /** Under which class it is asked for. */
    public static Class<?> type() {
        return IntakeTransaction.class;
    }

    @Override
    public List<IntakeOutcome> accept(
            List<Purchase> asked, Map<Purchases.Key, RequestKey> requestKeys, boolean look) {
        return transactions.inTransaction(() -> super.accept(asked, requestKeys, look));
    }
}
