package shutaf.reports.lifetimevalue;

import shutaf.reports.lifetimevalue.SpendLikelihood.Spend;
import shutaf.reports.statistics.Box;
import shutaf.reports.statistics.Climb;
import shutaf.reports.statistics.Maximum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits Gamma-Gamma to the customers who came back and left money.
 *
 * @param fit what became of it
 * @param customers customers with x above 0 and a mean above 0
 * @param leftOut customers with x above 0 whose mean is zero or below: gifts, returns
 * @param correlation Pearson's correlation of x and mean, which the model assumes to be 0; 0 when
 *     either does not vary
 */
public record SpendFit(Fit<GammaGamma> fit, long customers, long leftOut, double correlation) {

    private static final double WIDTH = 1e6;
    private static final double NOTICEABLE = 0.3;

    /** Fits the customers' repeat purchases. */
    public static SpendFit of(List<CustomerSummary> customers) {
        Map<Spend, Long> patterns = new HashMap<>();
        long counted = 0;
        long leftOut = 0;
        for (CustomerSummary customer : customers) {
            int x = customer.pattern().x();
            if (x > 0 && customer.meanSpend() > 0) {
                patterns.merge(new Spend(x, customer.meanSpend()), 1L, Long::sum);
                counted++;
            } else if (x > 0) {
                leftOut++;
            }
        }
        double correlation = correlation(patterns);
        Fit<GammaGamma> fit = counted < ModelFits.LEAST_REPEATERS
                ? new Fit.Refused<>(List.of(
                        counted == 0 ? FitFinding.NO_AMOUNTS : FitFinding.TOO_FEW_REPEATERS))
                : climbed(patterns, counted, correlation);
        return new SpendFit(fit, counted, leftOut, correlation);
    }

    private static Fit<GammaGamma> climbed(
            Map<Spend, Long> patterns, long customers, double correlation) {
        double mean = patterns.entrySet().stream()
                        .mapToDouble(entry -> entry.getKey().mean() * entry.getValue())
                        .sum()
                / customers;
        List<double[]> starts = List.of(
                new double[] {1, 3, 2 * mean},
                new double[] {6, 4, mean / 2},
                new double[] {0.5, 10, 18 * mean},
                new double[] {2, 1.5, mean / 4});
        Box box = Box.around(new double[] {1, 1, mean}, WIDTH);
        Climb.Best best = new Climb(new SpendLikelihood(patterns), box).best(starts);
        Maximum top = best.maximum();
        FitFigures figures =
                ModelFits.figures(top, List.of("p", "q", "v"), customers, patterns.size());
        GammaGamma model = new GammaGamma(top.parameter(0), top.parameter(1), top.parameter(2));
        if (ModelFits.lost(top, 0, 3)) {
            boolean alike = top.parameter(1) > 1 && ModelFits.lost(top, 1, 3);
            FitFinding why = alike ? FitFinding.ONE_SPENDING_LEVEL : FitFinding.NO_MAXIMUM;
            return new Fit.NotIdentified<>(model, figures, List.of(why), Optional.empty());
        }
        List<FitFinding> caveats = new ArrayList<>(ModelFits.caveats(best));
        if (model.populationMean().isEmpty()) {
            caveats.add(FitFinding.NO_MEAN_SPEND);
        }
        if (Math.abs(correlation) > NOTICEABLE) {
            caveats.add(FitFinding.SPEND_GOES_WITH_FREQUENCY);
        }
        return new Fit.Identified<>(model, figures, caveats);
    }

    private static double correlation(Map<Spend, Long> patterns) {
        double n = 0;
        double x = 0;
        double m = 0;
        for (var entry : patterns.entrySet()) {
            double weight = (double) entry.getValue();
            n += weight;
            x += weight * entry.getKey().x();
            m += weight * entry.getKey().mean();
        }
        double xx = 0;
        double mm = 0;
        double xm = 0;
        for (var entry : patterns.entrySet()) {
            double weight = (double) entry.getValue();
            double dx = entry.getKey().x() - x / n;
            double dm = entry.getKey().mean() - m / n;
            xx += weight * dx * dx;
            mm += weight * dm * dm;
            xm += weight * dx * dm;
        }
        double spread = Math.sqrt(xx) * Math.sqrt(mm);
        return spread > 0 ? xm / spread : 0;
    }
}
