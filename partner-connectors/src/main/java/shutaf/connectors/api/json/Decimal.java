package shutaf.connectors.api.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number with its digits as they were written. Partners send a string; a JSON number is taken by
 * its digits too, so that nothing ever passes through a float.
 *
 * @param text as written, not yet checked
 */
@JsonDeserialize(using = Decimal.Reader.class)
@Schema(
        type = SchemaType.STRING,
        description = "Decimal number with a point, exact",
        pattern = "^-?\\d{1,13}(\\.\\d{1,6})?$",
        examples = "45.90")
public record Decimal(@JsonValue String text) {
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,13}(\\.\\d{1,6})?");

    /**
     * The number.
     *
     * @throws IllegalArgumentException when it is no plain decimal or has too many digits
     */
    public BigDecimal number() {
        return new BigDecimal(plain());
    }

    /**
     * The digits, once it is sure that they are a plain decimal.
     *
     * @throws IllegalArgumentException when they are not
     */
    public String plain() {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "use a decimal like \"45.90\": up to 13 digits, a point, up to 6 more");
        }
        return text;
    }

    /** Takes strings and numbers by their text and refuses all else as a wrong type. */
    static final class Reader extends StdDeserializer<Decimal> {
        Reader() {
            super(Decimal.class);
        }

        @Override
        public Decimal deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                return new Decimal(parser.getText());
            }
            return (Decimal) context.handleUnexpectedToken(Decimal.class, parser);
        }
    }
}
