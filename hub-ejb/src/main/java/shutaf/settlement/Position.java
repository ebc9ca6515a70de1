package shutaf.settlement;

/**
 * Where a partner stands at this moment: sums of its postings, nothing stored.
 *
 * @param issued points it has issued
 * @param clawedBack points that its returns brought back
 * @param accepted points spent with it
 * @param reversed points spent with it and given back
 * @param issuedCost minor units that its issued points cost, less what returns brought back
 * @param refunds minor units it receives for accepted points, less reversals
 * @param packPoints points it bought in packs
 * @param packPointsLeft of these, not issued yet; below zero on overdraft; 0 without packs
 * @param dueToPartner minor units that the programme owes the partner on its bill, below zero when
 *     the partner owes; points out of packs are paid for and not on it
 * @param currency ISO 4217 code of the minor units
 */
public record Position(
        long issued,
        long clawedBack,
        long accepted,
        long reversed,
        long issuedCost,
        long refunds,
        long packPoints,
        long packPointsLeft,
        long dueToPartner,
        String currency) {}
