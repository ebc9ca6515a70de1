package shutaf.intake;

import shutaf.ledger.JournalRef;
import shutaf.shared.Reason;
import shutaf.shared.Refusal;

import java.util.List;

/** What became of a purchase. */
public sealed interface IntakeOutcome {
    /**
     * A member earned.
     *
     * @param journal the journal with the points and the partner's money
     * @param points all points earned
     * @param pendingPoints of these, not spendable yet
     * @param balance spendable points after it
     * @param reasons why
     * @param repeated whether this is the answer of an earlier time
     */
    record Accrued(
            JournalRef journal,
            long points,
            long pendingPoints,
            long balance,
            List<Reason> reasons,
            boolean repeated)
            implements IntakeOutcome {}

    /**
     * Kept for whoever claims it: nobody is known by its identifier.
     *
     * @param repeated whether it was there already
     */
    record Unclaimed(boolean repeated) implements IntakeOutcome {}

    /**
     * Nothing was changed.
     *
     * @param refusal why and what to do
     */
    record Refused(Refusal refusal) implements IntakeOutcome {}
}
