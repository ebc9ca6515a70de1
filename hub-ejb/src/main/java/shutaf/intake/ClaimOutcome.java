package shutaf.intake;

/** What became of claiming a receipt. */
public sealed interface ClaimOutcome {
    /**
     * The member has its points.
     *
     * @param accrued points, journal and reasons; repeated when the same member had claimed before
     */
    record Claimed(IntakeOutcome.Accrued accrued) implements ClaimOutcome {}

    /**
     * Nothing was changed.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements ClaimOutcome {}

    /** Why a receipt is not given to a member. */
    enum Reason {
        /** There is no such receipt, or its total is another: whoever has it knows the total. */
        NOT_FOUND,
        /** Another member has its points. */
        CLAIMED_BEFORE,
        /** The days in which it could be claimed are over. */
        TOO_LATE,
        /** There is no such member, or their account is blocked. */
        MEMBER_BLOCKED,
        /** Nothing is earned at this partner now: suspended, or without an agreement. */
        NOT_EARNING
    }
}
