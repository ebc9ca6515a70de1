package shutaf.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.run.PostBox;
import shutaf.run.RunningHub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A report is ordered on the page, falls due, and arrives: at those who have the role, once each,
 * with the right figures, over a real SMTP dialogue.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailingJourneyIT {
    /** The hub looks every 20 seconds; the rest is for a machine with other work. */
    private static final Duration SOME_ROUNDS = Duration.ofMinutes(4);

    private static final String SHOP = "LETTERS";
    private static final String MANAGER = "letters-manager@shutaf.invalid";
    private static final String NOA = "noa@shutaf.invalid";

    private final WholeHub whole = new WholeHub();
    private final RunningHub hub = whole.running();
    private final PostBox post = hub.postBox();

    /** 137 customers, 41 of whom came back. */
    @BeforeAll
    void aShop() throws Exception {
        whole.partner(SHOP);
        whole.run("""
                set session_replication_role = replica;
                insert into purchase
                select 9100000000 + n, current_date - 60 + n / 5, (select id from partner where
                    code = 'LETTERS'), 'SALE', 'ACCRUED', '01', '1', 'M' || n,
                    9100000 + n % 137, null, null, now(), now(), 'ILS', 5000,
                    0, '\\x00', null, 0, 0, 0, '', null, 'API'
                from generate_series(0, 177) n""");
        hub.addPeople(new ObjectMapper().readTree("""
                [{"username": "former", "enabled": false, "email": "former@shutaf.invalid",
                  "realmRoles": ["account-manager"]},
                 {"username": "mute", "enabled": true, "realmRoles": ["account-manager"]}]"""));
    }

    /** The invented receipts have no journals, which an audit of the same books would name. */
    @AfterAll
    void leaveTheBooksInOrder() {
        nobodyBought();
    }

    private void nobodyBought() {
        String invented = " where partner_id = (select id from partner where code = 'LETTERS')";
        whole.run("delete from purchase" + invented);
        whole.run("delete from customer_day" + invented);
    }

    @AfterEach
    void nothingMoreIsSent() {
        whole.run("update mailing set cancelled_by = 'test', cancelled_at = now()"
                + " where cancelled_at is null");
    }

    @Test
    void account_managers_get_a_hebrew_report_once_each() throws Exception {
        int before = post.count();
        order("noa", "he", "retention", "ACCOUNT_MANAGER", "he", "PDF");
        fallDue();
        await().atMost(SOME_ROUNDS).until(() -> !post.to(NOA).isEmpty());
        await().atMost(SOME_ROUNDS).until(() -> number("ended_at is not null") == 1);

        fallDue();
        await().atMost(SOME_ROUNDS).until(() -> dueAgain() == 1);

        assertThat(post.to(NOA)).hasSize(1);
        assertThat(post.count() - before).as("letters to anybody").isEqualTo(1);
        MimeMessage letter = post.to(NOA).getFirst();
        assertThat(letter.getFrom()[0]).hasToString("letters@shutaf.invalid");
        assertThat(letter.getSubject()).startsWith("שימור לקוחות: ");
        assertThat(letter.getHeader("Subject", null)).matches("[ -~\\s]+");
        List<BodyPart> parts = parts((Multipart) letter.getContent());
        assertThat(parts.get(0).getContent().toString())
                .contains("137")
                .contains(hub.web() + "/crm/retention?partner=" + SHOP);
        assertThat(parts.get(1).getContent().toString()).contains("dir=\"rtl\"", "137");
        assertThat(parts.get(2).getFileName()).matches("retention-LETTERS-[0-9-]{10}\\.pdf");
        try (var pdf = Loader.loadPDF(parts.get(2).getInputStream().readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("137").contains("41");
        }
        assertThat(number("left_out = 2")).isEqualTo(1);
    }

    @Test
    void a_mail_server_that_is_away_loses_nothing() throws Exception {
        order("admin", "en", "retention", "PARTNER_MANAGER", "en", "XLSX");
        post.close();
        try {
            fallDue();
            await().atMost(SOME_ROUNDS)
                    .until(() -> number("obstacle = 'MAIL_SERVER_AWAY' and tries = 1") == 1);
            try (Visitor admin = new Visitor(hub, "en", 1360)) {
                admin.signIn("admin").open("/crm/mailings");
                admin.looksRight();
                assertThat(admin.text(".orders")).contains("did not answer", "Try 1 of 6");
            }
        } finally {
            post.open();
        }
        whole.run("update mailing_sending set next_try = now() where ended_at is null");

        await().atMost(SOME_ROUNDS).until(() -> number("ended_at is not null") == 1);
        assertThat(post.to(MANAGER)).hasSize(1);
        MimeMessage letter = post.to(MANAGER).getFirst();
        assertThat(letter.getSubject()).startsWith("Customer retention: ");
        List<BodyPart> parts = parts((Multipart) letter.getContent());
        assertThat(parts.get(0).getContent().toString()).contains(hub.web() + "/desk/position");
        assertThat(parts.get(2).getFileName()).endsWith(".xlsx");
        assertThat(parts.get(2).getInputStream().readNBytes(2)).containsExactly('P', 'K');
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 1360", "en, 1360", "he, 390", "en, 390"})
    void is_ordered_and_cancelled_on_the_page(String language, int width) {
        try (Visitor noa = new Visitor(hub, language, width)) {
            noa.signIn("noa").open("/crm/mailings");
            noa.looksRight();
            assertThat(noa.page().isVisible("#closed")).isFalse();
            noa.open("/crm/lifetime");
            noa.click("a[href^='/crm/mailings']");
            assertThat(noa.page().inputValue("#report")).isEqualTo("lifetime");
            noa.page().selectOption("#scope", "");
            noa.page().selectOption("#role", "PARTNER_MANAGER");
            noa.click("#order");
            assertThat(noa.page().isVisible(".notice--warning")).isTrue();
            fill(noa, "lifetime", "AUDITOR", language, "PDF");
            assertThat(noa.page().isVisible(".notice--good")).isTrue();
            noa.page().locator(".orders summary").first().click();
            noa.looksRight();
            noa.click(".orders button");
            assertThat(noa.page().isVisible(".notice--good")).isTrue();
            noa.looksRight();
        }
        assertThat(whole.number("select count(*) from mailing where cancelled_at is null"))
                .isZero();
        assertThat(whole.number("select count(*) from audit_entry where deed like 'MAILING%'"
                        + " and subject = (select 'mailing ' || max(id) from mailing)"))
                .isEqualTo(2);
    }

    @Test
    void an_auditor_reads_and_orders_nothing() {
        try (Visitor auditor = new Visitor(hub, "en", 1360)) {
            auditor.signIn("audit").open("/crm/mailings");
            auditor.looksRight();
            assertThat(auditor.page().isVisible("#ordering")).isFalse();
        }
    }

    @Test
    void whoever_asks_for_addresses_may_change_nothing() {
        String realm = "/admin/realms/shutaf";
        String client = hub.keycloakAdmin(realm + "/clients?clientId=hub-mail")
                .at("/0/id")
                .asText();
        String account = hub.keycloakAdmin(realm + "/clients/" + client + "/service-account-user")
                .get("id")
                .asText();
        List<String> rights = new ArrayList<>();
        JsonNode given = hub.keycloakAdmin(realm + "/users/" + account + "/role-mappings");
        given.at("/clientMappings/realm-management/mappings")
                .forEach(right -> rights.add(right.get("name").asText()));
        assertThat(rights)
                .containsExactlyInAnyOrder("view-realm", "view-users", "view-organizations");
    }

    private void order(
            String who, String page, String report, String role, String language, String form) {
        try (Visitor visitor = new Visitor(hub, page, 1360)) {
            visitor.signIn(who).open("/crm/mailings");
            fill(visitor, report, role, language, form);
            visitor.looksRight();
        }
        assertThat(whole.number("select count(*) from mailing where cancelled_at is null"))
                .isEqualTo(1);
    }

    private static void fill(
            Visitor visitor, String report, String role, String language, String form) {
        visitor.page().selectOption("#report", report);
        visitor.page().selectOption("#scope", SHOP);
        visitor.page().selectOption("#role", role);
        visitor.page().selectOption("#language", language);
        visitor.page().selectOption("#form", form);
        visitor.click("#order");
    }

    private void fallDue() {
        whole.run("update mailing set next_due = current_date - 8 where cancelled_at is null");
    }

    private long dueAgain() {
        return whole.number("select count(*) from mailing where cancelled_at is null"
                + " and next_due >= current_date");
    }

    /** Sendings of the order that is open. */
    private long number(String where) {
        return whole.number("select count(*) from mailing_sending s join mailing m"
                + " on m.id = s.mailing_id where m.cancelled_at is null and " + where);
    }

    /** Plain text, HTML, attachment. */
    private static List<BodyPart> parts(Multipart letter) throws Exception {
        Multipart body = (Multipart) letter.getBodyPart(0).getContent();
        return List.of(body.getBodyPart(0), body.getBodyPart(1), letter.getBodyPart(1));
    }
}
