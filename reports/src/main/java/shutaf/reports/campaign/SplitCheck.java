package shutaf.reports.campaign;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the arms can be what a random draw gives. An effect read off a broken split is worse than
 * none: it looks like a result.
 *
 * @param expectedHeldOut members that the share would have held out
 * @param heldOut members that were
 * @param sizesByChance how often a fair draw misses the share by as much (chi-squared, one degree
 *     of freedom)
 * @param beforeByChance how often a fair draw differs as much in what members did before; 1 where
 *     nothing is known from before
 */
public record SplitCheck(
        double expectedHeldOut, long heldOut, double sizesByChance, double beforeByChance) {

    /**
     * Rarer than this is no chance: the bound in use for sample ratio mismatch (Fabijan et al.
     * 2019, KDD).
     */
    public static final double SUSPICIOUS = 0.001;

    private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);
    private static final double ANY_CONFIDENCE = 0.95;

    /**
     * Looks at the arms.
     *
     * @param heldOutShare the share that was to be held out
     */
    public static SplitCheck of(ArmFigures treated, ArmFigures heldOut, double heldOutShare) {
        double members = treated.members() + heldOut.members();
        double expected = members * heldOutShare;
        double miss = heldOut.members() - expected;
        double square = members > 0 ? miss * miss / (expected * (1 - heldOutShare)) : 0;
        return new SplitCheck(
                expected,
                heldOut.members(),
                ONE_DEGREE.survivalProbability(square),
                Lift.ofMeans(past(treated), past(heldOut), ANY_CONFIDENCE)
                        .map(Lift::chance)
                        .orElse(1.0));
    }

    private static ArmFigures past(ArmFigures arm) {
        return ArmFigures.withoutPast(arm.members(), 0, arm.meanBefore(), arm.varianceBefore());
    }

    /** Whether the sizes of the arms are those of a fair draw. */
    public boolean sizesFair() {
        return sizesByChance >= SUSPICIOUS;
    }

    /** Whether the arms were alike before the campaign. */
    public boolean alikeBefore() {
        return beforeByChance >= SUSPICIOUS;
    }
}
