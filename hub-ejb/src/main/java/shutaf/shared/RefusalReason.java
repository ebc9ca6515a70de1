package shutaf.shared;

/** Why something was refused; the names are the codes that partners see. */
public enum RefusalReason {
    /** No member has this identifier. */
    UNKNOWN_MEMBER,
    /** The member's account is blocked. */
    MEMBER_BLOCKED,
    /** The partner may not deal at the moment. */
    PARTNER_SUSPENDED,
    /** The partner has no outlet of that code. */
    OUTLET_UNKNOWN,
    /** It happened longer ago than the partner may send. */
    TOO_OLD,
    /** It happens later than now. */
    IN_FUTURE,
    /** Lines and total differ by more than rounding. */
    TOTAL_MISMATCH,
    /** The key was used for something else before. */
    KEY_REUSED,
    /** The member has fewer spendable points. */
    INSUFFICIENT_POINTS,
    /** The hold timed out; its points are back with the member. */
    HOLD_EXPIRED,
    /** The hold was captured before. */
    ALREADY_CAPTURED,
    /** Nothing that can be reversed. */
    NOT_REVERSIBLE,
    /** More came back than was sold. */
    RETURN_EXCEEDS_SALE,
    /** The partner's packs and overdraft are used up. */
    PACK_EXHAUSTED,
    /** A limit of size or amount is passed. */
    LIMIT_EXCEEDED,
    /** A field cannot be used. */
    VALIDATION,
    /** The partner's agreement does not allow it. */
    FORBIDDEN,
    /** Too many requests in a short time. */
    RATE_LIMITED
}
