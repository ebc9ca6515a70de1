package shutaf.reports.campaign;

import java.util.Optional;

/**
 * All that is known of what a campaign added.
 *
 * @param treated members who got it
 * @param heldOut members who were drawn to be left out
 * @param split whether the draw was random; where it was not, no effect is given
 * @param value the effect on the outcome per member, corrected by the time before
 * @param buyers the effect on the share of members who bought
 * @param detectable the smallest effect on the value per member that a test of this size shows four
 *     times out of five: what it did not show may still be there up to this size; absent where
 *     nothing was measured
 */
public record CampaignLift(
        ArmFigures treated,
        ArmFigures heldOut,
        SplitCheck split,
        Optional<Lift> value,
        Optional<Lift> buyers,
        Optional<Double> detectable) {

    /** The confidence of every interval that is shown. */
    public static final double CONFIDENCE = 0.95;

    private static final double POWER = 0.8;

    /**
     * Measures a campaign.
     *
     * @param heldOutShare the share that was to be held out
     */
    public static CampaignLift of(ArmFigures treated, ArmFigures heldOut, double heldOutShare) {
        SplitCheck split = SplitCheck.of(treated, heldOut, heldOutShare);
        if (!split.sizesFair() || !split.alikeBefore()) {
            return new CampaignLift(
                    treated, heldOut, split, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<Lift> value = Lift.adjusted(treated, heldOut, CONFIDENCE);
        return new CampaignLift(
                treated,
                heldOut,
                split,
                value,
                Lift.ofBuyers(treated, heldOut, CONFIDENCE),
                value.map(lift -> detectable(lift, treated, heldOut)));
    }

    /** The deviation is read back from the error, so that the correction is in it. */
    private static double detectable(Lift lift, ArmFigures treated, ArmFigures heldOut) {
        long members = treated.members() + heldOut.members();
        double arms = 1.0 / treated.members() + 1.0 / heldOut.members();
        double share = (double) heldOut.members() / members;
        return new SampleSize(lift.standardError() / Math.sqrt(arms), share, CONFIDENCE, POWER)
                .effect(members);
    }

    /**
     * The effect on all who were treated together, in the unit of the outcome: the figure to hold
     * against what the campaign cost.
     */
    public Optional<Interval> total() {
        return value.map(lift -> new Interval(
                lift.interval().low() * treated.members(),
                lift.interval().high() * treated.members()));
    }
}
