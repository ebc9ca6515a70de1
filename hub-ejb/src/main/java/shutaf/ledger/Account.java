package shutaf.ledger;

import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

/**
 * A side of a posting.
 *
 * @param kind what the account holds
 * @param owner number of the member or partner; 0 for the operator's own
 */
public record Account(Kind kind, long owner) {
    /** Kinds of accounts; the first six hold points, the last three money. */
    public enum Kind {
        /** Spendable points of a member. */
        MEMBER,
        /** Points of a member that may not be spent yet. */
        PENDING,
        /** Points of a member that a till has set aside. */
        HELD,
        /** Minus what a member owes in points. */
        DEBT,
        /** Minus what a partner issued. */
        ISSUED,
        /** What was spent at a partner. */
        ACCEPTED,
        /** Points that expired, by issuer. */
        EXPIRED,
        /** Points given or taken by the operator. */
        OPERATOR,
        /** Minus what a partner owes the programme in money. */
        PARTNER,
        /** Minus what a prepaid partner has used of its packs. */
        PREPAID,
        /** The programme's money. */
        POOL
    }

    /** Spendable points of the member. */
    public static Account member(MemberId member) {
        return new Account(Kind.MEMBER, member.value());
    }

    /** Pending points of the member. */
    public static Account pending(MemberId member) {
        return new Account(Kind.PENDING, member.value());
    }

    /** Held points of the member. */
    public static Account held(MemberId member) {
        return new Account(Kind.HELD, member.value());
    }

    /** The member's debt. */
    public static Account debt(MemberId member) {
        return new Account(Kind.DEBT, member.value());
    }

    /** The source of a partner's points. */
    public static Account issued(PartnerId partner) {
        return new Account(Kind.ISSUED, partner.value());
    }

    /** Where points spent at a partner go. */
    public static Account accepted(PartnerId partner) {
        return new Account(Kind.ACCEPTED, partner.value());
    }

    /** Where a partner's expired points go. */
    public static Account expired(PartnerId issuer) {
        return new Account(Kind.EXPIRED, issuer.value());
    }

    /** Money between the programme and a partner: prepaid partners use up what they bought. */
    public static Account money(PartnerId partner, boolean prepaid) {
        return new Account(prepaid ? Kind.PREPAID : Kind.PARTNER, partner.value());
    }

    /** The programme's money. */
    public static Account pool() {
        return new Account(Kind.POOL, 0);
    }
}
