package shutaf.reports.analyst;

import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.CustomerBase;
import shutaf.reports.lifetimevalue.Fit;
import shutaf.reports.lifetimevalue.LifetimeFigures;
import shutaf.reports.lifetimevalue.LifetimeWords;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to know of a file before its figures are believed, in English sentences. */
final class Caveats {

    /** A file that ends so much earlier may have been cut off. */
    private static final int DAYS_OF_A_GAP = 7;

    private final List<String> sentences = new ArrayList<>();

    private Caveats() {}

    static List<String> of(Findings findings) {
        Caveats caveats = new Caveats();
        caveats.rows(findings.log());
        caveats.days(findings);
        caveats.models(findings.lifetime());
        return List.copyOf(caveats.sentences);
    }

    private void rows(PurchaseLog log) {
        if (!log.hasAmounts()) {
            return;
        }
        say(
                log.repeatedRows(),
                "rows repeat another row of the same customer and day in every column. They are"
                        + " taken for lines of one receipt and their amounts are added; if the"
                        + " file holds rows twice, amounts are too high.");
        say(
                log.daysNotAboveZero(),
                "days of a customer add up to nothing or less (gifts, returns). They count as days"
                        + " of purchase and lower the amounts.");
    }

    private void days(Findings findings) {
        CustomerBase base = findings.lifetime().base();
        LocalDate last = findings.log().lastDay();
        say(
                base.newInHoldout(),
                "customers bought for the first time after the end of calibration: no model can"
                        + " know them, so they are in no forecast.");
        say(
                base.daysAfterHoldout(),
                "days of purchase after the end of the holdout count nowhere.");
        if (ChronoUnit.DAYS.between(last, base.calibrationEnd()) > DAYS_OF_A_GAP) {
            sentences.add("The last purchase is on " + last + ", calibration ends on "
                    + base.calibrationEnd() + ": the days between count as everybody's silence."
                    + " If the file ends there, so should calibration.");
        }
        if (base.holdoutEnd().isAfter(base.calibrationEnd())) {
            holdout(base, last);
        }
    }

    private void holdout(CustomerBase base, LocalDate last) {
        if (!last.isAfter(base.calibrationEnd())) {
            sentences.add("No purchase lies in the holdout, from the day after "
                    + base.calibrationEnd() + " to " + base.holdoutEnd()
                    + ": nothing checks the forecasts.");
        } else if (ChronoUnit.DAYS.between(last, base.holdoutEnd()) > DAYS_OF_A_GAP) {
            sentences.add("The last purchase is on " + last + ", the holdout ends on "
                    + base.holdoutEnd() + ": if the file ends there, forecasts seem too high.");
        }
    }

    /** Each sentence once, with the models that it is of. */
    private void models(LifetimeFigures figures) {
        LifetimeWords words = new LifetimeWords(figures, ReportLanguage.ENGLISH);
        Map<String, Fit<?>> fits = new LinkedHashMap<>(figures.fits());
        fits.put("gg", figures.spend().fit());
        Map<String, List<String>> said = new LinkedHashMap<>();
        fits.forEach((name, fit) -> words.of(name, fit)
                .forEach(sentence ->
                        said.computeIfAbsent(sentence, s -> new ArrayList<>()).add(name)));
        said.forEach(
                (sentence, models) -> sentences.add(String.join(", ", models) + ": " + sentence));
    }

    private void say(long number, String what) {
        if (number > 0) {
            sentences.add(number + " " + what);
        }
    }
}
