package shutaf.reports.lifetimevalue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private Patterns(Map<BuyingPattern, Long> counts) {
        patterns = new ArrayList<>(counts.size());
        customers = new long[counts.size()];
        long sum = 0;
        int most = 0;
        for (var entry : new TreeMap<>(counts).entrySet()) {
            customers[patterns.size()] = entry.getValue();
            patterns.add(entry.getKey());
            sum += entry.getValue();
            most = Math.max(most, entry.getKey().x());
        }
        total = sum;
        mostRepeats = most;
    }

    /** One pattern a customer. */
    public static Patterns of(Stream<BuyingPattern> customers) {
        return new Patterns(customers.collect(
                Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    /** Patterns already counted; counts are above 0. */
    public static Patterns counted(Map<BuyingPattern, Long> counts) {
        return new Patterns(counts);
    }

    /** How many distinct patterns there are. */
    public int size() {
        return patterns.size();
    }

    /** The k-th pattern. */
    public BuyingPattern pattern(int k) {
        return patterns.get(k);
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
