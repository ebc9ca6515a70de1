package shutaf.connectors.batch;

import shutaf.filing.FileProgress;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts what became of a file's receipts. A receipt that is sale and return at once counts as
 * both.
 */
final class Tally {
    private final Map<ReceiptOutcome.Kind, Long> counts = new EnumMap<>(ReceiptOutcome.Kind.class);
    private long lines;
    private long receipts;
    private long pointsEarned;
    private long pointsBack;
    private long input;

    /** Goes on from a restart point. */
    Tally(FileProgress from) {
        counts.put(ReceiptOutcome.Kind.ACCRUED, from.accrued());
        counts.put(ReceiptOutcome.Kind.UNCLAIMED, from.unclaimed());
        counts.put(ReceiptOutcome.Kind.RETURNED, from.returned());
        counts.put(ReceiptOutcome.Kind.WAITING, from.waiting());
        counts.put(ReceiptOutcome.Kind.REFUSED, from.refused());
        counts.put(ReceiptOutcome.Kind.REJECTED, from.rejected());
        lines = from.lines();
        receipts = from.receipts();
        pointsEarned = from.pointsEarned();
        pointsBack = from.pointsBack();
        input = from.at().input();
    }

    void add(ReceiptOutcome outcome) {
        counts.merge(outcome.kind(), 1L, Long::sum);
        pointsEarned += Math.max(0, outcome.points());
        pointsBack += Math.max(0, -outcome.points());
    }

    /** All parts of the receipt have their outcome. */
    void end(FileReceipt receipt) {
        receipts++;
        lines = receipt.lines().getLast().number();
        input = receipt.end();
    }

    long count(ReceiptOutcome.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    FileProgress progress(long handbackBytes, long rejectsBytes) {
        return new FileProgress(
                lines,
                receipts,
                count(ReceiptOutcome.Kind.ACCRUED),
                count(ReceiptOutcome.Kind.UNCLAIMED),
                count(ReceiptOutcome.Kind.RETURNED),
                count(ReceiptOutcome.Kind.WAITING),
                count(ReceiptOutcome.Kind.REFUSED),
                count(ReceiptOutcome.Kind.REJECTED),
                pointsEarned,
                pointsBack,
                new FileProgress.Position(input, handbackBytes, rejectsBytes));
    }
}
