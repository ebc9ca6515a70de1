package shutaf.crm.score;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How the scores of a partner, or of the coalition, came about.
 *
 * @param asOf last day with a purchase: the end of what the models saw
 * @param model name in files of the one that forecasts; empty when there is too little history
 * @param identified false when its forecasts hold but its parameters mean nothing
 * @param valued whether the amounts were enough to say what anybody is worth
 */
public record Scoring(LocalDate asOf, Optional<String> model, boolean identified, boolean valued) {
    /** Name of the model in which nobody ever leaves. */
    public static final String NOBODY_LEAVES = "nbd";

    /** Name of the model in which who bought once has had no occasion to leave. */
    public static final String LEAVES_AT_A_REPEAT = "bgnbd";
}
