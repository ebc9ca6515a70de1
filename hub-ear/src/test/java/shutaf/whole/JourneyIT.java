package shutaf.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** People on their way through the pages, in both languages, at a desk and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyIT {
    private static final String OF_MEMBER_ONE = "2955500000011";
    private static final String OF_MEMBER_TWO = "2955500000022";

    /** The form as a second press, or a line that broke before the answer, would send it. */
    private static final String SENT_BESIDES = """
            async () => {
                const form = document.querySelector('#earning');
                const fields = new URLSearchParams(new FormData(form));
                fields.append('earn', 'earn');
                await fetch(form.action, {method: 'POST', body: fields, redirect: 'manual'});
            }""";

    private final WholeHub whole = new WholeHub();
    private final PartnerCalls market = new PartnerCalls(whole.running(), "SUPER");
    private final AtomicInteger numbers = new AtomicInteger(500);

    @BeforeAll
    void coalition() {
        whole.firstMembers();
        // Cards of their own let the logins' members buy here.
        card(1, OF_MEMBER_ONE);
        card(2, OF_MEMBER_TWO);
    }

    private void card(long member, String number) {
        whole.run("insert into identifier values ('CARD', 0, '" + number + "', " + member
                + ", now()) on conflict do nothing");
    }

    private long enrol(String card, String phone) {
        JsonNode member =
                market.post("/members", PartnerCalls.member(card, phone)).body();
        return member.get("memberId").asLong();
    }

    private void buys(String card, String amount) {
        assertThat(market.post(
                                "/purchases",
                                PartnerCalls.purchase(
                                        "J" + numbers.incrementAndGet(), card, amount))
                        .status())
                .isEqualTo(201);
    }

    /** A history as of years, sent as one batch. */
    private void buysOften(String card, int times) {
        List<JsonNode> receipts = IntStream.range(0, times)
                .<JsonNode>mapToObj(i -> PartnerCalls.purchase(
                        "J" + numbers.incrementAndGet(), card, 10 + i % 90 + ".00"))
                .toList();
        assertThat(market.post("/purchases/batch", PartnerCalls.batch(receipts)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 1280", "en, 1280", "he, 390", "en, 390"})
    void points_from_the_market_are_spent_at_the_cafe_and_explained_to_everybody(
            String language, int width) {
        int number = numbers.incrementAndGet();
        String card = "295550000" + number + "0";
        String phone = "050-556-0" + number;
        long member = enrol(card, phone);
        buys(card, "312.40");

        try (Visitor clerk = new Visitor(whole.running(), language, width)) {
            clerk.signIn("cafe-clerk").looksRight();
            assertThat(clerk.focused()).isEqualTo("scan");
            clerk.type("#scan", phone).press("Enter").looksRight();
            assertThat(clerk.text(".customer__points strong")).isEqualTo("312");
            clerk.click(".worth").looksRight();
            assertThat(clerk.text(".outcome--good h2")).contains("₪5.00").contains("100");
            assertThat(clerk.focused()).isEqualTo("scan");
        }
        try (Visitor manager = new Visitor(whole.running(), language, width)) {
            manager.signIn("noa").looksRight();
            manager.type("input[name=term]", phone.replace("-", ""))
                    .press("Enter")
                    .looksRight();
            assertThat(manager.at()).isEqualTo("/crm/member?id=" + member);
            assertThat(manager.text(".timeline"))
                    .contains("₪312.40")
                    .contains("+312")
                    .contains("−100");
            manager.click(".event__trail a").looksRight();
            assertThat(manager.text(".timeline")).contains("+312").doesNotContain("−100");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"he", "en"})
    void a_purchase_typed_at_the_till_counts_once_however_often_it_is_sent(String language) {
        String card = "295550000" + numbers.incrementAndGet() + "0";
        enrol(card, "050-557-0" + numbers.get());

        try (Visitor clerk = new Visitor(whole.running(), language, 1280)) {
            clerk.signIn("cafe-clerk").type("#scan", card).press("Enter");
            clerk.type("#amount", "45.90");
            clerk.page().evaluate(SENT_BESIDES);
            clerk.press("Enter").looksRight();
            assertThat(clerk.text(".outcome--good")).contains("45");
            clerk.type("#scan", card).press("Enter");
            assertThat(clerk.text(".customer__points strong")).isEqualTo("45");
        }
    }

    @Test
    void more_than_the_member_has_is_refused_and_the_customer_stays() {
        String card = "295550000" + numbers.incrementAndGet() + "0";
        enrol(card, "050-558-0" + numbers.get());
        buys(card, "50.00");

        try (Visitor clerk = new Visitor(whole.running(), "he", 1280)) {
            clerk.signIn("cafe-clerk").type("#scan", card).press("Enter");
            clerk.type("#wished", "999").click("#bypoints").looksRight();
            assertThat(clerk.text(".outcome--danger h2")).isEqualTo("אין מספיק נקודות");
            assertThat(clerk.text(".customer__points strong")).isEqualTo("50");
        }
    }

    @Test
    void goods_come_back_only_after_the_clerk_has_seen_what_that_costs() {
        String card = "295550000" + numbers.incrementAndGet() + "0";
        enrol(card, "050-559-0" + numbers.get());
        buys(card, "80.00");
        String receipt = "J" + numbers.get();

        try (Visitor clerk = new Visitor(whole.running(), "he", 1280)) {
            clerk.signIn("super-clerk").open("/till/goods-back");
            clerk.type("#number", receipt).press("Enter").looksRight();
            clerk.click("#preview").looksRight();
            assertThat(clerk.text(".sums strong")).isEqualTo("80");
            assertThat(whole.number("select count(*) from purchase where original_receipt like '%/"
                            + receipt + "'"))
                    .isZero();
            clerk.click("#confirm");
            assertThat(clerk.text(".outcome--good .outcome__points")).isEqualTo("−80");
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 390", "en, 390", "he, 1280"})
    void a_member_sees_points_code_and_reasons_on_a_light_page(String language, int width) {
        buys(OF_MEMBER_ONE, "77.00");

        try (Visitor member = new Visitor(whole.running(), language, width)) {
            member.signIn("member1");
            member.looksRight();
            assertThat(member.at()).isEqualTo("/my/points");
            member.page().locator("details.entry").first().click();
            assertThat(member.text(".entry__more")).contains("77.00").contains("+77");
            assertThat(member.page().locator(".code__square svg path").count()).isEqualTo(1);
        }
    }

    @Test
    void the_first_view_on_a_phone_weighs_less_than_60_kilobytes_after_any_history() {
        buysOften(OF_MEMBER_TWO, 400);

        try (Visitor member = new Visitor(whole.running(), "he", 390)) {
            member.page().onRequest(request -> {
                if (request.url().endsWith("/my/points")) {
                    member.bytesReceived();
                }
            });
            member.signIn("member2").page().waitForLoadState();

            assertThat(member.bytesReceived()).isBetween(10_000L, 60_000L);
            assertThat(member.page().locator("details.entry").count()).isEqualTo(15);
            member.click("a[rel=next]").looksRight();
            assertThat(member.at()).isEqualTo("/my/points?page=2");
            assertThat(member.page().locator("details.entry").count()).isEqualTo(15);
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 1280", "en, 1280", "he, 390", "en, 390"})
    void the_office_looks_right_on_every_page(String language, int width) throws IOException {
        buys(OF_MEMBER_ONE, "10.00");

        try (Visitor manager = new Visitor(whole.running(), language, width)) {
            manager.signIn("noa");
            for (String path : new String[] {
                "/crm/home",
                "/crm/members",
                "/crm/partners",
                "/crm/partner?partner=SUPER",
                "/crm/retention",
                "/crm/lifetime"
            }) {
                assertThat(manager.open(path)).as(path).isEqualTo(200);
                manager.looksRight();
            }
            manager.open("/crm/partner?partner=SUPER");
            try (InputStream paper = manager.save("a[href*='as=pdf']").createReadStream()) {
                assertThat(paper.readNBytes(5)).asString().isEqualTo("%PDF-");
            }
        }
    }

    @Test
    void the_language_switch_keeps_the_page_and_takes_no_other_language() {
        try (Visitor manager = new Visitor(whole.running(), "he", 1280)) {
            manager.signIn("noa").open("/crm/partner?partner=SUPER");
            manager.click("a[hreflang=en]");
            assertThat(manager.at()).isEqualTo("/crm/partner?partner=SUPER");
            assertThat(manager.page().getAttribute("html", "dir")).isEqualTo("ltr");
            manager.open("/crm/home?lang=%22%3E%3Cscript%3E");
            assertThat(manager.page().getAttribute("html", "lang")).isEqualTo("en");
        }
    }

    @Test
    void signing_out_ends_keycloaks_session_too() {
        try (Visitor clerk = new Visitor(whole.running(), "he", 1280)) {
            clerk.signIn("cafe-clerk");
            clerk.page().click("nav details.menu summary");
            clerk.click("form[action='/sign-out'] button");
            assertThat(clerk.at()).isEqualTo("/");
            clerk.open("/till/counter");
            assertThat(clerk.page().isVisible("#username")).isTrue();
        }
    }
}
