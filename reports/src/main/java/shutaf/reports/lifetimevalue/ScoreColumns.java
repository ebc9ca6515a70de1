package shutaf.reports.lifetimevalue;

import shutaf.crm.score.Score;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * Scores of all customers in columns of numbers, the most valuable first, so that a million of them
 * have room in a server that does other work. A score is made when it is asked for.
 */
final class ScoreColumns extends AbstractList<Score> implements RandomAccess {
    private static final int TENTHS = 10;
    private static final int UNKNOWN = -1;
    private static final long NO_VALUE = Long.MIN_VALUE;
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;
    private static final double CENTS = 100;

    private final CustomerColumns customers;
    private final int[] aliveMillionths;
    private final int[] purchasesThousandths;
    private final long[] valueMinor;
    private final int[] order;
    private final int valued;

    /** Customers of whom no model says anything. */
    ScoreColumns(CustomerColumns customers) {
        this.customers = customers;
        aliveMillionths = filled(customers.size());
        purchasesThousandths = filled(customers.size());
        valueMinor = new long[customers.size()];
        Arrays.fill(valueMinor, NO_VALUE);
        order = IntStream.range(0, customers.size()).toArray();
        valued = 0;
    }

    /**
     * Works out all scores.
     *
     * @param spend what a purchase is worth; where spending is so uneven that newcomers have no
     *     mean, those have no value
     */
    ScoreColumns(CustomerColumns customers, ExpectedBuying expected, Optional<GammaGamma> spend) {
        this.customers = customers;
        aliveMillionths = filled(customers.size());
        purchasesThousandths = filled(customers.size());
        valueMinor = new long[customers.size()];
        for (int k = 0; k < customers.size(); k++) {
            CustomerSummary customer = customers.get(k);
            int pattern = expected.of(customer.pattern());
            aliveMillionths[k] =
                    (int) Math.round(Math.clamp(expected.alive(pattern), 0, 1) * MILLION);
            purchasesThousandths[k] = (int) Math.round(expected.purchases(pattern) * THOUSAND);
            valueMinor[k] = spend.map(m -> value(m, customer, expected.discounted(pattern)))
                    .orElse(NO_VALUE);
        }
        order = IntStream.range(0, customers.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer k) -> -valueOrLeast(k))
                        .thenComparingLong(customers::member))
                .mapToInt(Integer::intValue)
                .toArray();
        valued = (int) Arrays.stream(valueMinor).filter(v -> v != NO_VALUE).count();
    }

    private static int[] filled(int size) {
        int[] column = new int[size];
        Arrays.fill(column, UNKNOWN);
        return column;
    }

    private static long value(GammaGamma spend, CustomerSummary customer, double discounted) {
        int x = customer.meanSpend() > 0 ? customer.pattern().x() : 0;
        OptionalDouble each = spend.expectedSpend(x, customer.meanSpend());
        return each.isPresent() ? Math.round(each.getAsDouble() * discounted * CENTS) : NO_VALUE;
    }

    /** The value, or what stands below all values and can be turned round. */
    private long valueOrLeast(int k) {
        return Math.max(valueMinor[k], Long.MIN_VALUE + 1);
    }

    /** How many customers have a value. */
    int valued() {
        return valued;
    }

    /**
     * The tenth of a place among those with a value, from 1; 0 for the others, and for all where
     * they are fewer than ten. The n-th tenth ends where n tenths of them do, rounded down.
     */
    private int tenth(int place) {
        if (valued < TENTHS || place >= valued) {
            return 0;
        }
        int tenth = (int) ((long) place * TENTHS / valued) + 1;
        return place >= (long) valued * tenth / TENTHS ? tenth + 1 : tenth;
    }

    @Override
    public Score get(int place) {
        int k = order[place];
        return new Score(
                customers.member(k),
                customers.repeats(k),
                customers.first(k),
                customers.last(k),
                customers.calibrationEnd(),
                outlook(k),
                tenth(place));
    }

    private Optional<Score.Outlook> outlook(int k) {
        if (aliveMillionths[k] == UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(new Score.Outlook(
                aliveMillionths[k],
                purchasesThousandths[k],
                valueMinor[k] == NO_VALUE ? Optional.empty() : Optional.of(valueMinor[k])));
    }

    @Override
    public int size() {
        return order.length;
    }
}
