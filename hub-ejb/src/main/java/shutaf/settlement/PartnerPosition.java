package shutaf.settlement;

/**
 * Where a partner stands with the programme; plus is in the partner's favour.
 *
 * @param points points bought in packs and points accepted, less points issued
 * @param moneyMinor the same in money: paid for packs and due for accepted points, less the price
 *     of issued points; minor units without VAT
 */
public record PartnerPosition(long points, long moneyMinor) {

    /** The position after a movement. */
    public PartnerPosition after(Movement movement) {
        return new PartnerPosition(
                Math.addExact(points, movement.points()),
                Math.addExact(moneyMinor, movement.moneyMinor()));
    }
}
