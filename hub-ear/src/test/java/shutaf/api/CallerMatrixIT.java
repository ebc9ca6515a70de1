package shutaf.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who may call what: every call as each kind of caller, by the matrix caller-matrix.csv, on things
 * of one partner. To the other partner they are not there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallerMatrixIT {
    private static final String CARD = "2944000000505";
    private static final String ANYONES = "2944000000703";
    private static final String SHARED = "2944000000604";

    private final Map<String, String> things = new TreeMap<>();
    private final Map<String, String> tokens = new TreeMap<>();

    @BeforeAll
    void thingsOfOnePartner() {
        Partners.found();
        Reply joined = Call.post("/members", Sent.member(CARD)).by(Partners.OWN).send();
        Call.post("/members", Sent.member(ANYONES)).by(Partners.OWN).send();
        things.put("{member}", joined.text("memberId"));
        Call.post("/purchases", Sent.purchase("matrix", CARD, "500.00"))
                .by(Partners.OWN)
                .send();
        Call.post("/purchases", Sent.purchase("anyone", ANYONES, "500.00"))
                .by(Partners.OWN)
                .send();
        for (String use : List.of("held", "captured")) {
            Reply held = Call.post("/redemptions", Sent.hold(use, CARD, 10))
                    .by(Partners.OWN)
                    .send();
            things.put("{" + use + "}", held.text("redemptionId"));
        }
        Call.post("/redemptions/" + things.get("{captured}") + "/capture", "")
                .by(Partners.OWN)
                .send();
        Reply statements = Call.get("/statements").by(Partners.OWN).send();
        things.put("{statement}", statements.body().at("/statements/0/number").asText());
        tokens.put("rubbish", "eyJhbGciOiJub25lIn0.eyJhenAiOiJwYXJ0bmVyLWFwaWEifQ.");
        tokens.put("clerk", PersonToken.of(Call.HUB, "super-clerk"));
        tokens.put("member", PersonToken.of(Call.HUB, "member1"));
        tokens.put("no partner", Call.HUB.token(Partners.NOBODY));
        tokens.put("other partner", Call.HUB.token(Partners.OTHER));
        tokens.put("own partner", Call.HUB.token(Partners.OWN));
    }

    @ParameterizedTest(name = "{0} {1} as {2}: {3}")
    @CsvFileSource(resources = "/shutaf/api/caller-matrix.csv", numLinesToSkip = 1)
    void is_answered(String method, String path, String caller, int status) {
        Call call = caller.equals("nobody")
                ? call(method, path)
                : call(method, path).with("Authorization", "Bearer " + tokens.get(caller));

        Reply reply = call.send();

        assertThat(reply.status()).as("%s", reply).isEqualTo(status);
        if (status == 401) {
            assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        }
        if (status >= 400) {
            assertThat(reply.text()).doesNotContain(CARD).doesNotContain(Partners.OWN);
        }
    }

    private Call call(String method, String path) {
        String at = path;
        for (Map.Entry<String, String> thing : things.entrySet()) {
            at = at.replace(thing.getKey(), thing.getValue());
        }
        return method.equals("GET") ? Call.get(at) : Call.post(at, body(path));
    }

    /** Good bodies; what is written is about a member who deals with both partners anyway. */
    private static String body(String path) {
        String number = path.substring(1).replace('/', '-');
        ObjectNode purchase = Sent.purchase(number, ANYONES, "5.00");
        return switch (path) {
            case "/members" -> Sent.member(ANYONES).toString();
            case "/members/lookup" -> Sent.card(CARD).toString();
            case "/purchases" -> purchase.toString();
            case "/purchases/batch" -> Sent.batch(purchase).toString();
            case "/returns", "/returns/preview" ->
                Sent.goodsBack(number, "matrix", "5.00").toString();
            case "/redemptions" -> Sent.hold(number, ANYONES, 1).toString();
            case "/redemptions/{captured}/reverse" -> Sent.reversal("MATRIX").toString();
            default -> "";
        };
    }

    @Test
    void what_the_other_partner_tried_has_changed_nothing_here() {
        Call look = Call.post("/members/lookup", Sent.card(CARD)).by(Partners.OWN);
        Call position = Call.get("/position").by(Partners.OWN);
        String before = look.send().text() + position.send().text();

        for (String step : List.of("capture", "void")) {
            Call.post("/redemptions/" + things.get("{held}") + "/" + step, "")
                    .by(Partners.OTHER)
                    .send();
        }
        Call.post("/redemptions/" + things.get("{captured}") + "/reverse", Sent.reversal("THEFT"))
                .by(Partners.OTHER)
                .send();
        Call.post("/returns", Sent.goodsBack("theft", "matrix", "400.00"))
                .by(Partners.OTHER)
                .send();

        assertThat(look.send().text() + position.send().text()).isEqualTo(before);
    }

    @Test
    void of_a_member_of_both_each_partner_sees_its_own_dealings_only() {
        Reply joined =
                Call.post("/members", Sent.member(SHARED)).by(Partners.OWN).send();
        String journal = "/members/" + joined.text("memberId") + "/journal";
        Call.post("/purchases", Sent.purchase("first", SHARED, "30.00"))
                .by(Partners.OWN)
                .send();
        assertThat(Call.get(journal).by(Partners.OTHER).send().status())
                .as("before they dealt with each other")
                .isEqualTo(404);

        Call.post("/purchases", Sent.purchase("second", SHARED, "40.00"))
                .by(Partners.OTHER)
                .send();

        assertThat(Call.get(journal).by(Partners.OTHER).send().text())
                .contains("second")
                .doesNotContain("first");
        assertThat(Call.get(journal).by(Partners.OWN).send().text())
                .contains("first")
                .doesNotContain("second");
    }
}
