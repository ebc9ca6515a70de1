package shutaf.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One customer's day through every call of the API. Each answer is judged by the published
 * description on its way here; at the end none that is described may be left that nobody was given.
 */
class EveryAnswerIT {
    private static final String CARD = "2944000000017";

    @BeforeAll
    static void partners() {
        Partners.found();
    }

    @Test
    void every_answer_is_one_that_is_described_and_every_described_one_is_given() {
        String member = joins();
        buys();
        takesGoodsBack();
        String redemption = spends();
        isLookedAt(member, redemption);
        asksForStatements();
        looksAfterTheQueue();

        assertThat(Call.published().notGiven()).isEmpty();
    }

    private static String joins() {
        Call enrol = Call.post("/members", Sent.member(CARD)).by(Partners.OWN);
        Reply joined = enrol.send();
        assertThat(joined.status()).isEqualTo(201);
        assertThat(joined.text("maskedName")).isEqualTo("נ** ל**");
        assertThat(enrol.send().status()).as("a member already").isEqualTo(200);
        return joined.text("memberId");
    }

    private static void buys() {
        Call buy =
                Call.post("/purchases", Sent.purchase("day1", CARD, "112.80")).by(Partners.OWN);
        Reply bought = buy.send();
        assertThat(bought.status()).isEqualTo(201);
        assertThat(bought.number("points")).isEqualTo(112);
        assertThat(bought.body().at("/reasons/0/text").asText()).contains("112.80");
        Reply again = buy.with("Accept-Language", "he").send();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.replayed()).isTrue();
        assertThat(again.text("journalId")).isEqualTo(bought.text("journalId"));
        Reply unclaimed = Call.post("/purchases", Sent.purchase("day2", "2944999999999", "10.00"))
                .by(Partners.OWN)
                .send();
        assertThat(unclaimed.status()).isEqualTo(202);
        assertThat(unclaimed.text("status")).isEqualTo("UNCLAIMED");
        Reply batch = Call.post(
                        "/purchases/batch",
                        Sent.batch(
                                Sent.purchase("day3", CARD, "7.00"),
                                Sent.purchase("day4", "2944999999999", "7.00"),
                                Sent.purchase("day5", CARD, "-7.00")))
                .by(Partners.OWN)
                .send();
        assertThat(batch.body().get("results"))
                .extracting(item -> item.path("status").asText())
                .containsExactly("ACCRUED", "UNCLAIMED", "REFUSED");
    }

    private static void takesGoodsBack() {
        Call back =
                Call.post("/returns", Sent.goodsBack("back1", "day1", "12.80")).by(Partners.OWN);
        Reply preview =
                Call.post("/returns/preview", back.json()).by(Partners.OWN).send();
        assertThat(preview.text("status")).isEqualTo("PREVIEW");
        Reply taken = back.send();
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.number("pointsBack"))
                .isEqualTo(preview.number("pointsBack"))
                .isEqualTo(12);
        assertThat(back.send().status()).isEqualTo(200);
        Reply early = Call.post("/returns", Sent.goodsBack("back2", "not sent yet", "1.00"))
                .by(Partners.OWN)
                .send();
        assertThat(early.status()).isEqualTo(202);
        assertThat(early.text("status")).isEqualTo("WAITING");
    }

    private static String spends() {
        Call hold = Call.post("/redemptions", Sent.hold("basket1", CARD, 60)).by(Partners.OWN);
        Reply held = hold.send();
        assertThat(held.status()).isEqualTo(201);
        assertThat(held.text("value")).isEqualTo("3.00");
        assertThat(hold.send().status()).isEqualTo(200);
        String at = "/redemptions/" + held.text("redemptionId");
        Reply captured =
                Call.post(at + "/capture", Sent.points(40)).by(Partners.OWN).send();
        assertThat(captured.text("status")).isEqualTo("CAPTURED");
        assertThat(captured.number("balance")).isEqualTo(107 - 40);
        Reply reversed = Call.post(at + "/reverse", Sent.reversal("RETURNED_GOODS"))
                .by(Partners.OWN)
                .send();
        assertThat(reversed.text("status")).isEqualTo("REVERSED");
        assertThat(reversed.number("balance")).isEqualTo(107);
        Reply second = Call.post("/redemptions", Sent.hold("basket2", CARD, 5))
                .by(Partners.OWN)
                .send();
        Reply released = Call.post("/redemptions/" + second.text("redemptionId") + "/void", "")
                .by(Partners.OWN)
                .send();
        assertThat(released.text("status")).isEqualTo("VOIDED");
        return at;
    }

    private static void isLookedAt(String member, String redemption) {
        Reply seen =
                Call.post("/members/lookup", Sent.card(CARD)).by(Partners.OWN).send();
        assertThat(seen.text("memberId")).isEqualTo(member);
        assertThat(seen.body().at("/rewards/0/points").asLong()).isEqualTo(107);
        Reply balance =
                Call.get("/members/" + member + "/balance").by(Partners.OWN).send();
        assertThat(balance.number("active")).isEqualTo(107);
        assertThat(balance.body().at("/nextExpiries/0/points").asLong()).isEqualTo(107);
        Reply page = Call.get("/members/" + member + "/journal?limit=2")
                .by(Partners.OWN)
                .send();
        assertThat(page.body().get("entries")).hasSize(2);
        Reply rest = Call.get("/members/" + member + "/journal?after=" + page.text("next"))
                .by(Partners.OWN)
                .send();
        assertThat(rest.body().get("entries"))
                .extracting(entry -> entry.path("kind").asText())
                .contains("ACCRUAL", "ACCRUAL_REVERSAL", "CAPTURE");
        assertThat(Call.get(redemption).by(Partners.OWN).send().text("status"))
                .isEqualTo("REVERSED");
    }

    private static void asksForStatements() {
        JsonNode position = Call.get("/position").by(Partners.OWN).send().body();
        assertThat(position.get("currency").asText()).isEqualTo("ILS");
        JsonNode newest =
                Call.get("/statements").by(Partners.OWN).send().body().at("/statements/0");
        assertThat(newest.get("status").asText()).isEqualTo("DRAFT");
        String at = "/statements/" + newest.get("number").asText();
        JsonNode statement = Call.get(at).by(Partners.OWN).send().body();
        long moved = 0;
        for (JsonNode movement : statement.get("movements")) {
            moved += movement.get("points").asLong();
        }
        assertThat(statement.at("/closing/points").asLong())
                .isEqualTo(statement.at("/opening/points").asLong() + moved);
        Reply paper = Call.get(at + ".pdf").by(Partners.OWN).send();
        assertThat(paper.text()).startsWith("%PDF-");
        Reply lines = Call.get(at + "/lines").by(Partners.OWN).send();
        assertThat(lines.text()).contains(statement.get("lineFileHash").asText());
    }

    private static void looksAfterTheQueue() {
        Reply letters = Call.get("/dead-letters").by(Partners.OWN).send();
        assertThat(letters.body().get("letters")).isEmpty();
        Reply replay = Call.post("/dead-letters/replay", "").by(Partners.OWN).send();
        assertThat(replay.number("replayed")).isZero();
    }
}
