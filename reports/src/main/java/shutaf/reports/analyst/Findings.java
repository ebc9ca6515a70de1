package shutaf.reports.analyst;

import shutaf.reports.lifetimevalue.CustomerBase;
import shutaf.reports.lifetimevalue.DayTotal;
import shutaf.reports.lifetimevalue.LifetimeFigures;
import shutaf.reports.retention.CustomerHistory;
import shutaf.reports.retention.RetentionBlock;
import shutaf.reports.retention.RetentionFigures;
import shutaf.reports.retention.RfmScore;
import shutaf.reports.retention.RfmScores;
import shutaf.reports.retention.SurvivalCurve;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that is known once the file was read: what the writers only write down.
 *
 * @param request what was asked
 * @param log the purchases
 * @param lifetime fits and forecasts
 * @param block cohorts, repeat rates, survival and scores of the whole window
 * @param rfm scores by recency, frequency and money, customer by customer
 */
public record Findings(
        AnalystRequest request,
        PurchaseLog log,
        LifetimeFigures lifetime,
        RetentionBlock block,
        List<RfmScore> rfm) {

    /** Keeps its own list. */
    public Findings {
        rfm = List.copyOf(rfm);
    }

    /**
     * Fits and counts.
     *
     * @throws UnusableRequest when nobody bought by the end of calibration
     */
    public static Findings of(AnalystRequest request, PurchaseLog log) throws UnusableRequest {
        if (log.firstDay().isAfter(request.calibrationEnd())) {
            throw new UnusableRequest("The first purchase is on " + log.firstDay()
                    + ", after the end of calibration on " + request.calibrationEnd() + ".");
        }
        LocalDate end = request.holdoutEnd().orElseGet(() -> later(log, request));
        List<DayTotal> history = log.totals();
        CustomerBase base = CustomerBase.of(history.stream(), request.calibrationEnd(), end);
        RetentionFigures retention = RetentionFigures.of(log.hundredths(end).stream());
        List<CustomerHistory> histories = CustomerHistory.of(log.hundredths(end).stream());
        LocalDate last = retention.summary().obsEnd();
        return new Findings(
                request,
                log,
                LifetimeFigures.of(base, history),
                RetentionBlock.of(retention, histories),
                RfmScores.of(histories, last));
    }

    /** Cohorts and repeat rates of the whole window. */
    public RetentionFigures retention() {
        return block.figures();
    }

    /** Time to the second purchase. */
    public SurvivalCurve secondPurchase() {
        return block.secondPurchase();
    }

    private static LocalDate later(PurchaseLog log, AnalystRequest request) {
        LocalDate last = log.lastDay();
        return last.isAfter(request.calibrationEnd()) ? last : request.calibrationEnd();
    }
}
