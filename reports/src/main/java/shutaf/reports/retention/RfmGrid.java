package shutaf.reports.retention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many members have which scores of recency, frequency and money, each 1 to 5, 5 is best.
 *
 * @param cells only those with members, several of one combination are added up
 */
public record RfmGrid(List<Cell> cells) {

    /** The highest score. */
    public static final int BEST = 5;

    /** Keeps its own list, in which each combination stands once. */
    public RfmGrid {
        Map<List<Integer>, Long> together = new LinkedHashMap<>();
        for (Cell c : cells) {
            together.merge(List.of(c.recency(), c.frequency(), c.money()), c.members(), Long::sum);
        }
        cells = together.entrySet().stream()
                .map(e -> new Cell(
                        e.getKey().get(0), e.getKey().get(1), e.getKey().get(2), e.getValue()))
                .toList();
    }

    /**
     * One combination of scores.
     *
     * @param recency score of recency
     * @param frequency score of frequency
     * @param money score of money
     * @param members how many have it
     */
    public record Cell(int recency, int frequency, int money, long members) {}

    /** Members with these two scores, whatever their money. */
    public long at(int recency, int frequency) {
        return cells.stream()
                .filter(c -> c.recency() == recency && c.frequency() == frequency)
                .mapToLong(Cell::members)
                .sum();
    }

    /** The most members that any two scores have together. */
    public long most() {
        long most = 0;
        for (int recency = 1; recency <= BEST; recency++) {
            for (int frequency = 1; frequency <= BEST; frequency++) {
                most = Math.max(most, at(recency, frequency));
            }
        }
        return most;
    }
}
