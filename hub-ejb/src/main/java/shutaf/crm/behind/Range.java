package shutaf.crm.behind;

import java.util.Optional;

/**
 * Whole numbers in a row, both ends included.
 *
 * @param least the first
 * @param most the last, not below the first
 */
public record Range(int least, int most) {
    /** The range of a text like 3 or 2-4. */
    static Optional<Range> of(String text) {
        if (!text.matches("\\d{1,7}(-\\d{1,7})?")) {
            return Optional.empty();
        }
        String[] ends = text.split("-");
        Range range = new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        return range.least <= range.most ? Optional.of(range) : Optional.empty();
    }

    boolean liesWithin(int lowest, int highest) {
        return least >= lowest && most <= highest;
    }

    /** As {@link #of} reads it. */
    String written() {
        return least == most ? Integer.toString(least) : least + "-" + most;
    }

    /** 3 or 2–4. */
    @Override
    public String toString() {
        return least == most ? Integer.toString(least) : least + "–" + most;
    }
}
