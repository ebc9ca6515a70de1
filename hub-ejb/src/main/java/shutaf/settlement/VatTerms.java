package shutaf.settlement;

/**
 * VAT rates of a statement in basis points (1800 is 18 percent), one per nature of invoice line.
 *
 * @param pointsIssued on points sold to the partner
 * @param redemptions on redemptions reimbursed to it
 * @param packs on points packs bought
 * @param adjustments on corrections by hand
 */
public record VatTerms(int pointsIssued, int redemptions, int packs, int adjustments) {

    private static final long WHOLE = 10_000;

    /** Refuses rates below 0 or above 100 percent. */
    public VatTerms {
        for (int rate : new int[] {pointsIssued, redemptions, packs, adjustments}) {
            if (rate < 0 || rate > WHOLE) {
                throw new IllegalArgumentException("VAT rate in basis points: " + rate);
            }
        }
    }

    /** The rate of a nature in basis points. */
    public int rate(LineKind.Nature nature) {
        return switch (nature) {
            case POINTS_ISSUED -> pointsIssued;
            case REDEMPTIONS -> redemptions;
            case PACKS -> packs;
            case ADJUSTMENTS -> adjustments;
        };
    }

    /**
     * VAT on an amount: rounded once per invoice line, half away from zero, so that a credit of the
     * same amount gives the same VAT with the other sign.
     *
     * @param netMinor signed amount in minor units
     */
    public long on(LineKind.Nature nature, long netMinor) {
        long size = Math.multiplyExact(Math.absExact(netMinor), (long) rate(nature));
        return Long.signum(netMinor) * ((size + WHOLE / 2) / WHOLE);
    }
}
