package shutaf.reports.lifetimevalue;

import shutaf.purchase.BuyingSummary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * Customers as the database sums them up, in columns of numbers: 40 bytes each, where a list of
 * objects would take 300. A summary is made when it is asked for. Never changes once it is in a
 * {@link CustomerBase}.
 */
public final class CustomerColumns extends AbstractList<CustomerSummary> implements RandomAccess {

    private static final int START = 1024;
    private static final int CENTS = 2;
    private static final double DAYS_A_WEEK = 7;

    private final LocalDate calibrationEnd;
    private long[] member = new long[START];
    private int[] first = new int[START];
    private int[] span = new int[START];
    private int[] repeats = new int[START];
    private int[] later = new int[START];
    private long[] repeatMinor = new long[START];
    private long[] laterMinor = new long[START];
    private int size;

    /**
     * Nobody yet.
     *
     * @param calibrationEnd last day that models may see
     */
    public CustomerColumns(LocalDate calibrationEnd) {
        this.calibrationEnd = calibrationEnd;
    }

    /** One more, who bought by the end of calibration. */
    public void take(BuyingSummary customer) {
        if (size == member.length) {
            grow(size + size / 2);
        }
        member[size] = customer.memberId();
        first[size] = (int) customer.first().toEpochDay();
        span[size] = (int) (customer.last().toEpochDay() - customer.first().toEpochDay());
        repeats[size] = customer.repeats();
        later[size] = customer.later();
        repeatMinor[size] = customer.repeatMinor();
        laterMinor[size] = customer.laterMinor();
        size++;
    }

    private void grow(int room) {
        member = Arrays.copyOf(member, room);
        first = Arrays.copyOf(first, room);
        span = Arrays.copyOf(span, room);
        repeats = Arrays.copyOf(repeats, room);
        later = Arrays.copyOf(later, room);
        repeatMinor = Arrays.copyOf(repeatMinor, room);
        laterMinor = Arrays.copyOf(laterMinor, room);
    }

    /** Last day that models may see. */
    LocalDate calibrationEnd() {
        return calibrationEnd;
    }

    /** Number of the k-th customer's account. */
    long member(int k) {
        return member[k];
    }

    /** Days of purchase after the first. */
    int repeats(int k) {
        return repeats[k];
    }

    /** First day of purchase. */
    LocalDate first(int k) {
        return LocalDate.ofEpochDay(first[k]);
    }

    /** Last day of purchase by the end of calibration. */
    LocalDate last(int k) {
        return LocalDate.ofEpochDay(first[k] + (long) span[k]);
    }

    @Override
    public CustomerSummary get(int k) {
        BigDecimal spend = BigDecimal.valueOf(repeatMinor[k], CENTS);
        return new CustomerSummary(
                Long.toString(member[k]),
                first(k),
                new BuyingPattern(
                        repeats[k],
                        span[k] / DAYS_A_WEEK,
                        (calibrationEnd.toEpochDay() - first[k]) / DAYS_A_WEEK),
                spend,
                mean(spend, repeats[k]),
                later[k],
                BigDecimal.valueOf(laterMinor[k], CENTS));
    }

    /** Money a repeat purchase, rounded once; 0 without any. */
    static double mean(BigDecimal spend, int repeats) {
        return repeats == 0
                ? 0
                : spend.divide(BigDecimal.valueOf(repeats), MathContext.DECIMAL64)
                        .doubleValue();
    }

    @Override
    public int size() {
        return size;
    }
}
