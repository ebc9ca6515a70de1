package shutaf.reports.lifetimevalue;

import shutaf.reports.statistics.Box;
import shutaf.reports.statistics.Climb;
import shutaf.reports.statistics.Maximum;

import java.util.ArrayList;
import java.util.List;
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
        SpendMeans spends = SpendMeans.of(customers);
        long counted = spends.customers();
        double correlation = correlation(spends);
        Fit<GammaGamma> fit = counted < ModelFits.LEAST_REPEATERS
                ? new Fit.Refused<>(List.of(
                        counted == 0 ? FitFinding.NO_AMOUNTS : FitFinding.TOO_FEW_REPEATERS))
                : climbed(spends, counted, correlation);
        return new SpendFit(fit, counted, spends.leftOut(), correlation);
    }

    private static Fit<GammaGamma> climbed(SpendMeans spends, long customers, double correlation) {
        double[] sum = new double[1];
        spends.each((x, m, weight) -> sum[0] += weight * m);
        double mean = sum[0] / customers;
        List<double[]> starts = List.of(
                new double[] {1, 3, 2 * mean},
                new double[] {6, 4, mean / 2},
                new double[] {0.5, 10, 18 * mean},
                new double[] {2, 1.5, mean / 4});
        Box box = Box.around(new double[] {1, 1, mean}, WIDTH);
        Climb.Best best = new Climb(new SpendLikelihood(spends), box).best(starts);
        Maximum top = best.maximum();
        FitFigures figures =
                ModelFits.figures(top, List.of("p", "q", "v"), customers, spends.size());
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

    private static double correlation(SpendMeans spends) {
        double[] sums = new double[3];
        spends.each((x, mean, weight) -> {
            sums[0] += weight;
            sums[1] += weight * x;
            sums[2] += weight * mean;
        });
        double[] squares = new double[3];
        spends.each((x, mean, weight) -> {
            double dx = x - sums[1] / sums[0];
            double dm = mean - sums[2] / sums[0];
            squares[0] += weight * dx * dx;
            squares[1] += weight * dm * dm;
            squares[2] += weight * dx * dm;
        });
        double spread = Math.sqrt(squares[0]) * Math.sqrt(squares[1]);
        return spread > 0 ? squares[2] / spread : 0;
    }
}
