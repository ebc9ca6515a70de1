package shutaf.settlement;

/** What became of issuing a statement. */
public sealed interface IssueOutcome {
    /**
     * It stands.
     *
     * @param figures as they were issued
     * @param repeated whether they had been issued before
     */
    record Issued(PartnerStatementFigures figures, boolean repeated) implements IssueOutcome {}

    /**
     * Nothing was changed.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements IssueOutcome {}

    /** Why a statement is not issued. */
    enum Reason {
        /** Movements can still be added to the period: issue it after its last day. */
        NOT_OVER,
        /** Movements before the period were never billed: issue their statement first. */
        EARLIER_DAYS_OPEN,
        /** Days of the period were billed already, in a statement of another number. */
        BILLED_BEFORE,
        /** The figures are not those that were looked at: look again. */
        CHANGED,
        /** There is no such partner or period. */
        NOT_FOUND
    }
}
