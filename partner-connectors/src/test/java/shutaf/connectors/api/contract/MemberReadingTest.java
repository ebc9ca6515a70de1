package shutaf.connectors.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.connectors.api.json.Json;
import shutaf.connectors.api.problem.FieldError;
import shutaf.member.Enrolment;
import shutaf.redemption.HoldRequest;
import shutaf.returns.GoodsReturn;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.nio.charset.StandardCharsets;

class MemberReadingTest {
    private static final PartnerId CAFE = new PartnerId(3);
    private static final String NOA = """
            {"identifiers":[{"scheme":"CARD","value":"2900000001239"},
                            {"scheme":"PHONE","value":"050-123-4567"}],
             "name":{"first":" נועה ","last":"לוי"}, "language":"he",
             "consents":[{"purpose":"MARKETING","channel":"SMS","granted":true,"wording":"v3"}]}""";

    @Test
    void an_enrolment_keeps_what_was_agreed_to_and_the_wording() {
        Enrolment noa = ((Reading.Usable<Enrolment>) enrolment(NOA)).value();

        assertThat(noa.firstName()).isEqualTo("נועה");
        assertThat(noa.identifiers()).hasSize(2);
        assertThat(noa.consents())
                .containsExactly(new Enrolment.ConsentGiven("MARKETING", "SMS", true, "v3"));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "language":"he"  | "language":"fr"  | language
            "last":"לוי"     | "last":""        | name.last
            "last":"לוי"     | "last":"\\u0007" | name.last
            "granted":true   | "x":1            | consents[0].granted
            "wording":"v3"   | "x":1            | consents[0].wording
            "scheme":"CARD"  | "scheme":"QR"    | identifiers[0].scheme
            "scheme":"PHONE" | "scheme":"FAX"   | identifiers[1]
            """)
    void names_the_field_that_cannot_be_read(String part, String instead, String field) {
        assertThat(NOA).contains(part);

        assertThat(((Reading.Unusable<Enrolment>) enrolment(NOA.replace(part, instead))).errors())
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    @Test
    void a_hold_needs_a_member_and_points() {
        Reading<HoldRequest> read =
                MemberReading.hold(Json.read(bytes("""
                                {"receipt":{"outlet":"01","till":"1","businessDate":"2026-11-20",
                            "number":"1"},
                                 "happenedAt":"2026-11-20T18:21:07Z"}
                            """), SentHold.class), CAFE, "partner-cafe");

        assertThat(((Reading.Unusable<HoldRequest>) read).errors())
                .extracting(FieldError::field)
                .containsExactly("member", "points");
    }

    @Test
    void a_return_without_a_currency_is_in_shekels() {
        Reading<GoodsReturn> read =
                ReturnReading.read(Json.read(bytes("""
                                {"receipt":{"outlet":"01","till":"1","businessDate":"2026-11-21",
                            "number":"9"},
                                 "happenedAt":"2026-11-21T18:21:07Z",
                                 "original":{"outlet":"01","till":"1","businessDate":"2026-11-20",
                            "number":"1"},
                                 "lines":[{"line":1,"originalLine":1,
                                 "quantity":"1","amount":"6.40"}],
                            "total":"6.40"}
                            """), SentReturn.class), CAFE);

        GoodsReturn back = ((Reading.Usable<GoodsReturn>) read).value();
        assertThat(back.total()).isEqualTo(new Money(640, "ILS"));
        assertThat(back.original()).hasToString("Optional[01/1/2026-11-20/1]");
    }

    private static Reading<Enrolment> enrolment(String body) {
        return MemberReading.enrolment(Json.read(bytes(body), SentEnrolment.class));
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
