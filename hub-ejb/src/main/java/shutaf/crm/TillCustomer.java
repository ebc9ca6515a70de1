package shutaf.crm;

import shutaf.member.MemberRef;
import shutaf.shared.MemberId;
import shutaf.shared.Money;

/**
 * A member as a clerk sees them: enough to serve, nothing that names them.
 *
 * @param id the account
 * @param ref an identifier that stays valid, by which the till earns and redeems; never shown
 * @param maskedName first letters of the name
 * @param ending the last digits of a card, empty without one
 * @param active whether they may earn and spend
 * @param tier the tier's code
 * @param balance spendable points
 * @param worth what these buy
 * @param pending points that are not spendable yet
 * @param debt points owed after returns
 * @param valuePer100Points minor units that 100 points buy
 */
public record TillCustomer(
        MemberId id,
        MemberRef ref,
        String maskedName,
        String ending,
        boolean active,
        String tier,
        long balance,
        Money worth,
        long pending,
        long debt,
        long valuePer100Points) {}
