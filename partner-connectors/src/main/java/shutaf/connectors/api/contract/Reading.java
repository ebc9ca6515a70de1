package shutaf.connectors.api.contract;

import shutaf.connectors.api.problem.FieldError;
import shutaf.connectors.api.problem.Problem;

import java.util.List;

/** What was read from a message: a value of the core's, or all that is wrong with the message. */
public sealed interface Reading<T> {
    /** A message of which nothing can be read at all. */
    static <T> Reading<T> unusable(String detail) {
        return new Unusable<>(List.of(new FieldError("body", detail)));
    }

    /**
     * It can be used.
     *
     * @param value the core's own form of it
     */
    record Usable<T>(T value) implements Reading<T> {}

    /**
     * It cannot.
     *
     * @param errors what is wrong, at least one
     */
    record Unusable<T>(List<FieldError> errors) implements Reading<T> {
        /** The 422 that says so. */
        public Problem problem() {
            return Problem.invalid(errors);
        }
    }
}
