package shutaf.ledger;

/** What kind of business event a journal records. */
public enum JournalKind {
    /** A purchase earned points. */
    ACCRUAL,
    /** Pending points became spendable. */
    ACTIVATION,
    /** A return took earned points back. */
    ACCRUAL_REVERSAL,
    /** A till set points aside. */
    REDEMPTION_HOLD,
    /** Held points were spent. */
    CAPTURE,
    /** Held points were given back, by the till or by time-out. */
    VOID,
    /** Spent points were given back. */
    REDEMPTION_REVERSAL,
    /** Points reached the end of their life. */
    EXPIRY,
    /** Expired points were brought back. */
    REINSTATEMENT,
    /** Points were given or taken by hand, or a debt was settled. */
    ADJUSTMENT,
    /** Points went to another member. */
    TRANSFER,
    /** Points went to a cause. */
    DONATION,
    /** A leaving member's rest went back to the programme. */
    FORFEIT
}
