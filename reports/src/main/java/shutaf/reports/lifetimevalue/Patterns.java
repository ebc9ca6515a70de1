package shutaf.reports.lifetimevalue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Distinct buying patterns with how many customers show each, sorted: a fit costs what the patterns
 * cost, not the customers, and gives the same bits in whatever order the customers came.
 */
public final class Patterns {

    private final List<BuyingPattern> patterns;
    private final long[] customers;
    private final long total;
    private final int mostRepeats;

    private Patterns(List<BuyingPattern> patterns, long[] customers) {
        this.patterns = patterns;
        this.customers = customers;
        this.total = Arrays.stream(customers).sum();
        this.mostRepeats = patterns.stream().mapToInt(BuyingPattern::x).max().orElse(0);
    }

    /** One pattern a customer; of a million of them there is one list, and never a map. */
    public static Patterns of(Stream<BuyingPattern> customers) {
        BuyingPattern[] all = customers.sorted().toArray(BuyingPattern[]::new);
        long[] counts = new long[all.length];
        int distinct = 0;
        for (BuyingPattern pattern : all) {
            if (distinct == 0 || !all[distinct - 1].equals(pattern)) {
                all[distinct++] = pattern;
            }
            counts[distinct - 1]++;
        }
        return new Patterns(List.of(Arrays.copyOf(all, distinct)), Arrays.copyOf(counts, distinct));
    }

    /** Patterns already counted; counts are above 0. */
    public static Patterns counted(Map<BuyingPattern, Long> counts) {
        Map<BuyingPattern, Long> sorted = new TreeMap<>(counts);
        return new Patterns(
                List.copyOf(sorted.keySet()),
                sorted.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** How many distinct patterns there are. */
    public int size() {
        return patterns.size();
    }

    /** The k-th pattern. */
    public BuyingPattern pattern(int k) {
        return patterns.get(k);
    }

    /**
     * About so many of the customers, evenly over the sorted patterns and so the same each time.
     *
     * @param most how many at most
     */
    Patterns sample(int most) {
        long step = Math.max(1, Math.ceilDiv(total, most));
        long[] counts = new long[customers.length];
        List<BuyingPattern> drawn = new ArrayList<>();
        long before = 0;
        for (int k = 0; k < customers.length; k++) {
            long after = before + customers[k];
            long taken = after / step - before / step;
            before = after;
            if (taken > 0) {
                counts[drawn.size()] = taken;
                drawn.add(patterns.get(k));
            }
        }
        return new Patterns(List.copyOf(drawn), Arrays.copyOf(counts, drawn.size()));
    }

    /** Which one this pattern is; below 0 when no customer shows it. */
    int indexOf(BuyingPattern pattern) {
        return Collections.binarySearch(patterns, pattern);
    }

    /** How many customers show the k-th pattern. */
    public long customers(int k) {
        return customers[k];
    }

    /** All customers. */
    public long total() {
        return total;
    }

    /** The largest x. */
    public int mostRepeats() {
        return mostRepeats;
    }

    /** Customers with at least one repeat purchase. */
    public long repeaters() {
        long sum = 0;
        for (int k = 0; k < customers.length; k++) {
            sum += patterns.get(k).x() > 0 ? customers[k] : 0;
        }
        return sum;
    }

    /** Repeat purchases in a week of one customer's observation, on average; 0 without any time. */
    public double meanRate() {
        double purchases = 0;
        double weeks = 0;
        for (int k = 0; k < customers.length; k++) {
            purchases += (double) customers[k] * patterns.get(k).x();
            weeks += customers[k] * patterns.get(k).t();
        }
        return weeks > 0 ? purchases / weeks : 0;
    }

    /** The longest observation, in weeks. */
    public double longest() {
        return patterns.stream().mapToDouble(BuyingPattern::t).max().orElse(0);
    }
}
