package shutaf.reports.lifetimevalue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All fits of one customer base and what the best identified one expects: the figures that page,
 * paper and files show.
 *
 * @param base the customers
 * @param patterns their distinct histories
 * @param bgNbd the fit of BG/NBD
 * @param mbgNbd the fit of MBG/NBD
 * @param paretoNbd the fit of Pareto/NBD
 * @param spend the fit of Gamma-Gamma
 * @param outlook what is expected; absent when no model could be fitted
 */
public record LifetimeFigures(
        CustomerBase base,
        Patterns patterns,
        Fit<BgNbd> bgNbd,
        Fit<MbgNbd> mbgNbd,
        Fit<ParetoNbd> paretoNbd,
        SpendFit spend,
        Optional<Outlook> outlook) {

    /** Name of BG/NBD in files. */
    public static final String BG_NBD = "bgnbd";

    /** Name of MBG/NBD in files. */
    public static final String MBG_NBD = "mbgnbd";

    /** Name of Pareto/NBD in files. */
    public static final String PARETO_NBD = "pnbd";

    /** Name of NBD in files: the model in which nobody leaves. */
    public static final String NBD = "nbd";

    private static final int PARTS = 10;
    private static final double NO_EVIDENCE = 2;

    /**
     * What a model expects of the whole base.
     *
     * @param model name of the model: one of {@link LifetimeFigures#fits}, or NBD
     * @param identified false when it only forecasts, from a ridge
     * @param active expected number of customers who will buy again
     * @param purchases expected purchases of the next 52 weeks
     * @param value twelve months' value of all, discounted; NaN where spending has no model
     * @param shares of that value, by tenths of the customers, the most valuable tenth first; empty
     *     where there is no value
     * @param check the forecast against the holdout; absent where there is none
     */
    public record Outlook(
            String model,
            boolean identified,
            double active,
            double purchases,
            double value,
            List<Double> shares,
            Optional<HoldoutCheck> check) {

        /** Keeps its own list. */
        public Outlook {
            shares = List.copyOf(shares);
        }
    }

    /**
     * Fits all models and looks ahead with the best.
     *
     * @param history the purchases that the base was made of
     */
    public static LifetimeFigures of(CustomerBase base, List<DayTotal> history) {
        return of(base, HoldoutCheck.cameByWeek(base, history.stream()));
    }

    /**
     * Fits all models and looks ahead with the best.
     *
     * @param came days of purchase by the weeks of the holdout, see {@link HoldoutCheck#cameByWeek}
     */
    public static LifetimeFigures of(CustomerBase base, long[] came) {
        LifetimeFigures fitted = fitted(base);
        return new LifetimeFigures(
                base,
                fitted.patterns,
                fitted.bgNbd,
                fitted.mbgNbd,
                fitted.paretoNbd,
                fitted.spend,
                fitted.look(came));
    }

    /** Fits all models, and does not look ahead. */
    static LifetimeFigures fitted(CustomerBase base) {
        Patterns patterns = base.patterns();
        return new LifetimeFigures(
                base,
                patterns,
                ModelFits.bgNbd(patterns),
                ModelFits.mbgNbd(patterns),
                ModelFits.paretoNbd(patterns),
                SpendFit.of(base.customers()),
                Optional.empty());
    }

    /** The fits by name, in the order in which they are shown. */
    public Map<String, Fit<? extends BuyingModel>> fits() {
        Map<String, Fit<? extends BuyingModel>> fits = new LinkedHashMap<>();
        fits.put(BG_NBD, bgNbd);
        fits.put(MBG_NBD, mbgNbd);
        fits.put(PARETO_NBD, paretoNbd);
        return fits;
    }

    /**
     * Name of the model to read: the first identified one, in the order shown, that no other
     * identified one beats by more than two units of log-likelihood (all have four parameters, and
     * less is no evidence). Empty when none is identified.
     */
    public Optional<String> toRead() {
        Map<String, Double> heights = new LinkedHashMap<>();
        fits().forEach((name, fit) -> {
            if (fit instanceof Fit.Identified<?> identified) {
                heights.put(name, identified.figures().logLikelihood());
            }
        });
        double highest =
                heights.values().stream().max(Comparator.naturalOrder()).orElse(0.0);
        return heights.entrySet().stream()
                .filter(fit -> fit.getValue() >= highest - NO_EVIDENCE)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * NBD, where a fit that is not identified found it to describe the data as well: nobody is seen
     * leaving.
     */
    public Optional<Nbd> staying() {
        return fits().values().stream()
                .filter(Fit.NotIdentified.class::isInstance)
                .flatMap(fit -> ((Fit.NotIdentified<?>) fit).simpler().stream())
                .findFirst();
    }

    /**
     * Name of the simpler model to read where one is not identified: an identified one of the same
     * size, else NBD, else none.
     */
    public Optional<String> instead() {
        return toRead().or(() -> staying().map(nbd -> NBD));
    }

    /**
     * A model to forecast with.
     *
     * @param name one of {@link #fits}, or NBD
     * @param model the model
     * @param identified false when it only forecasts, from a ridge
     */
    record Forecaster(String name, BuyingModel model, boolean identified) {}

    /**
     * The model whose forecasts are shown: the one to read, else the one in which nobody leaves
     * where that describes the data as well, else BG/NBD from its ridge, else none.
     */
    Optional<Forecaster> forecaster() {
        Optional<String> best = toRead();
        if (best.isEmpty() && staying().isPresent()) {
            return staying().map(nbd -> new Forecaster(NBD, nbd, true));
        }
        String name = best.orElse(BG_NBD);
        return fits().get(name)
                .forecasting()
                .map(model -> new Forecaster(name, model, best.isPresent()));
    }

    private Optional<Outlook> look(long[] came) {
        return forecaster().map(forecaster -> look(forecaster, came));
    }

    private Outlook look(Forecaster forecaster, long[] came) {
        ExpectedBuying expected = new ExpectedBuying(forecaster.model(), patterns);
        double[] values = spend.fit()
                .forecasting()
                .filter(m -> m.populationMean().isPresent())
                .map(m -> values(m, expected))
                .orElse(new double[0]);
        double value = values.length == 0 ? Double.NaN : Arrays.stream(values).sum();
        Optional<HoldoutCheck> check = base.holdoutWeeks() > 0
                ? Optional.of(HoldoutCheck.of(forecaster.model(), base, came))
                : Optional.empty();
        return new Outlook(
                forecaster.name(),
                forecaster.identified(),
                expected.allAlive(),
                expected.allPurchases(),
                value,
                shares(values, value),
                check);
    }

    private double[] values(GammaGamma money, ExpectedBuying expected) {
        double[] values = new double[base.customers().size()];
        int k = 0;
        for (CustomerSummary customer : base.customers()) {
            int x = customer.meanSpend() > 0 ? customer.pattern().x() : 0;
            double each = money.expectedSpend(x, customer.meanSpend()).orElseThrow();
            values[k++] = each * expected.discounted(expected.of(customer.pattern()));
        }
        return values;
    }

    /** The share of the whole that each tenth of the customers has, from the most valuable. */
    private static List<Double> shares(double[] values, double whole) {
        if (values.length < PARTS || !(whole > 0)) {
            return List.of();
        }
        double[] ranked = values.clone();
        Arrays.sort(ranked);
        List<Double> shares = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int from = (int) ((long) ranked.length * part / PARTS);
            int to = (int) ((long) ranked.length * (part + 1) / PARTS);
            double sum = 0;
            for (int rank = from; rank < to; rank++) {
                sum += ranked[ranked.length - 1 - rank];
            }
            shares.add(sum / whole);
        }
        return shares;
    }
}
