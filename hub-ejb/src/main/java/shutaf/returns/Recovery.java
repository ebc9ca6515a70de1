package shutaf.returns;

import shutaf.ledger.LotDebit;
import shutaf.ledger.LotKey;
import shutaf.ledger.OpenLot;
import shutaf.partner.Terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From where the points of a return are taken: the rest of the sale's own lots first, then pending
 * ones, then other spendable ones by expiry, then as a debt. Pure: decides from what it is given.
 *
 * @param active points out of spendable lots
 * @param pending points out of pending lots
 * @param alreadySpent points that were no longer in the sale's own lots
 * @param debt points that the member will owe
 * @param lost points that nobody can be asked for
 */
record Recovery(
        List<LotDebit> active, List<LotDebit> pending, long alreadySpent, long debt, long lost) {
    /** Nothing to take. */
    static final Recovery NOTHING = new Recovery(List.of(), List.of(), 0, 0, 0);

    /**
     * What may be taken from.
     *
     * @param own lots that the sale was credited to
     * @param pending pending lots of the member at this issuer
     * @param active spendable lots by expiry, enough for the whole return
     */
    record Sources(List<OpenLot> own, List<OpenLot> pending, List<LotDebit> active) {}

    static Recovery of(long back, Sources from, Terms terms, long debtSoFar, LocalDate today) {
        boolean anyActive = terms.clawback() != Terms.Clawback.ONLY_PENDING;
        Map<LotKey, Long> active = new LinkedHashMap<>();
        Map<LotKey, Long> pending = new LinkedHashMap<>();
        long missing = back;
        for (OpenLot lot : from.own()) {
            boolean waits = lot.key().activatesOn() != null;
            missing -= waits || anyActive
                    ? take(waits ? pending : active, lot.key(), lot.remaining(), missing)
                    : 0;
        }
        long spent = missing;
        boolean expired =
                !from.own().isEmpty() && from.own().stream().allMatch(l -> expired(l.key(), today));
        if (!expired) {
            for (OpenLot lot : from.pending()) {
                long left = lot.remaining() - pending.getOrDefault(lot.key(), 0L);
                missing -= take(pending, lot.key(), left, missing);
            }
            for (LotDebit lot : anyActive ? from.active() : List.<LotDebit>of()) {
                long left = lot.points() - active.getOrDefault(lot.lot(), 0L);
                missing -= take(active, lot.lot(), left, missing);
            }
        }
        long room = terms.clawback() == Terms.Clawback.UNLIMITED && !expired
                ? Math.max(0, terms.debtCap() - debtSoFar)
                : 0;
        long debt = Math.min(missing, room);
        return new Recovery(debits(active), debits(pending), spent, debt, missing - debt);
    }

    private static long take(Map<LotKey, Long> taken, LotKey lot, long available, long missing) {
        long points = Math.min(available, missing);
        if (points <= 0) {
            return 0;
        }
        taken.merge(lot, points, Math::addExact);
        return points;
    }

    private static boolean expired(LotKey lot, LocalDate today) {
        return lot.expiresOn() != null && lot.expiresOn().isBefore(today);
    }

    private static List<LotDebit> debits(Map<LotKey, Long> taken) {
        List<LotDebit> debits = new ArrayList<>();
        taken.forEach((lot, points) -> debits.add(new LotDebit(lot, points)));
        return debits;
    }

    /** Points that really come back now. */
    long recovered() {
        return LotDebit.total(active) + LotDebit.total(pending);
    }
}
