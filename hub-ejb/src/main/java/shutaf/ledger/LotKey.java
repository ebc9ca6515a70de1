package shutaf.ledger;

import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.time.LocalDate;

/**
 * What makes points of a member interchangeable: same issuer, same funding, same end of life. All
 * such credits are one lot, so that a member with thousands of purchases has few.
 *
 * @param member whose points
 * @param issuer who issued them
 * @param funding why
 * @param activatesOn day from which pending points may be spent; null once they are spendable
 * @param expiresOn last day on which they may be spent; null while pending, or when they never
 *     expire
 */
public record LotKey(
        MemberId member,
        PartnerId issuer,
        Funding funding,
        LocalDate activatesOn,
        LocalDate expiresOn) {
    /** A lot that can be spent at once. */
    public static LotKey spendable(
            MemberId member, PartnerId issuer, Funding funding, LocalDate expiresOn) {
        return new LotKey(member, issuer, funding, null, expiresOn);
    }

    /** A lot that waits. */
    public static LotKey pending(
            MemberId member, PartnerId issuer, Funding funding, LocalDate activatesOn) {
        return new LotKey(member, issuer, funding, activatesOn, null);
    }
}
