package shutaf.reports.lifetimevalue;

import shutaf.reports.document.JsonText;
import shutaf.reports.document.ReportLanguage;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The report as JSON for other programs, unrounded. Parameters stand there only where they mean
 * something; a number that does not exist is null. Beside a figure stands the address of its
 * members' list, where there is one, under the figure's name with {@code _url}.
 */
public final class LifetimeJson {

    private LifetimeJson() {}

    /** One object; line end LF. */
    public static String of(LifetimeReport report) {
        LifetimeFigures figures = report.figures();
        CustomerBase base = figures.base();
        LifetimeLinks links = LifetimeLinks.ofFiles(report);
        JsonText json = new JsonText();
        json.put("time_unit", "week = days/7");
        json.put("first_purchase", report.from().toString());
        json.put("calibration_end", base.calibrationEnd().toString());
        json.put("holdout_end", base.holdoutEnd().toString());
        json.put("customers", base.customers().size(), links.customers());
        json.put("repeaters", figures.patterns().repeaters(), links.repeaters());
        json.put("left_out_first_purchase_after_calibration", base.newInHoldout(), links.newer());
        figures.toRead()
                .ifPresentOrElse(
                        name -> json.put("read_this_model", name),
                        () -> json.putNull("read_this_model"));
        if (figures.toRead().isEmpty()) {
            figures.instead().ifPresent(simpler -> json.put("read_instead", simpler));
        }
        figures.outlook().ifPresent(outlook -> ahead(json, outlook, links));
        json.open("models");
        LifetimeWords words = new LifetimeWords(figures, ReportLanguage.ENGLISH);
        figures.fits().forEach((name, fit) -> model(json, name, fit, words, links));
        model(json, "gg", figures.spend().fit(), words, links);
        return json.close().end();
    }

    private static void ahead(JsonText json, LifetimeFigures.Outlook outlook, LifetimeLinks links) {
        json.open("outlook");
        json.put("forecast_by", outlook.model());
        json.put("identified", outlook.identified());
        json.put("expected_to_buy_again", outlook.active(), links.expected());
        json.put("expected_purchases_52_weeks", outlook.purchases(), links.expected());
        json.put("clv12_total", outlook.value(), links.expected());
        json.putNumbers("clv12_shares_of_tenths", outlook.shares());
        json.put("clv12_months", Horizon.TWELVE_MONTHS.periods());
        json.put("clv12_weeks_a_month", Horizon.TWELVE_MONTHS.weeks());
        json.put("clv12_discount_a_month", Horizon.TWELVE_MONTHS.rate());
        outlook.check().ifPresent(check -> holdout(json, check, links));
        json.close();
    }

    private static void holdout(JsonText json, HoldoutCheck check, LifetimeLinks links) {
        json.open("holdout");
        json.put("actual", check.actual(), links.came(check));
        json.put("expected", check.expected(), links.customers());
        json.put("miss", check.miss());
        json.put("mean_absolute_error", check.meanAbsoluteError());
        json.open("weeks");
        int number = 0;
        for (HoldoutCheck.Week week : check.weeks()) {
            json.open(week.last().toString());
            json.put("actual", week.actual(), links.came(check, number++));
            json.put("expected", week.expected());
            json.close();
        }
        json.close();
        json.open("by_repeat_purchases");
        for (HoldoutCheck.FrequencyClass c : check.filledClasses()) {
            json.open(c.label());
            json.put("customers", c.customers(), links.of(c));
            json.put("actual", c.actual(), links.came(c));
            json.put("expected", c.expected(), links.of(c));
            json.close();
        }
        json.close();
        json.close();
    }

    private static void model(
            JsonText json, String name, Fit<?> fit, LifetimeWords words, LifetimeLinks links) {
        json.open(name);
        boolean readable = fit instanceof Fit.Identified<?>;
        json.put("degenerate", !readable);
        fit.climbed().ifPresent(found -> {
            json.put("n", found.customers(), links.fitted(name));
            json.put("LL", found.logLikelihood());
            if (readable) {
                Map<String, Double> named = new LinkedHashMap<>();
                for (int i = 0; i < found.names().size(); i++) {
                    named.put(found.names().get(i), found.parameters().get(i));
                }
                json.putAll("params", named);
                json.putNumbers("se", found.errors());
            }
        });
        if (fit instanceof Fit.NotIdentified<?> ridge) {
            ridge.simpler()
                    .ifPresent(nbd ->
                            json.putAll("simpler_nbd", Map.of("r", nbd.r(), "alpha", nbd.alpha())));
        }
        json.putTexts("findings", fit.findings().stream().map(FitFinding::key).toList());
        json.putTexts("in_words", words.of(name, fit));
        json.close();
    }
}
