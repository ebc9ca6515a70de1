package shutaf.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a request as a whole may be: its size, its form, its key, its neighbours in a batch. */
class RequestsIT {
    private static final String CARD = "2944000000208";
    private static final int MEBIBYTE = 1024 * 1024;

    @BeforeAll
    static void aMember() {
        Partners.found();
        Call.post("/members", Sent.member(CARD)).by(Partners.OWN).send();
    }

    private static Call purchase(String number, String amount) {
        return Call.post("/purchases", Sent.purchase(number, CARD, amount)).by(Partners.OWN);
    }

    @Test
    void fields_that_nobody_knows_are_ignored_wherever_they_stand() {
        ObjectNode purchase = Sent.purchase("unknown fields", CARD, "12.80");
        purchase.putObject("loyalty").put("points", 1_000_000);
        ((ObjectNode) purchase.get("receipt")).put("cashier", 7);
        ((ObjectNode) purchase.at("/lines/0")).putArray("allergens").add("milk");

        Reply taken = Call.post("/purchases", purchase).by(Partners.OWN).send();

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.number("points")).isEqualTo(12);
        assertThat(purchase("unknown fields", "12.80").send().replayed())
                .as("they are no part of the receipt")
                .isTrue();
    }

    @Test
    void an_amount_may_be_a_json_number_and_keeps_its_digits() {
        String body =
                Sent.purchase("a number", CARD, "12.80").toString().replace("\"12.80\"", "12.80");

        Reply taken = Call.post("/purchases", body).strange().by(Partners.OWN).send();

        assertThat(taken.number("points")).isEqualTo(12);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"receipt":            | 400 | VALIDATION
            not JSON at all        | 400 | VALIDATION
            ''                     | 400 | VALIDATION
            null                   | 400 | VALIDATION
            []                     | 400 | VALIDATION
            "text"                 | 400 | VALIDATION
            {} {}                  | 400 | VALIDATION
            {"total":"1","total":"2"} | 400 | VALIDATION
            {}                     | 422 | VALIDATION
            """)
    void what_is_no_receipt_is_refused(String body, int status, String code) {
        Reply refused = Call.post("/purchases", body).by(Partners.OWN).send();

        assertThat(refused.status()).as("%s", refused).isEqualTo(status);
        assertThat(refused.text("code")).isEqualTo(code);
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        byte[] hebrew = Sent.purchase("no utf8", CARD, "12.80")
                .toString()
                .getBytes(java.nio.charset.Charset.forName("windows-1255"));

        assertThat(Call.post("/purchases", hebrew).by(Partners.OWN).send().status())
                .isEqualTo(400);
    }

    @Test
    void nesting_has_an_end() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(Call.post("/purchases", "{\"x\":" + deep + "}")
                        .by(Partners.OWN)
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void another_content_type_is_refused(String type) {
        Reply refused =
                purchase("other type", "12.80").with("Content-Type", type).send();

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.text("code")).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /purchases, 405",
        "DELETE, /purchases, 405",
        "PUT, /members, 405",
        "POST, /position, 405",
        "GET, /nothing/here, 404",
        "GET, /redemptions/not-a-number, 404",
        "GET, /members/0/balance, 404",
        "GET, /members/x/journal, 404"
    })
    void addresses_and_methods_that_do_not_exist_say_so(String method, String path, int status) {
        Reply refused = Call.get(path).as(method).by(Partners.OWN).send();

        assertThat(refused.status()).as("%s", refused).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "limit=ten", "after=yesterday"})
    void a_page_that_nobody_can_turn_to_is_refused(String query) {
        Reply refused = Call.get("/members/1/journal?" + query).by(Partners.OWN).send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asText())
                .isEqualTo(query.replaceFirst("=.*", ""));
    }

    @Test
    void a_body_of_a_mebibyte_is_read_and_one_byte_more_is_not() {
        byte[] most = padded(MEBIBYTE);
        byte[] more = padded(MEBIBYTE + 1);

        assertThat(Call.post("/purchases", most).by(Partners.OWN).send().status())
                .isEqualTo(201);
        for (Call call : List.of(
                Call.post("/purchases", more), Call.post("/purchases", more).inPieces())) {
            Reply refused = call.by(Partners.OWN).send();
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.text("code")).isEqualTo("LIMIT_EXCEEDED");
        }
    }

    private static byte[] padded(int length) {
        String start = Sent.purchase("padded " + length, CARD, "12.80").toString();
        String text = start + " ".repeat(length - start.getBytes(StandardCharsets.UTF_8).length);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_agora_per_vat_rate_may_be_missing_and_no_more() {
        ObjectNode two = Sent.purchase("two rates", CARD, "12.80");
        ((ObjectNode) two.withArray("lines").add(two.at("/lines/0").deepCopy()).get(1))
                .put("line", 2)
                .put("vatRate", "0");

        assertThat(Call.post("/purchases", two.put("total", "25.63"))
                        .by(Partners.OWN)
                        .send()
                        .text("code"))
                .isEqualTo("TOTAL_MISMATCH");
        assertThat(Call.post("/purchases", two.put("total", "25.62"))
                        .by(Partners.OWN)
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void the_same_receipt_with_other_content_is_a_conflict_and_changes_nothing() {
        Reply first = purchase("conflict", "50.00").send();

        Reply other = purchase("conflict", "60.00").send();

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("KEY_REUSED");
        Reply again = purchase("conflict", "50.00").send();
        assertThat(again.replayed()).isTrue();
        assertThat(again.text()).as("the first answer again").isEqualTo(first.text());
    }

    @Test
    void a_key_stands_for_one_request_only() {
        Call first = purchase("keyed1", "50.00").keyed("\"till-3-0001\"");
        assertThat(first.send().status()).isEqualTo(201);

        Reply bare = first.keyed("till-3-0001").send();
        assertThat(bare.status()).isEqualTo(200);
        assertThat(bare.replayed()).as("quoted or bare").isTrue();
        Reply other = purchase("keyed2", "50.00").keyed("till-3-0001").send();
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("KEY_REUSED");
        assertThat(purchase("keyed2", "50.00").keyed("till-3-0002").send().status())
                .as("the refused one left no trace")
                .isEqualTo(201);
    }

    @Test
    void a_key_of_another_partner_is_another_key() {
        assertThat(purchase("keyed3", "50.00").keyed("shared").send().status()).isEqualTo(201);

        Reply theirs =
                purchase("keyed3", "70.00").by(Partners.OTHER).keyed("shared").send();

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.replayed()).isFalse();
    }

    @Test
    void a_key_that_cannot_be_kept_is_refused() {
        Reply refused = purchase("long key", "50.00").keyed("k".repeat(256)).send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
    }

    @Test
    void a_hold_and_an_enrolment_repeat_by_their_key_letter_by_letter() {
        purchase("for keys", "50.00").send();
        Call hold = Call.post("/redemptions", Sent.hold("keyed hold", CARD, 10))
                .by(Partners.OWN)
                .keyed("hold-1");
        Call enrol = Call.post("/members", Sent.member("2944000000307"))
                .by(Partners.OWN)
                .keyed("enrol-1");
        for (Call call : List.of(hold, enrol)) {
            Reply first = call.send();
            Reply again = call.send();
            assertThat(first.status()).isEqualTo(201);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.replayed()).isTrue();
            assertThat(again.text()).isEqualTo(first.text());
        }
    }

    @Test
    void in_a_batch_each_stands_alone_and_a_repeat_doubles_nothing() {
        Call call = Call.post("/purchases/batch", mixed()).strange().by(Partners.OWN);
        long before = points();

        assertThat(results(call.send()))
                .containsExactly(
                        "0 ACCRUED 10",
                        "1 REFUSED TOTAL_MISMATCH total",
                        "2 UNCLAIMED",
                        "3 ACCRUED 10 again",
                        "4 REFUSED KEY_REUSED",
                        "5 REFUSED VALIDATION happenedAt",
                        "6 ACCRUED 20",
                        "7 REFUSED VALIDATION lines",
                        "8 REFUSED VALIDATION purchase",
                        "9 REFUSED VALIDATION purchase");
        assertThat(points() - before).isEqualTo(30);
        assertThat(results(call.send()))
                .containsExactly(
                        "0 ACCRUED 10 again",
                        "1 REFUSED TOTAL_MISMATCH total",
                        "2 UNCLAIMED again",
                        "3 ACCRUED 10 again",
                        "4 REFUSED KEY_REUSED",
                        "5 REFUSED VALIDATION happenedAt",
                        "6 ACCRUED 20 again",
                        "7 REFUSED VALIDATION lines",
                        "8 REFUSED VALIDATION purchase",
                        "9 REFUSED VALIDATION purchase");
        assertThat(points() - before).isEqualTo(30);
    }

    private static ObjectNode mixed() {
        ObjectNode batch = Sent.batch(
                Sent.purchase("b0", CARD, "10.00"),
                Sent.purchase("b1", CARD, "10.00").put("total", "99.00"),
                Sent.purchase("b2", "2944999999999", "10.00"),
                Sent.purchase("b0", CARD, "10.00"),
                Sent.purchase("b0", CARD, "11.00"),
                (ObjectNode) Sent.purchase("b5", CARD, "10.00").without("happenedAt"),
                Sent.purchase("b6", CARD, "20.00"),
                (ObjectNode) Sent.purchase("b7", CARD, "10.00").set("lines", Sent.card("no list")));
        ((ArrayNode) batch.get("purchases")).add(7).addNull();
        return batch;
    }

    @Test
    void a_batch_has_up_to_a_thousand_receipts_and_no_more() {
        ObjectNode[] many = new ObjectNode[1_001];
        for (int i = 0; i < many.length; i++) {
            many[i] = Sent.purchase("many" + i, CARD, "1.00");
        }
        Reply refused =
                Call.post("/purchases/batch", Sent.batch(many)).by(Partners.OWN).send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("LIMIT_EXCEEDED");

        long before = points();
        ObjectNode most = Sent.batch(java.util.Arrays.copyOf(many, 1_000));
        Reply taken = Call.post("/purchases/batch", most).by(Partners.OWN).send();
        assertThat(taken.body().get("results")).hasSize(1_000);
        assertThat(points() - before).isEqualTo(1_000);
    }

    private static long points() {
        return Call.post("/members/lookup", Sent.card(CARD))
                .by(Partners.OWN)
                .send()
                .number("balance");
    }

    private static List<String> results(Reply reply) {
        List<String> results = new ArrayList<>();
        for (JsonNode item : reply.body().get("results")) {
            String points = item.has("points") ? " " + item.get("points") : "";
            String code = item.has("code") ? " " + item.get("code").asText() : "";
            String field = item.has("field") ? " " + item.get("field").asText() : "";
            String again = item.path("replayed").asBoolean() ? " again" : "";
            results.add(item.get("index") + " " + item.get("status").asText() + points + code
                    + field + again);
        }
        return results;
    }
}
