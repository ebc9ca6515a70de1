package shutaf.reports.statement;

/**
 * Where a partner stands with the programme; plus is in the partner's favour.
 *
 * @param points points of its packs that are left, or points accepted less points issued
 * @param moneyMinor money in minor units, without VAT
 */
public record PartnerPosition(long points, long moneyMinor) {

    /** The position after a movement. */
    public PartnerPosition after(Movement movement) {
        return new PartnerPosition(
                Math.addExact(points, movement.points()),
                Math.addExact(moneyMinor, movement.moneyMinor()));
    }
}
