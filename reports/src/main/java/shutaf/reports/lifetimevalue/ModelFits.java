package shutaf.reports.lifetimevalue;

import shutaf.reports.statistics.Box;
import shutaf.reports.statistics.Climb;
import shutaf.reports.statistics.Likelihood;
import shutaf.reports.statistics.Maximum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fits the models by maximum likelihood. The door of this package for whoever has patterns.
 *
 * <p>A fit is called identified when the top lies inside the bounds (a factor of a million around a
 * usual size) and every parameter is known within a factor of e^6 either way at 95 percent. That is
 * generous on purpose: parameters of leaving are often known within a factor of ten only while the
 * forecasts hardly move, which is said as a caveat.
 */
public final class ModelFits {

    /** Fewer returning customers than this are not modelled. */
    public static final int LEAST_REPEATERS = 10;

    private static final int MANY = 30_000;
    private static final int SAMPLE = 10_000;
    private static final double WIDTH = 1e6;
    private static final double LOST = 3;
    private static final double WIDE = 1;
    private static final double NOTHING_GAINED = 0.5;
    private static final double OTHER_HILL = 0.01;

    private static final List<String> BETA_GEOMETRIC = List.of("r", "alpha", "a", "b");
    private static final List<String> PARETO = List.of("r", "alpha", "s", "beta");

    private ModelFits() {}

    /** BG/NBD. */
    public static Fit<BgNbd> bgNbd(Patterns patterns) {
        return fit(
                patterns,
                BETA_GEOMETRIC,
                BetaGeometricLikelihood::bgNbd,
                betaGeometricStarts(patterns.meanRate()),
                new double[] {1, 1 / patterns.meanRate(), 1, 1},
                top -> new BgNbd(
                        top.parameter(0), top.parameter(1), top.parameter(2), top.parameter(3)));
    }

    /** MBG/NBD. */
    public static Fit<MbgNbd> mbgNbd(Patterns patterns) {
        return fit(
                patterns,
                BETA_GEOMETRIC,
                BetaGeometricLikelihood::mbgNbd,
                betaGeometricStarts(patterns.meanRate()),
                new double[] {1, 1 / patterns.meanRate(), 1, 1},
                top -> new MbgNbd(
                        top.parameter(0), top.parameter(1), top.parameter(2), top.parameter(3)));
    }

    /** Pareto/NBD. Its likelihood can have several tops, so it climbs from five starts. */
    public static Fit<ParetoNbd> paretoNbd(Patterns patterns) {
        double rate = patterns.meanRate();
        double longest = patterns.longest();
        List<double[]> starts = List.of(
                new double[] {0.5, 0.5 / rate, 0.6, 0.3 * longest},
                new double[] {1.5, 1.5 / rate, 1, 10 * longest},
                new double[] {0.3, 0.3 / rate, 0.15, 0.05 * longest},
                new double[] {3, 3 / rate, 3, longest},
                new double[] {0.1, 0.1 / rate, 8, 100 * longest});
        return fit(
                patterns,
                PARETO,
                ParetoNbdLikelihood::new,
                starts,
                new double[] {1, 1 / rate, 1, longest},
                top -> new ParetoNbd(
                        top.parameter(0), top.parameter(1), top.parameter(2), top.parameter(3)));
    }

    /** NBD: what is left when nobody leaves. */
    public static Fit<Nbd> nbd(Patterns patterns) {
        double rate = patterns.meanRate();
        return fit(
                patterns,
                List.of("r", "alpha"),
                Nbd::likelihood,
                List.of(new double[] {0.5, 0.5 / rate}, new double[] {5, 5 / rate}),
                new double[] {1, 1 / rate},
                top -> new Nbd(top.parameter(0), top.parameter(1)));
    }

    /** BG/BB, from histories by periods with how many customers show each. */
    public static Fit<BgBb> bgBb(Map<YearlyPattern, Long> patterns) {
        List<FitFinding> obstacles = Obstacles.ofYears(patterns);
        if (!obstacles.isEmpty()) {
            return new Fit.Refused<>(obstacles);
        }
        List<double[]> starts =
                List.of(new double[] {1, 1, 0.5, 2}, new double[] {0.5, 2, 1, 10}, new double[] {
                    3, 3, 0.2, 0.5
                });
        Box box = Box.around(new double[] {1, 1, 1, 1}, WIDTH);
        Climb.Best best = new Climb(new BgBbLikelihood(patterns), box).best(starts);
        Maximum top = best.maximum();
        FitFigures figures = figures(
                top,
                List.of("alpha", "beta", "gamma", "delta"),
                patterns.values().stream().mapToLong(Long::longValue).sum(),
                patterns.size());
        BgBb model =
                new BgBb(top.parameter(0), top.parameter(1), top.parameter(2), top.parameter(3));
        if (lost(top, 0, 4)) {
            FitFinding why =
                    lost(top, 2, 4) ? FitFinding.ONE_LEAVING_RATE : FitFinding.ONE_BUYING_RATE;
            return new Fit.NotIdentified<>(model, figures, List.of(why), Optional.empty());
        }
        return new Fit.Identified<>(model, figures, caveats(best));
    }

