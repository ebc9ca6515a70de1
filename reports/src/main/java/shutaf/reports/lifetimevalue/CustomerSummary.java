package shutaf.reports.lifetimevalue;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One customer as the models see it, and what came afterwards.
 *
 * @param customerId the customer
 * @param first day of the first purchase
 * @param pattern x, t_x and T up to the end of calibration, in weeks
 * @param repeatSpend money of the x repeat days; the first purchase is not in it
 * @param meanSpend repeat money a repeat day; 0 when x is 0
 * @param holdoutDays days of purchase after calibration, to the end of the holdout
 * @param holdoutSpend their money
 */
public record CustomerSummary(
        String customerId,
        LocalDate first,
        BuyingPattern pattern,
        BigDecimal repeatSpend,
        double meanSpend,
        int holdoutDays,
        BigDecimal holdoutSpend) {}
