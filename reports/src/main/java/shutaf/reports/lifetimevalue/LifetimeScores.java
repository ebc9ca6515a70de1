package shutaf.reports.lifetimevalue;

import shutaf.crm.score.BuyingHistory;
import shutaf.crm.score.Score;
import shutaf.crm.score.Scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the models say of each customer by name, with the whole history as calibration: nothing is
 * kept back to check a forecast against, since the report on lifetime value does that.
 *
 * @param how which model, and until when it looked
 * @param scores one a customer, the most valuable first where there is a value
 */
public record LifetimeScores(Scoring how, List<Score> scores) {
    private static final double DAYS_A_WEEK = 7;
    private static final int WEEKS_OF_A_YEAR = 52;
    private static final int CENTS = 2;
    private static final int TENTHS = 10;
    private static final long NONE = Long.MIN_VALUE + 1;
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;
    private static final double HUNDRED = 1e2;

    /** Keeps its own list. */
    public LifetimeScores {
        scores = List.copyOf(scores);
    }

    /** A model to forecast with; not identified where only its forecasts hold. */
    private record Reading(String name, BuyingModel model, boolean identified) {}

    /** What a model expects of everybody with the same history. */
    private record Expected(double alive, double purchases, double discounted) {}

    /**
     * Scores everybody.
     *
     * @param asOf last day that the models see, no day of purchase is after it
     */
    public static LifetimeScores of(List<BuyingHistory> histories, LocalDate asOf) {
        List<CustomerSummary> customers =
                histories.stream().map(h -> summary(h, asOf)).toList();
        CustomerBase base = new CustomerBase(asOf, asOf, customers, 0, 0);
        Patterns patterns = base.patterns();
        LifetimeFigures fitted = new LifetimeFigures(
                base,
                patterns,
                ModelFits.bgNbd(patterns),
                ModelFits.mbgNbd(patterns),
                ModelFits.paretoNbd(patterns),
                SpendFit.of(customers),
                Optional.empty());
        Optional<Reading> reading = reading(fitted);
        Optional<GammaGamma> spend = reading.flatMap(r -> fitted.spend().fit().forecasting());
        List<Score> scores = scores(histories, customers, asOf, reading, spend);
        return new LifetimeScores(
                new Scoring(
                        asOf,
                        reading.map(Reading::name),
                        reading.filter(Reading::identified).isPresent(),
                        scores.stream().anyMatch(s -> value(s) > NONE)),
                byTenths(scores));
    }

    private static CustomerSummary summary(BuyingHistory h, LocalDate asOf) {
        BigDecimal spend = BigDecimal.valueOf(h.repeatMinor(), CENTS);
        double mean = h.repeats() == 0
                ? 0
                : spend.divide(BigDecimal.valueOf(h.repeats()), MathContext.DECIMAL64)
                        .doubleValue();
        BuyingPattern pattern =
                new BuyingPattern(h.repeats(), weeks(h.first(), h.last()), weeks(h.first(), asOf));
        return new CustomerSummary(
                Long.toString(h.member()), h.first(), pattern, spend, mean, 0, BigDecimal.ZERO);
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS_A_WEEK;
    }

    /** The best identified model; else the one without leaving, else what forecasts on a ridge. */
    private static Optional<Reading> reading(LifetimeFigures fitted) {
        Optional<Reading> best = fitted.toRead()
                .flatMap(name -> fitted.fits()
                        .get(name)
                        .forecasting()
                        .map(model -> new Reading(name, model, true)));
        if (best.isPresent()) {
            return best;
        }
        if (fitted.bgNbd() instanceof Fit.NotIdentified<BgNbd> ridge
                && ridge.simpler().isPresent()) {
            return Optional.of(
                    new Reading(Scoring.NOBODY_LEAVES, ridge.simpler().get(), false));
        }
        return fitted.bgNbd()
                .forecasting()
                .map(model -> new Reading(LifetimeFigures.BG_NBD, model, false));
    }

    private static List<Score> scores(
            List<BuyingHistory> histories,
            List<CustomerSummary> customers,
            LocalDate asOf,
            Optional<Reading> reading,
            Optional<GammaGamma> spend) {
        Map<BuyingPattern, Expected> known = new HashMap<>();
        List<Score> scores = new ArrayList<>(histories.size());
        for (int k = 0; k < histories.size(); k++) {
            BuyingHistory h = histories.get(k);
            CustomerSummary customer = customers.get(k);
            Optional<Score.Outlook> outlook = reading.map(r -> outlook(
                    known.computeIfAbsent(customer.pattern(), p -> expected(r.model(), p)),
                    customer,
                    spend));
            scores.add(new Score(h.member(), h.repeats(), h.first(), h.last(), asOf, outlook, 0));
        }
        return scores;
    }

    private static Expected expected(BuyingModel model, BuyingPattern pattern) {
        return new Expected(
                Math.clamp(model.alive(pattern), 0, 1),
                model.expected(pattern, WEEKS_OF_A_YEAR),
                Horizon.TWELVE_MONTHS.purchases(model, pattern));
    }

    private static Score.Outlook outlook(
            Expected expected, CustomerSummary customer, Optional<GammaGamma> spend) {
        int x = customer.meanSpend() > 0 ? customer.pattern().x() : 0;
        return new Score.Outlook(
                Math.round(expected.alive() * MILLION),
                Math.round(expected.purchases() * THOUSAND),
                spend.map(m -> m.expectedSpend(x, customer.meanSpend()))
                        .filter(OptionalDouble::isPresent)
                        .map(each ->
                                Math.round(each.getAsDouble() * expected.discounted() * HUNDRED)));
    }

    /**
     * The most valuable first, each with its tenth of all who have a value, cut where the report
     * cuts them. Where spending is so uneven that newcomers have no mean, those have no value.
     */
    private static List<Score> byTenths(List<Score> scores) {
        List<Score> ranked = new ArrayList<>(scores);
        ranked.sort(
                Comparator.comparingLong((Score s) -> -value(s)).thenComparingLong(Score::member));
        long valued = ranked.stream().filter(s -> value(s) > NONE).count();
        if (valued < TENTHS) {
            return ranked;
        }
        for (int part = 0; part < TENTHS; part++) {
            int from = (int) (valued * part / TENTHS);
            int to = (int) (valued * (part + 1) / TENTHS);
            for (int k = from; k < to; k++) {
                Score s = ranked.get(k);
                ranked.set(
                        k,
                        new Score(
                                s.member(),
                                s.repeats(),
                                s.first(),
                                s.last(),
                                s.asOf(),
                                s.outlook(),
                                part + 1));
            }
        }
        return ranked;
    }

    private static long value(Score score) {
        return score.outlook().flatMap(Score.Outlook::valueMinor).orElse(NONE);
    }
}
