package shutaf.connectors.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class JsonTest {
    record Basket(String name, Integer count, Boolean paid, Decimal total, List<Item> items) {}

    record Item(String sku) {}

    @ParameterizedTest(name = "{0} is {1} at \"{2}\"")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a"                        | MALFORMED  | ``
            nonsense                           | MALFORMED  | ``
            {"name":"a"} {"name":"b"}          | MALFORMED  | ``
            {"name":"a","name":"b"}            | MALFORMED  | ``
            null                               | MALFORMED  | ``
            [1,2]                              | MALFORMED  | ``
            "text"                             | MALFORMED  | ``
            {"count":1e5}                      | WRONG_TYPE | count
            {"count":1.5}                      | WRONG_TYPE | count
            {"count":"5"}                      | WRONG_TYPE | count
            {"count":99999999999}              | WRONG_TYPE | count
            {"paid":1}                         | WRONG_TYPE | paid
            {"paid":"true"}                    | WRONG_TYPE | paid
            {"name":5}                         | WRONG_TYPE | name
            {"name":true}                      | WRONG_TYPE | name
            {"name":{}}                        | WRONG_TYPE | name
            {"total":true}                     | WRONG_TYPE | total
            {"total":{}}                       | WRONG_TYPE | total
            {"items":{}}                       | WRONG_TYPE | items
            {"items":[{"sku":"a"},{"sku":7}]}  | WRONG_TYPE | items[1].sku
            """)
    void refuses_what_the_api_does_not_say(String body, Json.Fault fault, String field) {
        Json.Unreadable refused = unreadable(body.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.field()).isEqualTo(field == null ? "" : field);
    }

    @Test
    void reads_each_value_of_a_list_by_itself() {
        byte[] body = """
                {"items":[{"sku":"חלב"}, {"sku":7}, 8, null, [9], {"sku":"b","x":{"y":[1]}} ],
                 "other":[{"sku":"c"}]}""".getBytes(StandardCharsets.UTF_8);

        List<String> read = Json.readEach(body, "items", Item.class).stream()
                .map(each -> each.wrong()
                        .map(e -> e.fault() + " " + e.field())
                        .orElseGet(() -> each.value().map(Item::sku).orElse("null")))
                .toList();

        assertThat(read)
                .containsExactly(
                        "חלב", "WRONG_TYPE sku", "WRONG_TYPE ", "null", "WRONG_TYPE ", "b");
        assertThat(Json.readEach(body, "nothing", Item.class)).isEmpty();
    }

    @Test
    void refuses_bytes_that_are_no_utf8() {
        byte[] hebrewInWindows1255 = {
            '{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xe7, '"', '}'
        };

        assertThat(unreadable(hebrewInWindows1255).fault()).isEqualTo(Json.Fault.MALFORMED);
    }

    @Test
    void refuses_a_body_over_one_mebibyte_without_reading_it() {
        assertThat(unreadable(new byte[Json.MOST_BYTES + 1]).fault())
                .isEqualTo(Json.Fault.TOO_LARGE);
    }

    @Test
    void refuses_nesting_that_would_exhaust_the_stack() {
        String deep = "{\"other\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        assertThat(unreadable(deep.getBytes(StandardCharsets.UTF_8)).fault())
                .isEqualTo(Json.Fault.MALFORMED);
    }

    @Test
    void never_repeats_what_was_sent() {
        String card = "2900000001239";

        String message = unreadable(("{\"name\":" + card).getBytes(StandardCharsets.UTF_8))
                .getMessage();

        assertThat(message).doesNotContain(card);
    }

    @Test
    void ignores_unknown_fields_and_keeps_the_digits_of_decimals() {
        Basket read = read("{\"name\":\"a\",\"new\":[{}],\"total\":12.80}");

        assertThat(read.total().text()).isEqualTo("12.80");
        assertThat(read("{\"total\":\"0.10\"}").total().text()).isEqualTo("0.10");
    }

    @Test
    void leaves_out_what_has_nothing_to_say() {
        String written = new String(
                Json.write(new Basket("חלב", null, true, null, List.of())), StandardCharsets.UTF_8);

        assertThat(written).isEqualTo("{\"name\":\"חלב\",\"paid\":true,\"items\":[]}");
    }

    private static Basket read(String body) {
        return Json.read(body.getBytes(StandardCharsets.UTF_8), Basket.class);
    }

    private static Json.Unreadable unreadable(byte[] body) {
        return catchThrowableOfType(Json.Unreadable.class, () -> Json.read(body, Basket.class));
    }
}
