package shutaf.reports.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Draws who is held out of a campaign: a share of the members, at random, and always the same ones.
 *
 * <p>The draw is a hash of campaign and member, so it needs no table, answers the same on every
 * server and after every restart, and one campaign's holdout says nothing about another's.
 */
public final class HoldoutDraw {
    private static final int BITS_OF_A_DOUBLE = 53;

    /** What happens to a member. */
    public enum Arm {
        /** Gets the campaign. */
        TREATED,
        /** Is left out of it, to tell what would have happened anyway. */
        HELD_OUT
    }

    private final String campaign;
    private final double heldOutShare;

    /**
     * Prepares the draw.
     *
     * @param campaign the campaign's code; another code is another draw
     * @param heldOutShare share of the members to hold out, above 0 and below 1
     * @throws IllegalArgumentException for a share that leaves an arm empty
     */
    public HoldoutDraw(String campaign, double heldOutShare) {
        if (!(heldOutShare > 0 && heldOutShare < 1)) {
            throw new IllegalArgumentException(
                    "A holdout is a share above 0 and below 1, not " + heldOutShare + ".");
        }
        this.campaign = campaign;
        this.heldOutShare = heldOutShare;
    }

    /** The share that was meant to be held out, for {@link SplitCheck}. */
    public double heldOutShare() {
        return heldOutShare;
    }

    /** The arm of a member, by any number or text that stays the member's. */
    public Arm arm(String member) {
        return position(member) < heldOutShare ? Arm.HELD_OUT : Arm.TREATED;
    }

    /** Where the member falls between 0 and 1. */
    private double position(String member) {
        long first = ByteBuffer.wrap(sha256(campaign + '\n' + member)).getLong();
        return (first >>> (Long.SIZE - BITS_OF_A_DOUBLE)) * 0x1p-53;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
