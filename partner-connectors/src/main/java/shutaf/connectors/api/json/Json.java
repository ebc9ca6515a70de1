package shutaf.connectors.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one reader and writer of JSON. Unknown fields are ignored, wrong types are refused with their
 * path, and nothing is converted silently: "5" is no number and 5 is no text.
 */
public final class Json {
    /** Bytes of the longest body. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_NESTING = 20;
    private static final int MOST_TEXT = 64 * 1024;
    private static final int MOST_DIGITS = 50;
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** What came cannot be used. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Fault fault;
        private final String field;

        private Unreadable(Fault fault, String field, String detail) {
            super(detail, null, false, false);
            this.fault = fault;
            this.field = field;
        }

        /** What kind of fault it is. */
        public Fault fault() {
            return fault;
        }

        /** Path of the offending field; empty unless a type is wrong. */
        public String field() {
            return field;
        }
    }

    /** Why something cannot be read. */
    public enum Fault {
        /** More than {@link #MOST_BYTES}. */
        TOO_LARGE,
        /** No JSON, or beyond a limit of nesting or length. */
        MALFORMED,
        /** JSON, but a field has another type than the API says. */
        WRONG_TYPE
    }

    private static ObjectMapper mapper() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(MOST_NESTING)
                .maxStringLength(MOST_TEXT)
                .maxNumberLength(MOST_DIGITS)
                .maxNameLength(256)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null));
        builder.withCoercionConfig(
                LogicalType.Textual,
                c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        for (LogicalType type : List.of(LogicalType.Integer, LogicalType.Boolean)) {
            builder.withCoercionConfig(
                    type,
                    c -> c.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail));
        }
        builder.withCoercionConfig(
                LogicalType.Integer,
                c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert));
        return builder.build();
    }

    /**
     * Reads one value.
     *
     * @throws Unreadable when it is no JSON, has a wrong type somewhere, or passes a limit
     */
    public static <T> T read(byte[] body, Class<T> type) {
        if (body.length > MOST_BYTES) {
            throw new Unreadable(Fault.TOO_LARGE, "", "the body is larger than 1 MiB");
        }
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw malformed("the body is null");
            }
            return value;
        } catch (JsonMappingException e) {
            throw wrongType(e);
        } catch (JsonProcessingException e) {
            throw malformed(place(e));
        } catch (IOException e) {
            throw malformed("it is not UTF-8 text");
        }
    }

    /**
     * Reads a list inside an object, each of its values by itself: what is wrong with one does not
     * concern the others.
     *
     * @param list the list's name
     * @return values, or why they cannot be read, in their order; empty when there is no such list
     * @throws Unreadable when it is no JSON
     */
    public static <T> List<Each<T>> readEach(byte[] body, String list, Class<T> type) {
        List<Each<T>> values = new ArrayList<>();
        try (JsonParser parser = MAPPER.getFactory().createParser(body)) {
            parser.nextToken();
            for (String name = parser.nextFieldName();
                    name != null;
                    name = parser.nextFieldName()) {
                boolean found = parser.nextToken() == JsonToken.START_ARRAY && name.equals(list);
                while (found && parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(each(parser, body, type));
                }
                if (!found) {
                    parser.skipChildren();
                }
            }
            return values;
        } catch (JsonProcessingException e) {
            throw malformed(place(e));
        } catch (IOException e) {
            throw malformed("it is not UTF-8 text");
        }
    }

    /**
     * One value of a list.
     *
     * @param value empty when it cannot be read, or is null
     * @param wrong why it cannot be read; empty when it can
     */
    public record Each<T>(Optional<T> value, Optional<Unreadable> wrong) {}

    private static <T> Each<T> each(JsonParser parser, byte[] body, Class<T> type)
            throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return new Each<>(Optional.empty(), Optional.empty());
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Each<>(
                    Optional.empty(),
                    Optional.of(new Unreadable(Fault.WRONG_TYPE, "", "must be a JSON object")));
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        try {
            T value = read(Arrays.copyOfRange(body, from, to), type);
            return new Each<>(Optional.of(value), Optional.empty());
        } catch (Unreadable e) {
            return new Each<>(Optional.empty(), Optional.of(e));
        }
    }

    /** The value as UTF-8 JSON. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass(), e);
        }
    }

    private static Unreadable malformed(String why) {
        return new Unreadable(Fault.MALFORMED, "", why);
    }

    private static Unreadable wrongType(JsonMappingException e) {
        // Broken text inside a value comes wrapped; it has a cause that is no mapping failure.
        if (e.getCause() instanceof JsonProcessingException broken
                && !(broken instanceof JsonMappingException)
                && !(broken instanceof InputCoercionException)) {
            return malformed(place(broken));
        }
        if (e.getPath().isEmpty()) {
            return malformed("it must be a JSON object as the API describes it");
        }
        return new Unreadable(Fault.WRONG_TYPE, path(e), "has the wrong type");
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "it is no JSON"
                : "it is no JSON at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() == null
                        ? "[" + r.getIndex() + "]"
                        : "." + r.getFieldName())
                .collect(Collectors.joining())
                .substring(1);
    }
}
