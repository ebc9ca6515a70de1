package shutaf.crm.behind;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All kinds of questions, by the name that an address gives them in {@code of}. */
public final class Questions {
    private static final Map<String, Function<Parameters, Question>> KINDS = Map.of(
            Cohort.KIND, Cohort::of,
            Repeat.KIND, Repeat::of,
            Rfm.KIND, Rfm::of);

    private Questions() {}

    /**
     * The question that the parameters ask; empty when there is none, and then they remember what
     * was wrong.
     */
    public static Optional<Question> asked(Parameters parameters) {
        Function<Parameters, Question> kind = KINDS.get(parameters.text("of").orElse(""));
        if (kind == null) {
            parameters.refuse("of");
            return Optional.empty();
        }
        Question question = kind.apply(parameters);
        return parameters.wrong().isEmpty() ? Optional.of(question) : Optional.empty();
    }
}
