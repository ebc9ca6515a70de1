package shutaf.reports.campaign;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many members a campaign needs so that its effect can be seen, and what can be seen with the
 * members there are. By the normal approximation for two means (Fleiss, Levin and Paik 2003, 4.2,
 * for unequal arms), which is what spending over thousands of members follows.
 *
 * @param standardDeviation of the outcome per member, as seen before; after the correction of
 *     {@link Lift#adjusted} it is the plain one times the root of one less the squared correlation
 * @param heldOutShare share of the members that is held out, above 0 and below 1
 * @param confidence of the interval, such as 0.95
 * @param power how often an effect that is there is to be shown, such as 0.8
 */
public record SampleSize(
        double standardDeviation, double heldOutShare, double confidence, double power) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Refuses questions without an answer.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public SampleSize {
        if (!(standardDeviation > 0 && Double.isFinite(standardDeviation))) {
            throw new IllegalArgumentException(
                    "The standard deviation is above zero, not " + standardDeviation + ".");
        }
        if (!(between(heldOutShare) && between(confidence) && between(power))) {
            throw new IllegalArgumentException(
                    "Holdout, confidence and power are shares above 0 and below 1, not "
                            + heldOutShare + ", " + confidence + " and " + power + ".");
        }
    }

    private static boolean between(double share) {
        return share > 0 && share < 1;
    }

    /**
     * Members needed in both arms together.
     *
     * @param effect smallest effect per member worth knowing, in the unit of the outcome
     * @throws IllegalArgumentException for an effect of zero, which no number of members shows
     */
    public long members(double effect) {
        if (!(Math.abs(effect) > 0)) {
            throw new IllegalArgumentException("No number of members shows an effect of zero.");
        }
        double ratio = width() * standardDeviation / effect;
        return (long) Math.ceil(ratio * ratio * spread());
    }

    /** The smallest effect that so many members would show. */
    public double effect(long members) {
        return width() * standardDeviation * Math.sqrt(spread() / members);
    }

    private double width() {
        return NORMAL.inverseSurvivalProbability((1 - confidence) / 2)
                + NORMAL.inverseCumulativeProbability(power);
    }

    private double spread() {
        return 1 / heldOutShare + 1 / (1 - heldOutShare);
    }
}
