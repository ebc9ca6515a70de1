package shutaf.connectors.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.connectors.api.json.Json;
import shutaf.connectors.api.problem.FieldError;
import shutaf.member.IdentifierScheme;
import shutaf.member.MemberRef;
import shutaf.purchase.Channel;
import shutaf.purchase.Purchase;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

class PurchaseReadingTest {
    private static final PartnerId SUPER = new PartnerId(7);

    /** The example of the published API, with a part of the total paid with points. */
    static final String EXAMPLE = """
            { "receipt": {"outlet":"TLV-01","till":"3","businessDate":"2026-11-20",
                            "number":"004711"},
              "happenedAt":"2026-11-20T18:21:07+02:00",
              "member": {"scheme":"CARD","value":"2900000001239"},
              "currency":"ILS",
              "lines":[{"line":1,"sku":"7290000066318","description":"חלב 3%",
                            "categories":["DAIRY"],
                        "quantity":"2","amount":"12.80","discount":"0.00","vatRate":"18"},
                       {"line":2,"sku":"GC100","amount":100.00}],
              "tenders":[{"type":"CARD","amount":"102.80"},{"type":"POINTS","amount":"10.00"}],
              "total":"112.80" }""";

    @Test
    void the_example_of_the_api_becomes_a_purchase_to_the_agora() {
        Purchase read = ((Reading.Usable<Purchase>) read(EXAMPLE)).value();

        assertThat(read.partner()).isEqualTo(SUPER);
        assertThat(read.receipt()).hasToString("TLV-01/3/2026-11-20/004711");
        assertThat(read.happenedAt()).isEqualTo(Instant.parse("2026-11-20T16:21:07Z"));
        assertThat(read.member()).contains(new MemberRef(IdentifierScheme.CARD, "2900000001239"));
        assertThat(read.total()).isEqualTo(new Money(11_280, "ILS"));
        assertThat(read.paidWithPoints()).isEqualTo(1_000);
        assertThat(read.lines()).hasSize(2);
        assertThat(read.lines().get(0).amount()).isEqualTo(1_280);
        assertThat(read.lines().get(0).quantity()).isEqualByComparingTo("2");
        assertThat(read.lines().get(1).amount()).isEqualTo(10_000);
        assertThat(read.lines().get(1).quantity()).isEqualTo(BigDecimal.ONE);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "number":"004711"                | "x":1                        | receipt.number
            "outlet":"TLV-01"                | "outlet":"a/b"               | receipt.outlet
            "till":"3"                       | "till":""                    | receipt.till
            "businessDate":"2026-11-20"      | "businessDate":"20.11.2026"  | receipt.businessDate
            "businessDate":"2026-11-20"      | "businessDate":"1066-10-14"  | receipt.businessDate
            "2026-11-20T18:21:07+02:00"      | "2026-11-20T18:21:07"        | happenedAt
            "2026-11-20T18:21:07+02:00"      | "yesterday"                  | happenedAt
            "scheme":"CARD"                  | "scheme":"FACE"              | member
            "value":"2900000001239"          | "value":" "                  | member
            "value":"2900000001239"          | "value":"29\\u0000"          | member
            "value":"2900000001239"          | "x":1                        | member.value
            "currency":"ILS"                 | "currency":"shekel"          | currency
            "currency":"ILS"                 | "x":1                        | currency
            "line":1                         | "x":1                        | lines[0].line
            "amount":"12.80"                 | "amount":"12.805"            | lines[0].amount
            "amount":"12.80"                 | "amount":"12,80"             | lines[0].amount
            "amount":"12.80"                 | "amount":"1e3"               | lines[0].amount
            "amount":"12.80"                 | "amount":"NaN"               | lines[0].amount
            "amount":"12.80"                 | "amount":"٣"                 | lines[0].amount
            "amount":"12.80"                 | "amount":"99999999999999"    | lines[0].amount
            "amount":"12.80"                 | "x":1                        | lines[0].amount
            "quantity":"2"                   | "quantity":"two"             | lines[0].quantity
            "quantity":"2"                   | "quantity":1e400             | lines[0].quantity
            "discount":"0.00"                | "discount":"none"            | lines[0].discount
            "vatRate":"18"                   | "vatRate":"18%"              | lines[0].vatRate
            ["DAIRY"]                        | [null]                       | lines[0].categories[0]
            "type":"CARD","amount":"102.80"  | "amount":"102.80"            | tenders[0].type
            "amount":"10.00"                 | "amount":"-10.00"            | tenders[1].amount
            "amount":"10.00"                 | "amount":"112.81"            | tenders
            "total":"112.80"                 | "x":1                        | total
            """)
    void names_the_field_that_cannot_be_read(String part, String instead, String field) {
        assertThat(EXAMPLE).contains(part);

        assertThat(errors(EXAMPLE.replace(part, instead)))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    @Test
    void names_everything_that_is_wrong_at_once() {
        assertThat(errors("{\"lines\":[null]}"))
                .extracting(FieldError::field)
                .containsExactly("receipt", "happenedAt", "currency", "lines[0]", "total");
        assertThat(errors("{}")).extracting(FieldError::field).contains("lines");
    }

    @Test
    void a_receipt_without_a_member_is_anonymous() {
        String anonymous = EXAMPLE.replace(
                "\"member\": {\"scheme\":\"CARD\",\"value\":\"2900000001239\"},", "");

        assertThat(((Reading.Usable<Purchase>) read(anonymous)).value().member())
                .isEmpty();
    }

    @Test
    void control_characters_of_a_printer_do_not_reach_the_books() {
        Purchase read = ((Reading.Usable<Purchase>)
                        read(EXAMPLE.replace("חלב 3%", "\\u001b[1mחלב\\t3%\\u0000")))
                .value();

        assertThat(read.lines().getFirst().description()).isEqualTo("[1mחלב 3%");
    }

    private static List<FieldError> errors(String body) {
        return ((Reading.Unusable<Purchase>) read(body)).errors();
    }

    private static Reading<Purchase> read(String body) {
        SentPurchase sent = Json.read(body.getBytes(StandardCharsets.UTF_8), SentPurchase.class);
        return PurchaseReading.read(sent, SUPER, Channel.API);
    }
}
