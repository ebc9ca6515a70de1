package shutaf.member;

/** By what a member can be recognised. */
public enum IdentifierScheme {
    /** Loyalty card: digits. */
    CARD,
    /** Phone, kept as E.164. */
    PHONE,
    /** E-mail, in lower case. */
    EMAIL,
    /** National id, kept only as a keyed hash. */
    NATIONAL_ID,
    /** Short-lived signed token that the member's page shows. */
    QR,
    /** The partner's own customer number: unique at that partner only. */
    PARTNER_CUSTOMER
}
