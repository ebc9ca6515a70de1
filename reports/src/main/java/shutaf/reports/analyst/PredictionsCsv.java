package shutaf.reports.analyst;

import static shutaf.reports.analyst.Digits.fifteen;
import static shutaf.reports.analyst.Digits.twelve;

import shutaf.reports.document.CsvText;
import shutaf.reports.lifetimevalue.BuyingModel;
import shutaf.reports.lifetimevalue.BuyingPattern;
import shutaf.reports.lifetimevalue.CustomerSummary;
import shutaf.reports.lifetimevalue.Fit;
import shutaf.reports.lifetimevalue.GammaGamma;
import shutaf.reports.lifetimevalue.Horizon;
import shutaf.reports.lifetimevalue.LifetimeFigures;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code predictions.csv}: every customer with what is expected of it. A cell is empty where there
 * is no model to fill it. Forecasts are made once for each distinct history.
 */
final class PredictionsCsv {

    static final String HEADING = "customer_id,x,t_x,T,m_x,x_star,bgnbd_cet_holdout,"
            + "pnbd_cet_holdout,bgnbd_cet_52w,pnbd_cet_52w,bgnbd_palive,pnbd_palive,"
            + "gg_expected_value,bgnbd_clv12,pnbd_clv12\n";

    private static final int WEEKS_OF_A_YEAR = 52;

    private final double holdoutWeeks;

    private PredictionsCsv(double holdoutWeeks) {
        this.holdoutWeeks = holdoutWeeks;
    }

    static String of(Findings findings) {
        PredictionsCsv writer = new PredictionsCsv(findings.lifetime().base().holdoutWeeks());
        LifetimeFigures lifetime = findings.lifetime();
        Map<BuyingPattern, Forecast> bgNbd = new HashMap<>();
        Map<BuyingPattern, Forecast> paretoNbd = new HashMap<>();
        StringBuilder csv = new StringBuilder(HEADING);
        for (CustomerSummary customer : lifetime.base().customers()) {
            BuyingPattern p = customer.pattern();
            Forecast bg = bgNbd.computeIfAbsent(p, q -> writer.forecast(lifetime.bgNbd(), q));
            Forecast pareto =
                    paretoNbd.computeIfAbsent(p, q -> writer.forecast(lifetime.paretoNbd(), q));
            double spend = spend(lifetime.spend().fit().forecasting(), customer);
            writer.row(csv, customer, bg, pareto, spend);
        }
        return csv.toString();
    }

    private static double spend(Optional<GammaGamma> model, CustomerSummary customer) {
        // Who has no mean above zero is treated as the model treats strangers.
        int x = customer.meanSpend() > 0 ? customer.pattern().x() : 0;
        return model.map(m -> m.expectedSpend(x, customer.meanSpend()).orElse(Double.NaN))
                .orElse(Double.NaN);
    }

    /** What one model says of one history; not a number where there is no model. */
    private record Forecast(double alive, double holdout, double year, double discounted) {}

    private <M extends BuyingModel> Forecast forecast(Fit<M> fit, BuyingPattern pattern) {
        return fit.forecasting()
                .map(model -> new Forecast(
                        model.alive(pattern),
                        model.expected(pattern, holdoutWeeks),
                        model.expected(pattern, WEEKS_OF_A_YEAR),
                        Horizon.TWELVE_MONTHS.purchases(model, pattern)))
                .orElseGet(() -> new Forecast(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    private void row(
            StringBuilder csv,
            CustomerSummary customer,
            Forecast bg,
            Forecast pareto,
            double spend) {
        BuyingPattern p = customer.pattern();
        csv.append(String.join(
                        ",",
                        CsvText.field(customer.customerId()),
                        Integer.toString(p.x()),
                        twelve(p.tx()),
                        twelve(p.t()),
                        twelve(customer.meanSpend()),
                        Integer.toString(customer.holdoutDays()),
                        fifteen(bg.holdout()),
                        fifteen(pareto.holdout()),
                        fifteen(bg.year()),
                        fifteen(pareto.year()),
                        fifteen(bg.alive()),
                        fifteen(pareto.alive()),
                        fifteen(spend),
                        fifteen(spend * bg.discounted()),
                        fifteen(spend * pareto.discounted())))
                .append('\n');
    }
}
