package shutaf.settlement;

/**
 * Where a partner stands at this moment: sums of its postings, nothing stored.
 *
 * @param issued points it has issued
 * @param clawedBack points that its returns brought back
 * @param accepted points spent with it
 * @param reversed points spent with it and given back
 * @param issuedCost minor units it pays for issued points, less what returns brought back
 * @param refunds minor units it receives for accepted points, less reversals
 * @param packPoints points it bought in packs; 0 for a postpaid partner
 * @param packPointsLeft of these, not issued yet; below zero on overdraft
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
        String currency) {
    /**
     * What the programme owes the partner; below zero when the partner owes. Packs are paid when
     * bought.
     */
    public long dueToPartner() {
        return packPoints > 0 ? refunds : Math.subtractExact(refunds, issuedCost);
    }
}
