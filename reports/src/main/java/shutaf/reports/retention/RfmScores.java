package shutaf.reports.retention;

import shutaf.purchase.RetentionCounts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Scores customers by recency, frequency and money against each other.
 *
 * <p>"Goodness" below is a number that grows with the better customer, so that all three measures
 * are ranked by one rule.
 */
public final class RfmScores {

    private static final int PARTS = RetentionCounts.PARTS;

    private final List<CustomerHistory> customers;

    private RfmScores(List<CustomerHistory> customers) {
        this.customers = customers;
    }

    /**
     * Scores all customers, in the order given.
     *
     * @param obsEnd last day of the window; recency counts to the day after it
     */
    public static List<RfmScore> of(List<CustomerHistory> customers, LocalDate obsEnd) {
        RfmScores all = new RfmScores(customers);
        LocalDate reference = obsEnd.plusDays(1);
        int[][] recency = all.scores(customer -> customer.last().toEpochDay());
        int[][] frequency = all.scores(CustomerHistory::days);
        int[][] money = all.scores(CustomerHistory::amountMinor);
        List<RfmScore> scores = new ArrayList<>(customers.size());
        for (int customer = 0; customer < customers.size(); customer++) {
            CustomerHistory history = customers.get(customer);
            scores.add(new RfmScore(
                    history.customerId(),
                    ChronoUnit.DAYS.between(history.last(), reference),
                    history.days(),
                    history.amountMinor(),
                    recency[0][customer],
                    frequency[0][customer],
                    money[0][customer],
                    recency[1][customer],
                    frequency[1][customer],
                    money[1][customer]));
        }
        return scores;
    }

    /** For one measure: [0] scores by equal parts, [1] scores with ties together. */
    private int[][] scores(ToLongFunction<CustomerHistory> goodness) {
        int all = customers.size();
        List<Integer> ranked = new ArrayList<>(all);
        for (int customer = 0; customer < all; customer++) {
            ranked.add(customer);
        }
        ranked.sort(Comparator.<Integer>comparingLong(
                        customer -> goodness.applyAsLong(customers.get(customer)))
                .thenComparing(customer -> customers.get(customer).customerId()));
        int[][] scores = new int[2][all];
        int worse = 0;
        for (int rank = 0; rank < all; rank++) {
            int customer = ranked.get(rank);
            if (rank > 0
                    && goodness.applyAsLong(customers.get(customer))
                            > goodness.applyAsLong(customers.get(ranked.get(rank - 1)))) {
                worse = rank;
            }
            scores[0][customer] = ntile(rank, all);
            scores[1][customer] = Math.min(PARTS, (int) (5L * worse / all) + 1);
        }
        return scores;
    }

    /** SQL's NTILE(5): the first parts are larger by one where five does not divide the whole. */
    static int ntile(int rank, int all) {
        int part = all / PARTS;
        int larger = all % PARTS;
        int inLarger = larger * (part + 1);
        return rank < inLarger ? rank / (part + 1) + 1 : larger + (rank - inLarger) / part + 1;
    }
}
