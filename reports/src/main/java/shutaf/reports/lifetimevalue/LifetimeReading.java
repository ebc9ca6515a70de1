package shutaf.reports.lifetimevalue;

import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.LifetimeFigures.Outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A lifetime value report as a page shows it: whole numbers, finished sentences and a drawing. A
 * page of its own arithmetic could differ from the paper; this one has none left to do.
 *
 * @param customers customers who bought by the end of calibration
 * @param repeaters those of them who came back by then
 * @param ahead what is expected; null when nothing could be fitted
 * @param models every model, with its parameters or the reason why they are not shown
 * @param caveats what else is to be known, in sentences
 */
public record LifetimeReading(
        long customers, long repeaters, Ahead ahead, List<Model> models, List<String> caveats) {

    private static final int CENTS = 100;
    private static final int PER_MILLE = 1000;

    /** Keeps its own lists. */
    public LifetimeReading {
        models = List.copyOf(models);
        caveats = List.copyOf(caveats);
    }

    /**
     * What is expected of all customers together.
     *
     * @param model name of the model that forecasts
     * @param why why this one
     * @param meaning what it says, one paragraph
     * @param active customers who will buy again, rounded
     * @param purchases their purchases in 52 weeks, rounded
     * @param valued false where spending has no model
     * @param valueMinor twelve months' discounted value in minor units
     * @param check the forecast against what came; null without a holdout
     */
    public record Ahead(
            String model,
            String why,
            String meaning,
            long active,
            long purchases,
            boolean valued,
            long valueMinor,
            Check check) {}

    /**
     * The forecast beside what came.
     *
     * @param actual purchases that came
     * @param expected purchases that were expected, rounded
     * @param known false when nothing came, so that there is no share to miss by
     * @param missPerMille by how much the forecast is above what came, in tenths of a percent;
     *     below zero when it is under it
     * @param error the mean absolute error, a sentence
     * @param weeks week by week
     * @param drawing the same as a drawing
     * @param classes by how often customers had bought before
     * @param classesDrawing the same as a drawing
     */
    public record Check(
            long actual,
            long expected,
            boolean known,
            long missPerMille,
            String error,
            List<Week> weeks,
            HoldoutDrawing drawing,
            List<FrequencyClass> classes,
            HoldoutDrawing classesDrawing) {

        /** Keeps its own lists. */
        public Check {
            weeks = List.copyOf(weeks);
            classes = List.copyOf(classes);
        }
    }

    /**
     * One week of the holdout.
     *
     * @param number 1 for the first
     * @param last its last day
     * @param actual purchases that came
     * @param expected purchases that were expected, two digits behind the point
     * @param miss by how much the forecast is off, in percent with its sign
     */
    public record Week(int number, LocalDate last, long actual, String expected, String miss) {}

    /**
     * Customers who had bought equally often.
     *
     * @param label repeat purchases in calibration, {@code 7+} for seven and more
     * @param customers how many
     * @param actual purchases that came, a customer, two digits behind the point
     * @param expected purchases that were expected, a customer
     * @param miss by how much the forecast is off, in percent with its sign
     */
    public record FrequencyClass(
            String label, long customers, String actual, String expected, String miss) {}

    /**
     * One model.
     *
     * @param name its name
     * @param read true for the one that is read
     * @param parameters each parameter with its standard error; empty when not identified
     * @param logLikelihood its log-likelihood; empty when there was nothing to fit
     * @param words what is to be said about it
     */
    public record Model(
            String name,
            boolean read,
            List<String> parameters,
            String logLikelihood,
            List<String> words) {

        /** Keeps its own lists. */
        public Model {
            parameters = List.copyOf(parameters);
            words = List.copyOf(words);
        }
    }

    /** Puts the report into one language's words. */
    public static LifetimeReading of(LifetimeReport report, ReportLanguage language) {
        LifetimeFigures figures = report.figures();
        LifetimeWords words = new LifetimeWords(figures, language);
        List<Model> models = new ArrayList<>();
        for (Map.Entry<String, ? extends Fit<?>> fit : figures.fits().entrySet()) {
            boolean read = figures.toRead().filter(fit.getKey()::equals).isPresent();
            models.add(model(fit.getKey(), read, fit.getValue(), words, language));
        }
        models.add(model("gg", false, figures.spend().fit(), words, language));
        return new LifetimeReading(
                figures.base().customers().size(),
                figures.patterns().repeaters(),
                figures.outlook()
                        .map(outlook -> ahead(outlook, words, language))
                        .orElse(null),
                models,
                caveats(figures, language));
    }

    private static Ahead ahead(Outlook outlook, LifetimeWords words, ReportLanguage language) {
        boolean valued = Double.isFinite(outlook.value());
        return new Ahead(
                language.text("lifetime.model." + outlook.model()),
                words.why(outlook),
                words.meaning(outlook),
                Math.round(outlook.active()),
                Math.round(outlook.purchases()),
                valued,
                valued ? Math.round(outlook.value() * CENTS) : 0,
                outlook.check().map(check -> check(check, language)).orElse(null));
    }

    private static Check check(HoldoutCheck check, ReportLanguage language) {
        List<Week> weeks = new ArrayList<>();
        for (HoldoutCheck.Week week : check.weeks()) {
            weeks.add(new Week(
                    weeks.size() + 1,
                    week.last(),
                    week.actual(),
                    LifetimeWords.two(week.expected()),
                    LifetimeWords.deviation(week.miss())));
        }
        List<FrequencyClass> classes = check.filledClasses().stream()
                .map(c -> new FrequencyClass(
                        c.label(),
                        c.customers(),
                        LifetimeWords.two(c.actualEach()),
                        LifetimeWords.two(c.expectedEach()),
                        LifetimeWords.deviation(c.miss())))
                .toList();
        boolean known = check.actual() > 0;
        return new Check(
                check.actual(),
                Math.round(check.expected()),
                known,
                known ? Math.round(check.miss() * PER_MILLE) : 0,
                language.text(
                        "lifetime.error",
                        language.figures().code(LifetimeWords.two(check.meanAbsoluteError()))),
                weeks,
                HoldoutDrawing.ofWeeks(check.weeks(), language.rightToLeft()),
                classes,
                HoldoutDrawing.ofClasses(check.filledClasses(), language.rightToLeft()));
    }

    private static Model model(
            String name, boolean read, Fit<?> fit, LifetimeWords words, ReportLanguage language) {
        List<String> parameters = new ArrayList<>();
        if (fit instanceof Fit.Identified<?> identified) {
            FitFigures found = identified.figures();
            for (int i = 0; i < found.names().size(); i++) {
                parameters.add(found.names().get(i) + " = "
                        + LifetimeWords.four(found.parameters().get(i)) + " \u00b1 "
                        + LifetimeWords.four(found.errors().get(i)));
            }
        }
        return new Model(
                language.text("lifetime.model." + name),
                read,
                parameters,
                fit.climbed().map(f -> LifetimeWords.two(f.logLikelihood())).orElse(""),
                words.of(name, fit));
    }

    private static List<String> caveats(LifetimeFigures figures, ReportLanguage language) {
        List<String> said = new ArrayList<>();
        long later = figures.base().newInHoldout();
        if (later > 0) {
            said.add(language.text("lifetime.left-out.new", language.figures().whole(later)));
        }
        long unpaid = figures.spend().leftOut();
        if (unpaid > 0) {
            said.add(language.text("lifetime.left-out.spend", language.figures().whole(unpaid)));
        }
        said.add(language.text("lifetime.define.clv.text"));
        said.add(language.text("lifetime.define.check.text"));
        return said;
    }
}
