package shutaf.crm.behind;

import java.util.List;

/**
 * A piece of a sentence that is put into words by itself.
 *
 * @param key the end of its key, after {@code behind.}
 * @param told what stands in it, as in {@link Question#told}
 */
public record Phrase(String key, List<Object> told) {
    /** Keeps its own list. */
    public Phrase {
        told = List.copyOf(told);
    }

    /** A piece with what stands in it. */
    static Phrase of(String key, Object... told) {
        return new Phrase(key, List.of(told));
    }
}
