package shutaf.seeded.tier;

import java.time.Instant;

/** A name that says nothing, asking two clocks that no test can move. */
public final class TierHelper {
    private TierHelper() {}

    /** How long ago that was, in milliseconds, by two clocks. */
    public static long age(Instant since) {
        long byOne = Instant.now().toEpochMilli() - since.toEpochMilli();
        long byOther = System.currentTimeMillis() - since.toEpochMilli();
        return Math.max(byOne, byOther);
    }
}
