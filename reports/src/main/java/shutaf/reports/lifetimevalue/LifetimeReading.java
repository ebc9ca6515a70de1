package shutaf.reports.lifetimevalue;

import shutaf.reports.document.ReportLanguage;

import java.time.LocalDate;
import java.util.List;

/**
 * A lifetime value report as a page shows it: whole numbers, finished sentences and a drawing. A
 * page of its own arithmetic could differ from the paper; this one has none left to do.
 *
 * @param customers customers who bought by the end of calibration
 * @param customersAddress where they are listed
 * @param repeaters those of them who came back by then
 * @param repeatersAddress where they are listed
 * @param ahead what is expected; null when nothing could be fitted
 * @param models every model, with its parameters or the reason why they are not shown
 * @param caveats what else is to be known
 */
public record LifetimeReading(
        long customers,
        String customersAddress,
        long repeaters,
        String repeatersAddress,
        Ahead ahead,
        List<Model> models,
        List<Caveat> caveats) {

    /** Keeps its own lists. */
    public LifetimeReading {
        models = List.copyOf(models);
        caveats = List.copyOf(caveats);
    }

    /**
     * Something to be known.
     *
     * @param text a sentence
     * @param address where the members are listed whom it counts; empty where it counts none
     */
    public record Caveat(String text, String address) {}

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
     * @param address where those are listed of whom all this is expected
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
            String address,
            Check check) {}

    /**
     * The forecast beside what came.
     *
     * @param actual purchases that came
     * @param actualAddress where the members are listed who made them
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
            String actualAddress,
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
     * @param address where the members are listed who made them
     * @param expected purchases that were expected, two digits behind the point
     * @param miss by how much the forecast is off, in percent with its sign
     */
    public record Week(
            int number,
            LocalDate last,
            long actual,
            String address,
            String expected,
            String miss) {}

    /**
     * Customers who had bought equally often.
     *
     * @param label repeat purchases in calibration, {@code 7+} for seven and more
     * @param customers how many
     * @param address where they are listed
     * @param actual purchases that came, a customer, two digits behind the point
     * @param actualAddress where the members are listed who made them
     * @param expected purchases that were expected, a customer
     * @param miss by how much the forecast is off, in percent with its sign
     */
    public record FrequencyClass(
            String label,
            long customers,
            String address,
            String actual,
            String actualAddress,
            String expected,
            String miss) {}

    /**
     * One model.
     *
     * @param name its name
     * @param read true for the one that is read
     * @param parameters each parameter with its standard error; empty when not identified
     * @param logLikelihood its log-likelihood; empty when there was nothing to fit
     * @param customers of how many it was fitted; 0 when there was nothing to fit
     * @param address where they are listed
     * @param words what is to be said about it
     */
    public record Model(
            String name,
            boolean read,
            List<String> parameters,
            String logLikelihood,
            long customers,
            String address,
            List<String> words) {

        /** Keeps its own lists. */
        public Model {
            parameters = List.copyOf(parameters);
            words = List.copyOf(words);
        }
    }

    /** Puts the report into one language's words. */
    public static LifetimeReading of(LifetimeReport report, ReportLanguage language) {
        return new LifetimeWriting(report, language).all();
    }
}
