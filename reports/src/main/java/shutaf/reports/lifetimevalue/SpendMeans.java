package shutaf.reports.lifetimevalue;

import shutaf.reports.lifetimevalue.SpendLikelihood.Spend;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Distinct mean spends with how many customers have each, by number of repeat purchases, as plain
 * numbers: hardly two customers have the same mean, so there are as many as customers.
 */
final class SpendMeans {

    private static final int START = 16;

    private final NavigableMap<Integer, Group> groups = new TreeMap<>();
    private long leftOut;

    private SpendMeans() {}

    /** Customers with equally many repeat purchases. */
    static final class Group {
        private final int x;
        private double[] means = new double[START];
        private long[] counts = new long[0];
        private int size;

        private Group(int x) {
            this.x = x;
        }

        /** Repeat purchases, at least 1. */
        int x() {
            return x;
        }

        /** Distinct means. */
        int size() {
            return size;
        }

        /** The k-th mean, ascending, above 0. */
        double mean(int k) {
            return means[k];
        }

        /** Customers with that mean. */
        long customers(int k) {
            return counts[k];
        }

        private void take(double mean) {
            if (size == means.length) {
                means = Arrays.copyOf(means, size * 2);
            }
            means[size++] = mean;
        }

        /** Puts equal means together. */
        private void close() {
            Arrays.sort(means, 0, size);
            counts = new long[size];
            int last = -1;
            for (int k = 0; k < size; k++) {
                if (last < 0 || means[k] != means[last]) {
                    means[++last] = means[k];
                }
                counts[last]++;
            }
            size = last + 1;
        }
    }

    /** Of customers with x and mean above 0. */
    static SpendMeans of(List<CustomerSummary> customers) {
        SpendMeans spends = new SpendMeans();
        for (CustomerSummary customer : customers) {
            int x = customer.pattern().x();
            if (x > 0 && customer.meanSpend() > 0) {
                spends.groups.computeIfAbsent(x, Group::new).take(customer.meanSpend());
            } else if (x > 0) {
                spends.leftOut++;
            }
        }
        spends.groups.values().forEach(Group::close);
        return spends;
    }

    /** Of customers counted already. */
    static SpendMeans of(Map<Spend, Long> counted) {
        SpendMeans spends = new SpendMeans();
        new TreeMap<>(counted).forEach((spend, customers) -> {
            Group group = spends.groups.computeIfAbsent(spend.x(), Group::new);
            group.take(spend.mean());
            group.counts = Arrays.copyOf(group.counts, group.size);
            group.counts[group.size - 1] = customers;
        });
        return spends;
    }

    /** By number of repeat purchases, ascending. */
    Collection<Group> groups() {
        return Collections.unmodifiableCollection(groups.values());
    }

    /** Customers with x above 0 whose mean is zero or below. */
    long leftOut() {
        return leftOut;
    }

    /** All that are counted. */
    long customers() {
        return groups.values().stream()
                .mapToLong(group -> Arrays.stream(group.counts).sum())
                .sum();
    }

    /** Distinct pairs of x and mean. */
    int size() {
        return groups.values().stream().mapToInt(Group::size).sum();
    }

    /** Takes a pair with how many customers have it. */
    @FunctionalInterface
    interface Taker {
        /** The next pair. */
        void take(int x, double mean, double customers);
    }

    /** Hands over all pairs, in order. */
    void each(Taker taker) {
        for (Group group : groups.values()) {
            for (int k = 0; k < group.size; k++) {
                taker.take(group.x, group.means[k], (double) group.counts[k]);
            }
        }
    }
}
