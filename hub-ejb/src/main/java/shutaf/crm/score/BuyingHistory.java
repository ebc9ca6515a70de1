package shutaf.crm.score;

import java.time.LocalDate;

/**
 * What models need of one member.
 *
 * @param member number of the account
 * @param first first day of purchase
 * @param last last day of purchase
 * @param repeats days of purchase after the first
 * @param repeatMinor what was paid on them, minor units
 */
public record BuyingHistory(
        long member, LocalDate first, LocalDate last, int repeats, long repeatMinor) {}
