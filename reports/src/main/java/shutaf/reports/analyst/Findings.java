package shutaf.reports.analyst;

import shutaf.reports.lifetimevalue.BgNbd;
import shutaf.reports.lifetimevalue.CustomerBase;
import shutaf.reports.lifetimevalue.Fit;
import shutaf.reports.lifetimevalue.MbgNbd;
import shutaf.reports.lifetimevalue.ModelFits;
import shutaf.reports.lifetimevalue.ParetoNbd;
import shutaf.reports.lifetimevalue.Patterns;
import shutaf.reports.lifetimevalue.SpendFit;
import shutaf.reports.retention.CustomerHistory;
import shutaf.reports.retention.RetentionFigures;
import shutaf.reports.retention.RfmScore;
import shutaf.reports.retention.RfmScores;
import shutaf.reports.retention.SurvivalCurve;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is known once the file was read: what the writers only write down.
 *
 * @param request what was asked
 * @param log the purchases
 * @param base the customers as the models see them
 * @param patterns their distinct histories
 * @param bgNbd the fit of BG/NBD
 * @param mbgNbd the fit of MBG/NBD
 * @param paretoNbd the fit of Pareto/NBD
 * @param spend the fit of Gamma-Gamma
 * @param retention cohorts and repeat rates of the whole window
 * @param rfm scores by recency, frequency and money
 * @param secondPurchase time to the second purchase
 */
public record Findings(
        AnalystRequest request,
        PurchaseLog log,
        CustomerBase base,
        Patterns patterns,
        Fit<BgNbd> bgNbd,
        Fit<MbgNbd> mbgNbd,
        Fit<ParetoNbd> paretoNbd,
        SpendFit spend,
        RetentionFigures retention,
        List<RfmScore> rfm,
        SurvivalCurve secondPurchase) {

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
        CustomerBase base = CustomerBase.of(log.totals().stream(), request.calibrationEnd(), end);
        Patterns patterns = base.patterns();
        RetentionFigures retention = RetentionFigures.of(log.hundredths(end).stream());
        List<CustomerHistory> histories = CustomerHistory.of(log.hundredths(end).stream());
        LocalDate last = retention.summary().obsEnd();
        return new Findings(
                request,
                log,
                base,
                patterns,
                ModelFits.bgNbd(patterns),
                ModelFits.mbgNbd(patterns),
                ModelFits.paretoNbd(patterns),
                SpendFit.of(base.customers()),
                retention,
                RfmScores.of(histories, last),
                SurvivalCurve.secondPurchase(histories, last));
    }

    private static LocalDate later(PurchaseLog log, AnalystRequest request) {
        LocalDate last = log.lastDay();
        return last.isAfter(request.calibrationEnd()) ? last : request.calibrationEnd();
    }

    /** Name of the identified model with the highest likelihood; empty when none is identified. */
    public Optional<String> toRead() {
        Map<String, Fit<?>> fits = Map.of("bgnbd", bgNbd, "mbgnbd", mbgNbd, "pnbd", paretoNbd);
        return fits.entrySet().stream()
                .filter(fit -> fit.getValue() instanceof Fit.Identified)
                .max(Comparator.comparingDouble(
                        fit -> fit.getValue().climbed().orElseThrow().logLikelihood()))
                .map(Map.Entry::getKey);
    }
}
