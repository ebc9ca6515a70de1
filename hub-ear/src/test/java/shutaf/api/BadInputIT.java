package shutaf.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One field of a good body is replaced at a time, by the table bad-input.csv: the answer names the
 * field, and nothing was done, so that the corrected body with the same receipt is taken.
 */
class BadInputIT {
    private static final String CARD = "2944000000109";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @BeforeAll
    static void aRichMember() {
        Partners.found();
        Call.post("/members", Sent.member(CARD)).by(Partners.OWN).send();
        Call.post("/purchases", Sent.purchase("rich", CARD, "9000.00"))
                .by(Partners.OWN)
                .send();
    }

    @ParameterizedTest(name = "{0} {1} = {2}: {3} {4} {5}")
    @CsvFileSource(
            resources = "/shutaf/api/bad-input.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '\u0001',
            nullValues = "-")
    void is_refused_with_the_field_and_leaves_no_trace(
            String path, String at, String value, int status, String code, String field) {
        ObjectNode good = good(path, "bad" + NUMBERS.incrementAndGet());

        Reply refused =
                Call.post(path, broken(good, at, value)).by(Partners.OWN).send();

        assertThat(refused.status()).as("%s", refused).isEqualTo(status);
        assertThat(refused.text("code")).isEqualTo(code);
        assertThat(refused.body().findValuesAsText("field")).contains(field);
        Reply corrected = Call.post(path, good).by(Partners.OWN).send();
        assertThat(corrected.status()).as("%s", corrected).isIn(200, 201);
        assertThat(corrected.replayed()).as("nothing was kept").isFalse();
    }

    private static ObjectNode good(String path, String number) {
        return switch (path) {
            case "/purchases" -> Sent.purchase(number, CARD, "12.80");
            case "/returns" -> {
                ObjectNode sale = Sent.purchase("sale" + number, CARD, "12.80");
                Call.post("/purchases", sale).by(Partners.OWN).send();
                yield Sent.goodsBack(number, "sale" + number, "6.40");
            }
            case "/redemptions" -> Sent.hold(number, CARD, 1);
            case "/members" -> Sent.member(CARD);
            case "/members/lookup" -> Sent.card(CARD);
            case "/purchases/batch" -> Sent.batch(Sent.purchase(number, CARD, "12.80"));
            default -> throw new IllegalArgumentException(path);
        };
    }

    /** A copy with one value replaced, or removed when there is none. */
    private static JsonNode broken(ObjectNode good, String at, String value) {
        ObjectNode copy = good.deepCopy();
        JsonPointer pointer = JsonPointer.compile(at);
        JsonNode parent = copy.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            list.set(pointer.last().getMatchingIndex(), json(value));
        } else if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, json(value));
        }
        return copy;
    }

    private static JsonNode json(String value) {
        String now = value.replace(
                        "{in 6 minutes}",
                        OffsetDateTime.now(Sent.ZONE).plusMinutes(6).toString())
                .replace("{401 days ago}", Sent.now().minusDays(401).toString())
                .replace("{8 days ago}", Sent.now().minusDays(8).toLocalDate().toString())
                .replace("{65 letters}", "x".repeat(65))
                .replace("{501 letters}", "x".repeat(501));
        try {
            return Sent.JSON.readTree(now);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }
}
