package shutaf.crm.behind;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * What an address asks, read one by one; those that cannot be read are remembered by name, so that
 * one look at the end says what is wrong.
 */
public final class Parameters {
    private final Map<String, String> given;
    private final Set<String> wrong = new LinkedHashSet<>();
    private final Map<String, String> used = new LinkedHashMap<>();

    /** The parameters of an address; an empty one counts as not given. */
    public Parameters(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /** The text as it is. */
    public Optional<String> text(String name) {
        Optional<String> text =
                Optional.ofNullable(given.get(name)).map(String::strip).filter(t -> !t.isEmpty());
        text.ifPresent(t -> used.put(name, t));
        return text;
    }

    /** A text of that shape, a regular expression. */
    public Optional<String> text(String name, String shape) {
        return read(name, t -> t.matches(shape) ? Optional.of(t) : Optional.empty());
    }

    /** One of some constants, by its name in small letters or large ones. */
    public <E extends Enum<E>> Optional<E> one(String name, Class<E> all) {
        return read(
                name,
                t -> Arrays.stream(all.getEnumConstants())
                        .filter(e -> e.name().equalsIgnoreCase(t))
                        .findFirst());
    }

    /** A day like 2026-11-20. */
    public Optional<LocalDate> day(String name) {
        return read(name, t -> time(t, "\\d{4}-\\d\\d-\\d\\d", LocalDate::parse));
    }

    /** A month like 2026-11. */
    public Optional<YearMonth> month(String name) {
        return read(name, t -> time(t, "\\d{4}-\\d\\d", YearMonth::parse));
    }

    /** A whole number of that range. */
    public OptionalInt number(String name, int least, int most) {
        Optional<Range> one = range(name, least, most).filter(r -> r.least() == r.most());
        if (one.isEmpty() && text(name).isPresent()) {
            wrong.add(name);
        }
        return one.map(r -> OptionalInt.of(r.least())).orElse(OptionalInt.empty());
    }

    /** A whole number of that range, or some in a row like 2-4. */
    public Optional<Range> range(String name, int least, int most) {
        return read(name, t -> Range.of(t).filter(r -> r.liesWithin(least, most)));
    }

    /** Remembers a parameter as wrong that is missing, or does not fit another one. */
    public void refuse(String name) {
        wrong.add(name);
    }

    /** Names of what could not be read, in the order in which they were asked for. */
    public Set<String> wrong() {
        return Collections.unmodifiableSet(wrong);
    }

    /** What was asked for and given, in that order: whoever repeats it asks the same. */
    public Map<String, String> used() {
        return Collections.unmodifiableMap(used);
    }

    private <T> Optional<T> read(String name, Function<String, Optional<T>> reader) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            wrong.add(name);
        }
        return value;
    }

    private static <T> Optional<T> time(String text, String shape, Function<String, T> parse) {
        if (!text.matches(shape)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
