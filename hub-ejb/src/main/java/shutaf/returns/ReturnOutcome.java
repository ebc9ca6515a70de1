package shutaf.returns;

import shutaf.ledger.JournalRef;
import shutaf.shared.Reason;
import shutaf.shared.Refusal;

import java.util.List;
import java.util.Optional;

/** What became, or would become, of a return. */
public sealed interface ReturnOutcome {
    /**
     * Points that come back. The same figures for clerk, member and issuer.
     *
     * @param journal the reversal; empty in a preview, or when the sale had earned nothing
     * @param pointsBack points that come back in all
     * @param alreadySpent of these, no longer in the lot of the sale
     * @param owed of these, not to be had now: a debt, or the partner's loss, as the policy says
     * @param balance spendable points after it
     * @param reasons why
     * @param repeated whether this is the answer of an earlier time
     */
    record Returned(
            Optional<JournalRef> journal,
            long pointsBack,
            long alreadySpent,
            long owed,
            long balance,
            List<Reason> reasons,
            boolean repeated)
            implements ReturnOutcome {}

    /**
     * Kept until its sale arrives.
     *
     * @param repeated whether it was waiting already
     */
    record Waiting(boolean repeated) implements ReturnOutcome {}

    /**
     * Nothing was changed.
     *
     * @param refusal why and what to do
     */
    record Refused(Refusal refusal) implements ReturnOutcome {}
}
