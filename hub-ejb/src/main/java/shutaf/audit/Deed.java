package shutaf.audit;

/** What people of the operator and of partners do that is kept in the audit trail. */
public enum Deed {
    /** Opened a member's page. */
    MEMBER_READ,
    /** Took a report or statement out as a file. */
    EXPORTED,
    /** Gave a receipt that nobody had claimed to a member. */
    RECEIPT_CLAIMED,
    /** Proposed rates. */
    RATES_PROPOSED,
    /** Put somebody else's proposal into force. */
    RATES_APPROVED,
    /** Named an outlet, or opened one. */
    OUTLET_NAMED,
    /** Named the margin that a partner's customer value is worked out with. */
    MARGIN_NAMED,
    /** Issued a statement. */
    STATEMENT_ISSUED,
    /** Ordered a report to be sent regularly. */
    MAILING_ORDERED,
    /** Ended such an order. */
    MAILING_CANCELLED
}
