package shutaf.purchase;

import java.time.LocalDate;

/**
 * What models of buying need of one customer, and what came afterwards. Days of purchase, not
 * receipts, are counted.
 *
 * @param memberId the customer
 * @param first first day of purchase
 * @param last last day of purchase up to the end of calibration; {@code first} where that is later
 * @param repeats days of purchase after the first, up to the end of calibration
 * @param repeatMinor what was paid on them, minor units
 * @param later days of purchase after calibration, up to the end of the holdout
 * @param laterMinor what was paid on them, minor units
 * @param latest days of purchase after the end of the holdout
 */
public record BuyingSummary(
        long memberId,
        LocalDate first,
        LocalDate last,
        int repeats,
        long repeatMinor,
        int later,
        long laterMinor,
        long latest) {}
