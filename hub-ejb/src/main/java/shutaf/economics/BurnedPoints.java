package shutaf.economics;

import shutaf.shared.PartnerId;

/**
 * Points that one partner issued and another accepted, by redemptions as they were captured; what
 * was taken back later stands in {@link MoneyPosition}.
 *
 * @param issuer whose points they were
 * @param acceptor where they were spent
 * @param points how many
 * @param money minor units that the acceptor received for them; where one redemption took points of
 *     several issuers its money was rounded once and is shared out without losing any, the
 *     acceptor's own points first, as on its statement
 * @param redemptions redemptions that took any of them
 * @param members members who spent any of them
 */
public record BurnedPoints(
        PartnerId issuer,
        PartnerId acceptor,
        long points,
        long money,
        long redemptions,
        long members) {}
