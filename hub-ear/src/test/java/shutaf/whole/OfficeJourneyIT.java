package shutaf.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** What the operator's people do in the back office, each step by those who may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeJourneyIT {
    private static final String PARTNER = "TOYS";
    private static final String PAGE = "/crm/partner?partner=" + PARTNER;

    private final WholeHub whole = new WholeHub();
    private final PartnerCalls toys = new PartnerCalls(whole.running(), PARTNER);
    private final AtomicInteger numbers = new AtomicInteger(100);

    @BeforeAll
    void aShop() {
        whole.partner(PARTNER);
    }

    private String card() {
        String card = "296660000" + numbers.incrementAndGet() + "0";
        toys.post("/members", PartnerCalls.member(card, "050-566-0" + numbers.get()));
        return card;
    }

    private String buys(String card, String amount, int status) {
        String number = "T" + numbers.incrementAndGet();
        assertThat(toys.post("/purchases", PartnerCalls.purchase(number, card, amount))
                        .status())
                .isEqualTo(status);
        return number;
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 1360", "en, 390"})
    void a_receipt_of_nobody_is_given_to_the_member_who_knows_its_total(
            String language, int width) {
        String card = card();
        String receipt = buys("296669999" + numbers.get() + "9", "88.00", 202);

        try (Visitor manager = new Visitor(whole.running(), language, width)) {
            manager.signIn("noa").open("/crm/receipts?number=" + receipt);
            manager.looksRight().click("a[href^='/crm/claim']").looksRight();
            manager.type("#who", card).type("#total", "88.10").click("#give").looksRight();
            assertThat(manager.page().isVisible(".notice--warning")).isTrue();
            assertThat(manager.page().inputValue("#who")).isEqualTo(card);
            manager.type("#total", "88").click("#give").looksRight();
            assertThat(manager.at()).startsWith("/crm/member").contains("claimed=88");
            assertThat(manager.text(".notice--good")).contains("88");
            assertThat(manager.text(".timeline")).contains("₪88.00").contains("+88");
            manager.open("/crm/receipts?number=" + receipt);
            assertThat(manager.page().isVisible("a[href^='/crm/claim']")).isFalse();
        }
    }

    @Test
    void rates_are_proposed_by_one_and_approved_by_another() {
        try (Visitor one = new Visitor(whole.running(), "he", 1360)) {
            one.signIn("noa").open(PAGE);
            one.page().click("details.fold summary");
            one.type("#price", "6.50").click("#propose").looksRight();
            assertThat(one.page().isVisible(".notice--good")).isTrue();
            assertThat(one.text(".badge--warning")).isEqualTo("ממתין");
            assertThat(one.page().locator("[id$='approve']").count()).isZero();
        }
        try (Visitor other = new Visitor(whole.running(), "en", 1360)) {
            other.signIn("admin").open(PAGE);
            other.looksRight().click("[id$='approve']").looksRight();
            assertThat(other.text(".notice--good")).isEqualTo("The rates are approved.");
            assertThat(other.page().locator("[id$='approve']").count()).isZero();
        }
        assertThat(whole.number("select count(*) from partner_agreement where status = 'APPROVED'"
                        + " and price_per_100_points = 650 and proposed_by = 'noa'"
                        + " and decided_by = 'admin'"))
                .isEqualTo(1);
    }

    @Test
    void rates_that_are_no_numbers_are_refused_and_the_page_stays() {
        try (Visitor manager = new Visitor(whole.running(), "en", 1360)) {
            manager.signIn("noa").open(PAGE);
            manager.page().click("details.fold summary");
            manager.type("#months", "many").click("#propose").looksRight();
            assertThat(manager.text("h1")).contains(PARTNER);
            assertThat(manager.page().isVisible(".notice--warning")).isTrue();
        }
    }

    @Test
    void the_statement_of_a_past_month_is_issued_once_and_stays() {
        String shop = "PENS";
        whole.partner(shop);
        PartnerCalls pens = new PartnerCalls(whole.running(), shop);
        assertThat(pens.post("/purchases", PartnerCalls.purchase("P1", card(), "123.40"))
                        .status())
                .isEqualTo(201);
        // Business of today, processed five weeks ago.
        whole.run("set session_replication_role = replica; update journal set recorded_at ="
                + " recorded_at - interval '35 days' where partner_id ="
                + " (select id from partner where code = '" + shop + "')");

        try (Visitor manager = new Visitor(whole.running(), "he", 1360)) {
            manager.signIn("noa").open("/crm/partner?partner=" + shop);
            String draft = manager.page()
                    .locator("a[href^='/crm/partner-statement']")
                    .last()
                    .getAttribute("href");
            manager.open(draft);
            manager.looksRight();
            assertThat(manager.text(".grid")).contains("−123");
            manager.click("#issue").looksRight();
            assertThat(manager.text(".notice--good")).isEqualTo("הדוח הונפק.");
            manager.open(draft);
            manager.looksRight();
            assertThat(manager.text(".badge--good")).isEqualTo("הונפק");
            assertThat(manager.page().isVisible("#issue")).isFalse();
        }
    }

    @Test
    void reports_can_be_taken_along_as_files() throws IOException {
        buys(card(), "20.00", 201);

        try (Visitor manager = new Visitor(whole.running(), "he", 1360)) {
            manager.signIn("noa").open("/crm/retention");
            assertThat(saved(manager, "a[href*='as=pdf']")).startsWith("%PDF-");
            assertThat(saved(manager, "a[href*='as=xlsx']")).startsWith("PK");
            assertThat(saved(manager, "a[href*='as=csv']")).startsWith("cohort,k,active,size,rate");
            assertThat(saved(manager, "a[href*='as=figures']"))
                    .startsWith("part,item,figure,value\nrates,participation,part,");
            assertThat(saved(manager, "a[href*='as=json']"))
                    .contains("\"rates\"", "\"second_purchase\"", "\"rfm_ties\"");
            assertThat(manager.page().locator(".rates tbody tr").count()).isEqualTo(6);
            assertThat(manager.page().locator("svg.survival").count()).isGreaterThan(1);
            manager.open(PAGE);
            assertThat(saved(manager, "a[href*='as=pdf']")).startsWith("%PDF-");
            assertThat(saved(manager, "a[href*='as=lines']")).contains(PARTNER);
            assertThat(saved(manager, "a[href*='as=verifier']"))
                    .contains("class StatementVerifier");
        }
    }

    private static String saved(Visitor visitor, String link) throws IOException {
        Download download = visitor.save(link);
        try (InputStream file = download.createReadStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void an_outlet_gets_its_names_in_both_languages() {
        try (Visitor manager = new Visitor(whole.running(), "he", 390)) {
            manager.signIn("noa").open("/crm/outlets?partner=" + PARTNER);
            manager.looksRight().click(".grid a").looksRight();
            manager.type("#hebrew", "").click("#keep").looksRight();
            assertThat(manager.page().isVisible(".notice--warning")).isTrue();
            manager.type("#hebrew", "צעצועים בכיכר")
                    .type("#english", "Toys on the square")
                    .click("#keep")
                    .looksRight();
            assertThat(manager.text(".notice--good")).isEqualTo("נשמר.");
            assertThat(manager.text(".grid"))
                    .contains("צעצועים בכיכר")
                    .contains("Toys on the square");
        }
    }

    @Test
    void who_looked_at_a_member_and_took_a_file_is_told_to_the_auditor() {
        String card = card();
        try (Visitor manager = new Visitor(whole.running(), "en", 1360)) {
            manager.signIn("noa").type("input[name=term]", card).press("Enter");
            assertThat(manager.open("/crm/audit")).isEqualTo(403);
        }
        try (Visitor auditor = new Visitor(whole.running(), "he", 1360)) {
            auditor.signIn("audit").open("/crm/audit");
            auditor.looksRight();
            assertThat(auditor.text(".grid tbody tr")).contains("noa").contains("פתיחת דף חבר");
        }
        assertThat(whole.number("select count(*) from audit_entry where actor = 'noa'"
                        + " and deed = 'MEMBER_READ' and member_id = (select member_id from"
                        + " identifier where value = '" + card + "')"))
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 1360", "en, 390"})
    void the_list_of_members_is_turned_page_by_page(String language, int width) {
        for (int i = 0; i < 26; i++) {
            card();
        }
        try (Visitor manager = new Visitor(whole.running(), language, width)) {
            manager.signIn("noa").open("/crm/members");
            Page page = manager.page();
            assertThat(page.evaluate("getComputedStyle(document.querySelector("
                            + "'.ui-paginator-next'), '::after').content"))
                    .isEqualTo("\"›\"");
            page.click(".ui-paginator-next");
            page.waitForCondition(() -> manager.text(".ui-paginator-current").startsWith("26 "));
            manager.looksRight();
        }
    }
}
