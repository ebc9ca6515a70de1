package shutaf.crm.score;

import shutaf.purchase.Segment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is expected of one member.
 *
 * @param member number of the account
 * @param repeats days of purchase after the first
 * @param first first day of purchase
 * @param last last day of purchase
 * @param asOf last day that the models saw
 * @param outlook what the model says; empty without one
 * @param decile tenth of value, 1 the most valuable; 0 where there is none
 */
public record Score(
        long member,
        int repeats,
        LocalDate first,
        LocalDate last,
        LocalDate asOf,
        Optional<Outlook> outlook,
        int decile) {

    /**
     * What the model says.
     *
     * @param aliveMillionths chance of ever buying again, in millionths
     * @param purchasesThousandths expected days of purchase of the next 52 weeks, in thousandths
     * @param valueMinor discounted value of twelve months, minor units; empty where amounts are not
     *     enough to say
     */
    public record Outlook(
            long aliveMillionths, long purchasesThousandths, Optional<Long> valueMinor) {}

    /** What kind of customer that makes. */
    public Segment segment() {
        return Segment.of(new Segment.Signs(
                repeats,
                ChronoUnit.DAYS.between(first, asOf),
                outlook.map(Outlook::aliveMillionths).orElse(-1L),
                decile));
    }
}
