package shutaf.platform;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Turns rows into the columns that {@code unnest} takes: one array for each. Dates, instants and
 * enums travel as text and are cast in the statement.
 *
 * @param rows the rows, in the order in which they shall be written
 */
public record Columns<T>(List<T> rows) {
    /** A column of bigint. */
    public long[] longs(ToLongFunction<T> value) {
        return rows.stream().mapToLong(value).toArray();
    }

    /** A column of integer. */
    public int[] ints(ToIntFunction<T> value) {
        return rows.stream().mapToInt(value).toArray();
    }

    /** A column of bigint with gaps. */
    public Long[] longsOrNull(Function<T, Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    /** A column of text; null stays null. */
    public String[] texts(Function<T, Object> value) {
        return rows.stream()
                .map(value)
                .map(v -> v == null ? null : v.toString())
                .toArray(String[]::new);
    }
}
