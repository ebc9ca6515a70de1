package shutaf.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers for rows that are written by the hundred, taken from the database's sequences in blocks
 * of 500. A number that was taken and not used is a gap; nobody counts them.
 */
@ApplicationScoped
public class Ids {
    private static final int BLOCK = 500;

    @Inject
    private Sql sql;

    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    /** Sequences that step by a block; see the migrations. */
    public enum Of {
        /** Journals of the ledger. */
        JOURNAL,
        /** Lots of points. */
        LOT,
        /** Receipts. */
        PURCHASE,
        /** Redemptions. */
        REDEMPTION
    }

    private static final class Block {
        private long next;
        private long end;
    }

    /** The next free number; needs a running transaction. */
    public long next(Of kind) {
        Block block = blocks.computeIfAbsent(kind.name(), k -> new Block());
        synchronized (block) {
            if (block.next == block.end) {
                block.next = fetch(kind);
                block.end = block.next + BLOCK;
            }
            return block.next++;
        }
    }

    private long fetch(Of kind) {
        return sql.first(
                        "select nextval(?::regclass)",
                        r -> r.getLong(1),
                        kind.name().toLowerCase(java.util.Locale.ROOT) + "_id")
                .orElseThrow();
    }
}
