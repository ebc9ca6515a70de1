package shutaf.reports.document;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes one JSON object, indented; a number that is none becomes null. */
public final class JsonText {

    private final StringBuilder text = new StringBuilder("{");
    private final Deque<Boolean> first = new ArrayDeque<>();

    /** Begins the object. */
    public JsonText() {
        first.push(true);
    }

    /** A text. */
    public JsonText put(String key, String value) {
        return raw(key, quoted(value));
    }

    /** A whole number. */
    public JsonText put(String key, long value) {
        return raw(key, Long.toString(value));
    }

    /** A number with all its digits; null when it is none. */
    public JsonText put(String key, double value) {
        return raw(key, number(value));
    }

    /** Yes or no. */
    public JsonText put(String key, boolean value) {
        return raw(key, Boolean.toString(value));
    }

    /** A member without value. */
    public JsonText putNull(String key) {
        return raw(key, "null");
    }

    /** A whole number, and beside it the address of what it opens, where there is one. */
    public JsonText put(String key, long value, String address) {
        return put(key, value).beside(key, address);
    }

    /** A number likewise. */
    public JsonText put(String key, double value, String address) {
        return put(key, value).beside(key, address);
    }

    private JsonText beside(String key, String address) {
        return address.isEmpty() ? this : put(key + "_url", address);
    }

    /** A list of numbers. */
    public JsonText putNumbers(String key, Collection<Double> values) {
        return raw(
                key,
                "[" + String.join(", ", values.stream().map(JsonText::number).toList()) + "]");
    }

    /** A list of texts. */
    public JsonText putTexts(String key, Collection<String> values) {
        return raw(
                key,
                "[" + String.join(", ", values.stream().map(JsonText::quoted).toList()) + "]");
    }

    /** An object of numbers. */
    public JsonText putAll(String key, Map<String, Double> values) {
        open(key);
        values.forEach(this::put);
        return close();
    }

    /** A list of objects, each written by the writer. */
    public <T> JsonText putObjects(
            String key, Collection<T> items, BiConsumer<JsonText, T> writer) {
        raw(key, "[");
        boolean before = false;
        for (T item : items) {
            text.append(before ? ", {" : "{");
            before = true;
            first.push(true);
            writer.accept(this, item);
            close();
        }
        text.append(']');
        return this;
    }

    /** Opens an object inside this one; {@link #close} ends it. */
    public JsonText open(String key) {
        raw(key, "{");
        first.push(true);
        return this;
    }

    /** Ends what was opened last. */
    public JsonText close() {
        first.pop();
        line();
        text.append('}');
        return this;
    }

    /** The whole object; line end LF. */
    public String end() {
        return close().text.append('\n').toString();
    }

    private JsonText raw(String key, String value) {
        if (!first.pop()) {
            text.append(',');
        }
        first.push(false);
        line();
        text.append(quoted(key)).append(": ").append(value);
        return this;
    }

    private void line() {
        text.append('\n').append(" ".repeat(first.size()));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
