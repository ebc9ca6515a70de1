package shutaf.reports.analyst;

import shutaf.reports.document.JsonText;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.BuyingModel;
import shutaf.reports.lifetimevalue.CustomerBase;
import shutaf.reports.lifetimevalue.Fit;
import shutaf.reports.lifetimevalue.FitFigures;
import shutaf.reports.lifetimevalue.FitFinding;
import shutaf.reports.lifetimevalue.GammaGamma;
import shutaf.reports.lifetimevalue.HoldoutCheck;
import shutaf.reports.lifetimevalue.LifetimeFigures;
import shutaf.reports.lifetimevalue.LifetimeWords;
import shutaf.reports.lifetimevalue.Patterns;
import shutaf.reports.lifetimevalue.SpendFit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code fit.json}: of each model its parameters, log-likelihood and standard errors, or in words
 * why there are none. A point on a ridge is written under a name that says what it is good for.
 */
final class FitJson {

    private FitJson() {}

    static String of(Findings findings) {
        LifetimeFigures lifetime = findings.lifetime();
        CustomerBase base = lifetime.base();
        JsonText json = new JsonText();
        json.put("dataset", findings.request().transactions().getFileName().toString());
        json.put("time_unit", "week = days/7");
        json.put("calibration_end", base.calibrationEnd().toString());
        json.put("holdout_end", base.holdoutEnd().toString());
        json.put("customers", base.customers().size());
        json.put("repeaters", lifetime.patterns().repeaters());
        json.put("left_out_first_purchase_after_calibration", base.newInHoldout());
        json.put("left_out_days_after_holdout", base.daysAfterHoldout());
        lifetime.toRead()
                .ifPresentOrElse(
                        name -> json.put("read_this_model", name),
                        () -> json.putNull("read_this_model"));
        if (lifetime.toRead().isEmpty()) {
            lifetime.instead().ifPresent(simpler -> json.put("read_instead", simpler));
        }
        json.putTexts("caveats", Caveats.of(findings));
        lifetime.fits().forEach((name, fit) -> model(json, name, fit, findings));
        spend(json, lifetime.spend(), words(findings));
        return json.end();
    }

    private static void model(
            JsonText json, String name, Fit<? extends BuyingModel> fit, Findings findings) {
        Patterns patterns = findings.lifetime().patterns();
        json.open(name);
        fitted(json, fit, patterns.total(), patterns.size(), words(findings).of(name, fit));
        fit.forecasting().ifPresent(model -> holdout(json, model, findings));
        json.close();
    }

    private static LifetimeWords words(Findings findings) {
        return new LifetimeWords(findings.lifetime(), ReportLanguage.ENGLISH);
    }

    private static void spend(JsonText json, SpendFit spend, LifetimeWords words) {
        json.open("gg");
        fitted(json, spend.fit(), spend.customers(), 0, words.of("gg", spend.fit()));
        spend.fit()
                .forecasting()
                .map(GammaGamma::populationMean)
                .ifPresent(mean -> json.put("population_mean", mean.orElse(Double.NaN)));
        json.put("corr_x_m", spend.correlation());
        json.put("left_out_not_above_zero", spend.leftOut());
        json.close();
    }

    private static void fitted(
            JsonText json, Fit<?> fit, long customers, int patterns, List<String> words) {
        Optional<FitFigures> figures = fit.climbed();
        if (fit instanceof Fit.Identified<?> identified) {
            FitFigures found = identified.figures();
            json.putAll("params", named(found));
            json.put("LL", found.logLikelihood());
            json.putNumbers("se", found.errors());
            json.put("degenerate", false);
        } else {
            json.putNull("params");
            json.put("LL", figures.map(FitFigures::logLikelihood).orElse(Double.NaN));
            json.putNull("se");
            json.put("degenerate", true);
            figures.ifPresent(f -> json.putAll("point_for_forecasts_only", named(f)));
        }
        json.put("n", figures.map(FitFigures::customers).orElse(customers));
        json.put("unique_patterns", figures.map(FitFigures::patterns).orElse(patterns));
        if (fit instanceof Fit.NotIdentified<?> ridge) {
            ridge.simpler()
                    .ifPresent(nbd ->
                            json.putAll("simpler_nbd", Map.of("r", nbd.r(), "alpha", nbd.alpha())));
        }
        json.putTexts("findings", fit.findings().stream().map(FitFinding::key).toList());
        json.putTexts("in_words", words);
    }

    private static Map<String, Double> named(FitFigures figures) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < figures.names().size(); i++) {
            named.put(figures.names().get(i), figures.parameters().get(i));
        }
        return named;
    }

    private static void holdout(JsonText json, BuyingModel model, Findings findings) {
        if (findings.lifetime().base().holdoutWeeks() == 0) {
            return;
        }
        HoldoutCheck check = HoldoutCheck.of(
                model, findings.lifetime().base(), findings.log().totals().stream());
        json.open("holdout")
                .put("weeks", findings.lifetime().base().holdoutWeeks())
                .put("actual", check.actual())
                .put("expected", check.expected())
                .put("miss", check.miss())
                .put("mean_absolute_error", check.meanAbsoluteError())
                .close();
    }
}
