package shutaf.reports.lifetimevalue;

import shutaf.crm.score.Score;
import shutaf.crm.score.Scoring;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Optional;

/**
 * What the models say of each customer by name, with the whole history as calibration: nothing is
 * kept back to check a forecast against, since the report on lifetime value does that.
 *
 * @param how which model, and until when it looked
 * @param scores one a customer, the most valuable first where there is a value, each with its tenth
 *     of all who have one, cut where the report cuts them; each is made when it is asked for
 */
public record LifetimeScores(Scoring how, List<Score> scores) {

    /** Scores everybody whose purchases the filter leaves; empty when nobody bought. */
    public static Optional<LifetimeScores> read(PurchaseHistory history, ReportFilter filter) {
        return history.span(filter).map(PurchaseHistory.Span::last).map(last -> {
            CustomerColumns customers = new CustomerColumns(last);
            history.summaries(filter, last, last, customers::take);
            return of(customers);
        });
    }

    /**
     * Scores everybody.
     *
     * @param customers all customers with all their days of purchase; not to be changed after
     */
    public static LifetimeScores of(CustomerColumns customers) {
        LifetimeFigures fitted = LifetimeFigures.fitted(new CustomerBase(
                customers.calibrationEnd(), customers.calibrationEnd(), customers, 0, 0));
        Optional<LifetimeFigures.Forecaster> forecaster = fitted.forecaster();
        ScoreColumns scores = forecaster
                .map(f -> new ScoreColumns(
                        customers,
                        new ExpectedBuying(f.model(), fitted.patterns()),
                        fitted.spend().fit().forecasting()))
                .orElseGet(() -> new ScoreColumns(customers));
        return new LifetimeScores(
                new Scoring(
                        customers.calibrationEnd(),
                        forecaster.map(LifetimeFigures.Forecaster::name),
                        forecaster
                                .filter(LifetimeFigures.Forecaster::identified)
                                .isPresent(),
                        scores.valued() > 0),
                scores);
    }
}
