package shutaf.connectors.batch;

import shutaf.purchase.Purchase;
import shutaf.returns.GoodsReturn;

import java.util.List;
import java.util.Optional;

/**
 * Adjacent lines of one receipt, understood or not.
 *
 * @param ordinal its place in the file, from 1
 * @param key outlet/till/date/number as they stand in the file
 * @param lines its lines
 * @param content what it says
 */
record FileReceipt(long ordinal, String key, List<RawLine> lines, Content content) {
    /** What a receipt says. */
    sealed interface Content {}

    /**
     * Goods sold, goods taken back, or both on one receipt.
     *
     * @param sale the lines that were sold
     * @param goodsBack the lines that came back
     */
    record Understood(Optional<Purchase> sale, Optional<GoodsReturn> goodsBack)
            implements Content {}

    /**
     * One line that cannot be understood takes the whole receipt with it.
     *
     * @param line number of that line in the file
     * @param reason in words
     */
    record Broken(long line, String reason) implements Content {}

    /** The sale in it, if it can be understood. */
    Optional<Purchase> sale() {
        return content instanceof Understood readable ? readable.sale() : Optional.empty();
    }

    /** The return in it, if it can be understood. */
    Optional<GoodsReturn> goodsBack() {
        return content instanceof Understood readable ? readable.goodsBack() : Optional.empty();
    }

    /** Offset in the file of the byte after it. */
    long end() {
        return lines.getLast().end();
    }
}
