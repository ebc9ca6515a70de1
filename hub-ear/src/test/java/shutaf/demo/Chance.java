package shutaf.demo;

import java.util.List;

/**
 * Chance that can be repeated: a stream of numbers that depends on a purpose and a subject only.
 *
 * <p>Each household and partner has a stream of its own, so that one more draw in one place changes
 * nothing elsewhere. SplitMix64 is written out here because the demo's bytes must not depend on the
 * library of a JDK.
 */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Chance(String purpose, long subject) {
        state = mixed(purpose.hashCode() * GOLDEN) ^ mixed(subject + GOLDEN);
    }

    /** A number from 0 to {@code bound} - 1. */
    int below(int bound) {
        state += GOLDEN;
        return (int) Long.remainderUnsigned(mixed(state), bound);
    }

    /** A number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True in {@code share} of 1,000 draws. */
    boolean inThousand(int share) {
        return below(1_000) < share;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
