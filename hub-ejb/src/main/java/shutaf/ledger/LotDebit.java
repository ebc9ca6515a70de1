package shutaf.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Points taken from a lot, or given back to it.
 *
 * @param lot the lot
 * @param points above zero
 */
public record LotDebit(LotKey lot, long points) {
    /** Points of all together. */
    public static long total(List<LotDebit> debits) {
        return debits.stream().mapToLong(LotDebit::points).reduce(0, Math::addExact);
    }

    /** The part of the debits that makes up the first so many points. */
    public static List<LotDebit> first(List<LotDebit> debits, long points) {
        List<LotDebit> part = new ArrayList<>();
        long missing = points;
        for (LotDebit debit : debits) {
            long taken = Math.min(missing, debit.points);
            if (taken > 0) {
                part.add(new LotDebit(debit.lot, taken));
                missing -= taken;
            }
        }
        return part;
    }

    /** The part of the debits that makes up the last so many points. */
    public static List<LotDebit> last(List<LotDebit> debits, long points) {
        return first(debits.reversed(), points);
    }
}
