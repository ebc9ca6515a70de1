package shutaf.redemption;

import shutaf.shared.Refusal;

/** What became of a request about points to be spent. */
public sealed interface RedemptionOutcome {
    /**
     * Done, now or before.
     *
     * @param redemption as it stands
     * @param balance spendable points of the member
     * @param repeated whether an earlier request did it
     */
    record Done(Redemption redemption, long balance, boolean repeated)
            implements RedemptionOutcome {}

    /**
     * Nothing was changed.
     *
     * @param refusal why and what to do
     */
    record Refused(Refusal refusal) implements RedemptionOutcome {}

    /** The partner has no such redemption. */
    record NotFound() implements RedemptionOutcome {}
}
