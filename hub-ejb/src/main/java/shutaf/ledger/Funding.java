package shutaf.ledger;

/** Who pays for points and why: decides the lot and the statement line. */
public enum Funding {
    /** The agreement's base rate. */
    BASE,
    /** A bonus rule of the issuer. */
    BONUS,
    /** A campaign. */
    PROMOTION,
    /** Bought by the member. */
    PURCHASED
}
