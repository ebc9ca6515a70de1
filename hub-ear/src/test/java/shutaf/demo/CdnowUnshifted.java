package shutaf.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The CD shop's history on its own dates (1997-01-01 to 1998-06-30) for a test partner, without
 * returns, strangers or faults, so that a retention report over it can be compared with published
 * figures.
 *
 * <p>6,919 receipts of 2,357 customers; 223 are further purchases of a customer on the same day and
 * eight customer days add up to nothing: they are receipts like all others. The report that equals
 * the published figures counts days with a purchase, also those of no value.
 */
public final class CdnowUnshifted {
    /** The partner code that the files carry. */
    public static final String PARTNER = "CDTEST";

    /** The outlet of all receipts; the till is "1". */
    public static final String OUTLET = MusicHistory.OUTLET;

    /** How many customers there are; their numbers run from 1 without gaps. */
    public static final int CUSTOMERS = 2_357;

    // Far from the demo's own cards, so that both may live in one hub.
    private static final long FIRST_RUNNING = 7_000_000_000L;

    private CdnowUnshifted() {}

    /** The card of one customer, counted from 1 as in the source. */
    public static String card(int customer) {
        return CardNumber.of(FIRST_RUNNING + customer);
    }

    /** The cards of all customers in order, to be enrolled before the files are taken. */
    public static List<String> cards() {
        return IntStream.rangeClosed(1, CUSTOMERS)
                .mapToObj(CdnowUnshifted::card)
                .toList();
    }

    /** All receipts in order of time. */
    public static List<DemoReceipt> receipts() {
        return MusicHistory.of(CdnowUnshifted::card);
    }

    /** Writes 18 monthly files, sequence 1 first, and returns them in that order. */
    public static List<Path> writeFiles(Path folder) {
        return new MonthlyFiles(PARTNER, receipts(), WeekShift.NONE).write(folder, List.of());
    }
}
