package shutaf.connectors.batch;

import shutaf.intake.IntakeOutcome;
import shutaf.purchase.Purchase;
import shutaf.returns.ReturnOutcome;
import shutaf.shared.Refusal;

/**
 * What became of a receipt, as the handback says it: the one place where outcomes turn into words
 * of the file.
 *
 * @param kind the word in the handback
 * @param code why it was refused, or whom nobody knew; else empty
 * @param points that the member gained, negative when they were taken back
 * @param journal its number, empty when there is none
 * @param detail in words for the rejects, else empty
 */
record ReceiptOutcome(Kind kind, String code, long points, String journal, String detail) {
    /** Words of the handback. */
    enum Kind {
        /** A member earned. */
        ACCRUED,
        /** Nobody is known for it; it is kept to be claimed. */
        UNCLAIMED,
        /** Goods came back. */
        RETURNED,
        /** Goods came back whose sale has not come yet; it is kept. */
        WAITING,
        /** The hub took nothing of it; its lines are in the rejects. */
        REFUSED,
        /** A line of it is broken; its lines are in the rejects. */
        REJECTED,
        /** It could be understood; a test file posts nothing. */
        TEST
    }

    static ReceiptOutcome of(Purchase asked, IntakeOutcome outcome) {
        return switch (outcome) {
            case IntakeOutcome.Accrued done ->
                new ReceiptOutcome(
                        Kind.ACCRUED, "", done.points(), String.valueOf(done.journal()), "");
            case IntakeOutcome.Unclaimed ignored ->
                plain(Kind.UNCLAIMED, asked.member().isPresent() ? "UNKNOWN_MEMBER" : "", "");
            case IntakeOutcome.Refused no -> refused(no.refusal());
        };
    }

    static ReceiptOutcome of(ReturnOutcome outcome) {
        return switch (outcome) {
            case ReturnOutcome.Returned done ->
                new ReceiptOutcome(
                        Kind.RETURNED,
                        "",
                        -done.pointsBack(),
                        done.journal().map(String::valueOf).orElse(""),
                        "");
            case ReturnOutcome.Waiting ignored -> plain(Kind.WAITING, "", "");
            case ReturnOutcome.Refused no -> refused(no.refusal());
        };
    }

    static ReceiptOutcome of(FileReceipt.Broken broken) {
        return plain(Kind.REJECTED, "VALIDATION", "line " + broken.line() + ": " + broken.reason());
    }

    /** The hub could not work on it although it works on others: it needs a person. */
    static ReceiptOutcome fault() {
        return plain(Kind.REFUSED, "FAULT", "the hub could not process it; the operator was told");
    }

    static ReceiptOutcome test() {
        return plain(Kind.TEST, "", "");
    }

    /** Whether its lines belong into the rejects. */
    boolean goesBack() {
        return kind == Kind.REFUSED || kind == Kind.REJECTED;
    }

    private static ReceiptOutcome refused(Refusal refusal) {
        return plain(Kind.REFUSED, refusal.reason().name(), refusal.detail());
    }

    private static ReceiptOutcome plain(Kind kind, String code, String detail) {
        return new ReceiptOutcome(kind, code, 0, "", detail);
    }
}
