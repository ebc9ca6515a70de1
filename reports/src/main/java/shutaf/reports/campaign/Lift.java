package shutaf.reports.campaign;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Optional;

/**
 * What a campaign added per member: treated minus held out, never the treated ones' total.
 *
 * @param effect difference of the means per member, in the unit of the outcome
 * @param standardError its standard error
 * @param interval confidence interval of the effect
 * @param chance how often a campaign without effect would show a difference at least this large
 *     (two-sided p-value)
 * @param relative interval of the effect as a share of what the held out did; absent where the held
 *     out did too little to divide by
 */
public record Lift(
        double effect,
        double standardError,
        Interval interval,
        double chance,
        Optional<Interval> relative) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Whether the data rule out that nothing was added or lost. */
    public boolean shown() {
        return !interval.contains(0);
    }

    /**
     * The effect on the mean, by Welch's test: spending is skewed and its variance is never the
     * same in both arms (Welch 1947, Biometrika 34; degrees of freedom by Satterthwaite 1946).
     *
     * @param confidence such as 0.95
     * @return empty when an arm has fewer than two members or nobody differs from anybody
     */
    public static Optional<Lift> ofMeans(
            ArmFigures treated, ArmFigures heldOut, double confidence) {
        return between(treated, heldOut, confidence);
    }

    /**
     * The effect on the mean, with what is known from before the campaign taken out of the noise
     * (CUPED: Deng, Xu, Kohavi and Walker 2013, WSDM): each member's outcome is corrected by how
     * far the member stood from the others before. The estimate stays the same on average; its
     * variance shrinks by the squared correlation of before and during.
     *
     * @return the same as {@link #ofMeans} where nothing is known from before
     */
    public static Optional<Lift> adjusted(
            ArmFigures treated, ArmFigures heldOut, double confidence) {
        double squares = treated.squaresBefore() + heldOut.squaresBefore();
        if (!(squares > 0)) {
            return ofMeans(treated, heldOut, confidence);
        }
        double slope = (treated.products() + heldOut.products()) / squares;
        double before = (treated.members() * treated.meanBefore()
                        + heldOut.members() * heldOut.meanBefore())
                / (treated.members() + heldOut.members());
        return between(
                corrected(treated, slope, before), corrected(heldOut, slope, before), confidence);
    }

    private static ArmFigures corrected(ArmFigures arm, double slope, double before) {
        double variance = arm.variance()
                - 2 * slope * arm.covariance()
                + slope * slope * arm.varianceBefore();
        return ArmFigures.withoutPast(
                arm.members(),
                arm.buyers(),
                arm.mean() - slope * (arm.meanBefore() - before),
                Math.max(0, variance));
    }

    private static Optional<Lift> between(
            ArmFigures treated, ArmFigures heldOut, double confidence) {
        if (treated.members() < 2 || heldOut.members() < 2) {
            return Optional.empty();
        }
        double a = treated.varianceOfMean();
        double b = heldOut.varianceOfMean();
        if (!(a + b > 0)) {
            return Optional.empty();
        }
        double freedom = (a + b)
                * (a + b)
                / (a * a / (treated.members() - 1) + b * b / (heldOut.members() - 1));
        TDistribution t = TDistribution.of(freedom);
        double error = Math.sqrt(a + b);
        double effect = treated.mean() - heldOut.mean();
        double wide = t.inverseSurvivalProbability((1 - confidence) / 2);
        return Optional.of(new Lift(
                effect,
                error,
                new Interval(effect - wide * error, effect + wide * error),
                2 * t.survivalProbability(Math.abs(effect) / error),
                ratio(treated, heldOut, wide)));
    }

    /**
     * Treated over held out, less one, by Fieller's theorem (Fieller 1954, JRSS B 16). Where the
     * mean of the held out is not clearly above zero no such interval ends, and none is given.
     */
    private static Optional<Interval> ratio(ArmFigures treated, ArmFigures heldOut, double wide) {
        double below = heldOut.mean() * heldOut.mean() - wide * wide * heldOut.varianceOfMean();
        if (!(below > 0 && heldOut.mean() > 0)) {
            return Optional.empty();
        }
        double middle = treated.mean() * heldOut.mean();
        double above = treated.mean() * treated.mean() - wide * wide * treated.varianceOfMean();
        double root = Math.sqrt(Math.max(0, middle * middle - above * below));
        return Optional.of(new Interval((middle - root) / below - 1, (middle + root) / below - 1));
    }

    /**
     * The effect on the share of members who bought at all, with Newcombe's hybrid score interval,
     * which stays between -1 and 1 and is right for rare buyers too (Newcombe 1998, Statistics in
     * Medicine 17, method 10). The p-value is that of the pooled score test.
     *
     * @return empty when an arm is empty, or all or none of both arms bought
     */
    public static Optional<Lift> ofBuyers(
            ArmFigures treated, ArmFigures heldOut, double confidence) {
        long members = treated.members() + heldOut.members();
        long buyers = treated.buyers() + heldOut.buyers();
        if (treated.members() == 0 || heldOut.members() == 0 || buyers == 0 || buyers == members) {
            return Optional.empty();
        }
        double z = NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
        double p = (double) treated.buyers() / treated.members();
        double q = (double) heldOut.buyers() / heldOut.members();
        Interval ofP = wilson(p, treated.members(), z);
        Interval ofQ = wilson(q, heldOut.members(), z);
        double effect = p - q;
        double pooled = (double) buyers / members;
        double error = Math.sqrt(
                pooled * (1 - pooled) * (1.0 / treated.members() + 1.0 / heldOut.members()));
        Interval interval = new Interval(
                effect - Math.hypot(p - ofP.low(), ofQ.high() - q),
                effect + Math.hypot(ofP.high() - p, q - ofQ.low()));
        return Optional.of(new Lift(
                effect,
                error,
                interval,
                2 * NORMAL.survivalProbability(Math.abs(effect) / error),
                Optional.empty()));
    }

    /** Wilson's interval of a share (Wilson 1927, JASA 22). */
    private static Interval wilson(double share, long of, double z) {
        double middle = share + z * z / (2 * of);
        double half = z * Math.sqrt(share * (1 - share) / of + z * z / (4.0 * of * of));
        double whole = 1 + z * z / of;
        return new Interval((middle - half) / whole, (middle + half) / whole);
    }
}