    private static List<double[]> betaGeometricStarts(double rate) {
        return List.of(
                new double[] {0.4, 0.4 / rate, 0.6, 2},
                new double[] {1.5, 1.5 / rate, 0.05, 10},
                new double[] {0.2, 0.2 / rate, 2, 2},
                new double[] {3, 3 / rate, 0.2, 0.3});
    }

    private static <M> Fit<M> fit(
            Patterns patterns,
            List<String> names,
            Function<Patterns, Likelihood> likelihood,
            List<double[]> starts,
            double[] units,
            Function<Maximum, M> model) {
        List<FitFinding> obstacles = Obstacles.of(patterns);
        if (!obstacles.isEmpty()) {
            return new Fit.Refused<>(obstacles);
        }
        Box box = Box.around(units, WIDTH);
        Climb.Best best = climb(patterns, likelihood, starts, box);
        Maximum top = best.maximum();
        FitFigures figures = figures(top, names, patterns.total(), patterns.size());
        if (lost(top, 0, top.size())) {
            return ridge(patterns, model.apply(top), top, figures);
        }
        return new Fit.Identified<>(model.apply(top), figures, caveats(best));
    }

    /**
     * The top of all patterns. Of very many, the hills are told apart on a sample of the customers,
     * and only the best one is climbed with all: it is the same top, since the climb ends where the
     * likelihood of all has its own, and takes a tenth of the time.
     */
    private static Climb.Best climb(
            Patterns patterns,
            Function<Patterns, Likelihood> likelihood,
            List<double[]> starts,
            Box box) {
        Climb all = new Climb(likelihood.apply(patterns), box);
        if (patterns.size() <= MANY) {
            return all.best(starts);
        }
        Climb.Best rough = new Climb(likelihood.apply(patterns.sample(SAMPLE)), box).best(starts);
        return new Climb.Best(
                all.from(rough.maximum().parameters()), rough.spread() * patterns.total() / SAMPLE);
    }

    private static <M> Fit<M> ridge(Patterns patterns, M model, Maximum top, FitFigures figures) {
        List<FitFinding> why = new ArrayList<>();
        Optional<Nbd> simpler = Optional.empty();
        if (top.size() > 2 && lost(top, 2, 4)) {
            Fit<Nbd> staying = nbd(patterns);
            double gained = top.logLikelihood()
                    - staying.climbed().map(FitFigures::logLikelihood).orElseThrow();
            boolean nobodyLeaves = gained < NOTHING_GAINED;
            simpler = nobodyLeaves ? staying.forecasting() : Optional.empty();
            boolean alike = top.parameter(2) > 1 || top.wall(2) > 0;
            why.add(
                    nobodyLeaves
                            ? FitFinding.NOBODY_LEAVES
                            : alike ? FitFinding.ONE_LEAVING_RATE : FitFinding.NO_MAXIMUM);
        }
        if (lost(top, 0, 2)) {
            boolean alike = top.parameter(0) > 1;
            why.add(alike ? FitFinding.ONE_BUYING_RATE : FitFinding.NO_MAXIMUM);
        }
        return new Fit.NotIdentified<>(model, figures, why, simpler);
    }

    static boolean lost(Maximum top, int from, int to) {
        for (int i = from; i < to; i++) {
            if (top.wall(i) != 0 || !(top.logError(i) <= LOST)) {
                return true;
            }
        }
        return false;
    }

    static List<FitFinding> caveats(Climb.Best best) {
        List<FitFinding> caveats = new ArrayList<>();
        if (best.maximum().worstLogError() > WIDE) {
            caveats.add(FitFinding.WIDE_ERRORS);
        }
        if (best.spread() > OTHER_HILL) {
            caveats.add(FitFinding.SEVERAL_MAXIMA);
        }
        return caveats;
    }

    static FitFigures figures(Maximum top, List<String> names, long customers, int patterns) {
        List<Double> parameters = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            parameters.add(top.parameter(i));
            errors.add(top.error(i));
        }
        return new FitFigures(names, parameters, errors, top.logLikelihood(), customers, patterns);
    }
}
