package shutaf.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import shutaf.shared.BusinessDay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What an account manager reads of the customers' lifetime value: page, paper and file agree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifetimeJourneyIT {
    private static final String MANY = "BOOKS";
    private static final String ONE = "SHOES";
    private static final String NONE = "HATS";

    private static final List<String> COUNTS = List.of(
            "a[href*='of=rfm&scores=ties&r=1&f=1&']",
            "section:has(#second_purchase) tr:nth-child(2) td:nth-child(4) a",
            "section:has(#rates) a[href*='ended=or_not']:not(:has(strong))");

    private final WholeHub whole = new WholeHub();

    @BeforeAll
    void shops() {
        whole.partner(MANY).partner(ONE).partner(NONE);
        BookReaders.buy(whole);
        // As on a hub that has just taken its history in: nobody is scored yet.
        whole.run("delete from lifetime_score; delete from lifetime_scoring");
        PartnerCalls shoes = new PartnerCalls(whole.running(), ONE);
        shoes.post("/members", PartnerCalls.member("2966700001010", "050-567-0101"));
        assertThat(shoes.post("/purchases", PartnerCalls.purchase("S1", "2966700001010", "50.00"))
                        .status())
                .isEqualTo(201);
    }

    /** What was invented has no journals, which an audit of the same books would name. */
    @AfterAll
    void leaveTheBooksInOrder() {
        BookReaders.leave(whole);
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 1360", "en, 390"})
    void figures_of_retention_open_the_members_behind_them(String language, int width)
            throws IOException {
        try (Visitor manager = new Visitor(whole.running(), language, width)) {
            manager.signIn("noa").open("/crm/retention?partner=" + MANY);
            manager.looksRight();
            String cell = manager.text(".heat__who .heat__count");
            manager.click(".heat__who:has(.heat__count)").looksRight();
            assertThat(manager.text("h1")).contains(cell);
            assertThat(manager.text("#which")).isNotBlank();

            for (String figure : COUNTS) {
                manager.open("/crm/retention?partner=" + MANY);
                String counted = manager.text(figure).replace("\u200e", "");
                manager.click(figure).looksRight();
                assertThat(manager.text(".desk__head")).as(figure).contains(counted);
            }
            manager.open("/crm/behind?of=cohort&partner=" + MANY);
            manager.looksRight();
            assertThat(manager.text("h1")).contains("150");
            assertThat(manager.page().locator("tbody tr").count()).isEqualTo(25);
            String first = manager.text("tbody th");
            manager.click("a[rel=next]").looksRight();
            assertThat(manager.text("tbody th")).isNotEqualTo(first);
            assertThat(new String(saved(manager, "a[href*='as=csv']"), UTF_8).lines())
                    .hasSize(151)
                    .first()
                    .asString()
                    .startsWith("member,name,card,tier,days,first,last,spent");
            assertThat(whole.number("select count(*) from audit_entry where actor = 'noa' and"
                            + " subject like 'behind?%of=cohort%' and deed = 'EXPORTED'"))
                    .isPositive();
            assertThat(manager.open("/crm/behind?of=cohort&month=two")).isEqualTo(400);
            manager.looksRight();
            assertThat(manager.text(".notice--warning")).contains("month");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"retention", "lifetime"})
    void every_link_of_a_report_opens_a_list(String page) {
        WebSession lists = WebSession.of(whole.running(), "noa");
        try (Visitor manager = new Visitor(whole.running(), "en", 1360)) {
            manager.signIn("noa").open("/crm/" + page + "?partner=" + MANY);
            List<String> links =
                    manager.page().locator("main a[href^='/crm/behind?']").all().stream()
                            .map(link -> link.getAttribute("href"))
                            .distinct()
                            .toList();
            assertThat(links).hasSizeGreaterThan(20);
            for (int k = 0; k < links.size(); k += 1 + links.size() / 15) {
                assertThat(lists.get(links.get(k)).status()).as(links.get(k)).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 390", "en, 1360"})
    void scores_of_the_night_are_read_and_followed_to_the_members(String language, int width) {
        untilScored();
        try (Visitor manager = new Visitor(whole.running(), language, width)) {
            manager.signIn("noa").open("/crm/segments?partner=" + MANY);
            manager.looksRight();
            assertThat(manager.text("tfoot")).contains("150");
            String members = manager.text("tr:has(a[href*='of=segment']) .num");
            manager.click("tbody a[href*='of=segment']").looksRight();
            assertThat(manager.text("h1")).contains(members);
            manager.open("/crm/lifetime?partner=" + MANY);
            manager.click("a[href*='decile=1&']").looksRight();
            assertThat(manager.text("h1")).contains("15");
            manager.click("tbody th a").looksRight();
            assertThat(manager.text("#why")).contains("%");

            long losing = scored(" and segment = 'ABOUT_TO_LOSE'");
            manager.open("/crm/losing?partner=" + MANY);
            manager.looksRight();
            assertThat(losing).isPositive();
            int shown = manager.page().locator(".losing > li").count();
            assertThat(shown).isBetween(1, (int) Math.min(20, losing));
            manager.click("#who a").looksRight();
            assertThat(manager.text("h1")).contains(Integer.toString(shown));
            assertThat(manager.open("/crm/losing?partner=NOBODY")).isEqualTo(404);
            assertThat(manager.open("/crm/segments?partner=" + NONE)).isEqualTo(200);
            manager.looksRight();
        }
    }

    /** The hub looks each minute whether there is anything to score. */
    private void untilScored() {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> scored("") == 150);
    }

    private long scored(String condition) {
        return whole.number("select count(*) from lifetime_score where partner_id ="
                + " (select id from partner where code = 'BOOKS')" + condition);
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 1360", "en, 1360", "he, 390", "en, 390"})
    void page_paper_and_file_say_the_same(String language, int width) throws IOException {
        try (Visitor manager = new Visitor(whole.running(), language, width)) {
            assertThat(manager.signIn("noa").open("/crm/lifetime?partner=" + MANY))
                    .isEqualTo(200);
            manager.looksRight();
            JsonNode file = new ObjectMapper().readTree(saved(manager, "a[href*='as=json']"));
            JsonNode outlook = file.get("outlook");
            String purchases =
                    grouped(outlook.get("expected_purchases_52_weeks").asDouble());
            String expected = grouped(outlook.get("holdout").get("expected").asDouble());

            assertThat(file.get("customers").asInt()).isEqualTo(150);
            assertThat(manager.text(".figures")).contains("150", purchases, expected);
            assertThat(outlook.get("holdout").get("weeks").size())
                    .isEqualTo(manager.page().locator(".weekly tbody tr").count());
            assertThat(paper(saved(manager, "a[href*='as=pdf']")))
                    .contains(purchases)
                    .contains(expected);
            assertThat(new String(saved(manager, "a[href*='as=xlsx']"), StandardCharsets.US_ASCII))
                    .startsWith("PK");
            assertThat(new String(saved(manager, "a[href*='as=csv']"), StandardCharsets.UTF_8))
                    .contains("customers,,customers,150\n")
                    .contains("expected_purchases_52_weeks,"
                            + outlook.get("expected_purchases_52_weeks").asDouble() + "\n");
            assertThat(manager.page().locator(".classes tbody tr").count())
                    .isEqualTo(outlook.get("holdout").get("by_repeat_purchases").size());
        }
    }

    /** One set of choices for page, links and files; what cannot be followed is said. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"lifetime, lifetime-value", "retention, retention"})
    void a_choice_goes_along_into_every_link_and_file(String page, String name) {
        LocalDate from = LocalDate.now(BusinessDay.ZONE).minusDays(150);
        LocalDate to = from.plusDays(120);
        String period = "from=" + from + "&to=" + to;
        try (Visitor manager = new Visitor(whole.running(), "he", 390)) {
            manager.signIn("noa");
            manager.open("/crm/" + page + "?partner=" + MANY + "&" + period);
            manager.looksRight();
            assertThat(manager.page().inputValue("#from")).isEqualTo(from.toString());
            assertThat(manager.page().inputValue("#to")).isEqualTo(to.toString());
            assertThat(manager.page()
                            .locator("a[href*='-file?'][href*='" + period + "']")
                            .count())
                    .isGreaterThanOrEqualTo(4);
            assertThat(manager.page()
                            .locator("nav a.chip[href*='" + period + "']")
                            .count())
                    .isGreaterThan(3);
            assertThat(manager.save("a[href*='as=pdf']").suggestedFilename())
                    .isEqualTo(name + "-" + MANY + "-" + from + "-" + to + "-he.pdf");
        }
    }

    @Test
    void a_choice_that_makes_no_sense_is_told_by_page_and_file() {
        List<Senseless> choices = List.of(
                new Senseless("lifetime", "partner=NOBODY", "NOBODY", 404),
                new Senseless("retention", "partner=NOBODY", "NOBODY", 404),
                new Senseless("lifetime", "from=soon", "soon", 400),
                new Senseless("retention", "to=2026-02-30", "2026-02-30", 400),
                new Senseless("lifetime", "from=2026-03-01&to=2026-01-01", "2026-03-01", 400),
                new Senseless("retention", "from=2026-03-01&to=2026-01-01", "2026-03-01", 400),
                new Senseless("retention", "tier=%3Cb%3E", "<b>", 400),
                new Senseless("lifetime", "tier=PLATINUM", "PLATINUM", 400));
        WebSession files = WebSession.of(whole.running(), "noa");
        try (Visitor manager = new Visitor(whole.running(), "en", 1360)) {
            manager.signIn("noa");
            for (Senseless asked : choices) {
                assertThat(manager.open("/crm/" + asked.page() + "?" + asked.choice()))
                        .as(asked.choice())
                        .isEqualTo(asked.status());
                assertThat(manager.text("#wrong")).contains(asked.named());
                assertThat(manager.page().locator(".figures").count()).isZero();
                WebSession.Answer file =
                        files.get("/crm/" + asked.page() + "-file?as=json&" + asked.choice());
                assertThat(file.status()).as(asked.choice()).isEqualTo(asked.status());
                assertThat(file.text()).contains(asked.named()).doesNotContain("Exception");
            }
            manager.looksRight().click("a.button--main").looksRight();
            assertThat(manager.at()).isEqualTo("/crm/lifetime");
        }
    }

    /** What an address asks for, the word that the answer names, and its status. */
    private record Senseless(String page, String choice, String named, int status) {}

    @ParameterizedTest(name = "{0}")
    @CsvSource({"lifetime, he, 390", "retention, en, 1360"})
    void a_period_without_purchases_says_so_and_offers_everything(
            String page, String language, int width) {
        try (Visitor manager = new Visitor(whole.running(), language, width)) {
            manager.signIn("noa");
            assertThat(manager.open("/crm/" + page + "?from=2001-01-01&to=2001-02-01"))
                    .isEqualTo(200);
            manager.looksRight();
            assertThat(manager.text(".empty")).isNotBlank();
            assertThat(manager.page().locator("a[href*='as=pdf']").count()).isZero();
            manager.click(".empty a").looksRight();
            assertThat(manager.at()).isEqualTo("/crm/" + page);
        }
    }

    @Test
    void another_end_of_calibration_is_taken_and_a_wrong_one_is_told() {
        try (Visitor manager = new Visitor(whole.running(), "en", 1360)) {
            manager.signIn("noa").open("/crm/lifetime?partner=" + MANY);
            String usual = manager.page().inputValue("#until");
            String earlier = LocalDate.parse(usual).minusDays(21).toString();
            manager.open("/crm/lifetime?partner=" + MANY + "&until=" + earlier);
            assertThat(manager.page().inputValue("#until")).isEqualTo(earlier);
            assertThat(manager.page().isVisible(".notice--warning")).isFalse();
            for (String wrong : new String[] {"1999-01-01", "soon"}) {
                assertThat(manager.open("/crm/lifetime?partner=" + MANY + "&until=" + wrong))
                        .isEqualTo(200);
                manager.looksRight();
                assertThat(manager.page().isVisible(".notice--warning")).isTrue();
                assertThat(manager.page().inputValue("#until")).isEqualTo(usual);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 390", "en, 1360"})
    void too_little_history_is_said_in_words(String language, int width) throws IOException {
        try (Visitor manager = new Visitor(whole.running(), language, width)) {
            assertThat(manager.signIn("noa").open("/crm/lifetime?partner=" + ONE))
                    .isEqualTo(200);
            manager.looksRight();
            assertThat(manager.text("#nothing")).isNotBlank();
            assertThat(manager.text(".models__one:not(:empty)")).isNotBlank();
            assertThat(paper(saved(manager, "a[href*='as=pdf']"))).isNotBlank();
            assertThat(manager.open("/crm/lifetime?partner=" + NONE)).isEqualTo(200);
            manager.looksRight();
            assertThat(manager.text(".empty")).isNotBlank();
            assertThat(manager.page().locator("a[href*='as=pdf']").count()).isZero();
            assertThat(manager.open("/crm/lifetime?partner=NOBODY")).isEqualTo(404);
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @CsvSource({"he, 1360", "en, 1360", "he, 390", "en, 390"})
    void programme_economics_says_the_same_as_page_paper_and_files(String language, int width)
            throws IOException {
        untilScored();
        try (Visitor manager = new Visitor(whole.running(), language, width)) {
            assertThat(manager.signIn("noa").open("/crm/programme?partner=" + MANY))
                    .isEqualTo(200);
            manager.looksRight();
            JsonNode file = new ObjectMapper().readTree(saved(manager, "a[href*='as=json']"));
            JsonNode first = file.get("sales").get(0);
            String sold = "%,.2f".formatted(first.get("sales").asLong() / 100.0);

            assertThat(manager.text("section:has(#sales) tbody tr")).contains(sold);
            assertThat(paper(saved(manager, "a[href*='as=pdf']"))).contains(sold);
            assertThat(new String(saved(manager, "a[href*='as=csv']"), UTF_8))
                    .contains("sales,1,sales," + sold.replace(",", "") + "\n");
            assertThat(saved(manager, "a[href*='as=xlsx']")).startsWith((byte) 'P', (byte) 'K');
            assertThat(file.get("values").get(0).get("customers").asInt()).isEqualTo(150);
        }
    }

    @Test
    void open_points_are_proven_and_a_margin_makes_value_of_sales() throws IOException {
        untilScored();
        try (Visitor manager = new Visitor(whole.running(), "en", 1360)) {
            manager.signIn("noa").open("/crm/programme?partner=" + ONE);
            JsonNode before = new ObjectMapper().readTree(saved(manager, "a[href*='as=json']"));
            assertThat(before.get("points_proven").asBoolean()).isTrue();
            assertThat(before.get("ages").get(0).get("points").asLong()).isEqualTo(50);
            assertThat(manager.text("section:has(#ages) tr.sum")).contains("50");
            manager.open("/crm/programme?partner=" + MANY);
            for (String[] typed : new String[][] {{"25.5", "good"}, {"a lot", "warning"}}) {
                manager.page().selectOption("#marginof", MANY);
                manager.type("#marginfrom", "2020-01-01").type("#margin", typed[0]);
                manager.click("#keepmargin").looksRight();
                assertThat(manager.page().isVisible(".notice--" + typed[1])).isTrue();
                assertThat(manager.at()).contains("partner=" + MANY);
                assertThat(manager.text("section:has(#values) tbody tr")).contains("25.5%");
            }
            assertThat(manager.open("/crm/programme?partner=" + NONE)).isEqualTo(200);
            assertThat(manager.text(".empty")).isNotBlank();
            assertThat(manager.open("/crm/programme?from=soon&to=1999-01-01")).isEqualTo(400);
            manager.looksRight();
            assertThat(manager.text("#wrong")).contains("soon");
            manager.open("/crm/programme?partner=" + MANY);
            String buyers = manager.text("section:has(#gains) a[href*='of=buyers']");
            manager.click("section:has(#gains) a[href*='of=buyers']").looksRight();
            assertThat(manager.text("main")).contains(buyers);
            manager.open("/crm/programme?partner=" + ONE + "&tier=BASE");
            manager.looksRight();
            String sold = manager.text("section:has(#sales) a[href*='what=members']");
            manager.click("section:has(#sales) a[href*='what=members']").looksRight();
            assertThat(manager.text("#sum")).contains(sold);
            assertThat(manager.text("#narrowed")).isNotBlank();
            assertThat(manager.open("/crm/programme?partner=NOBODY")).isEqualTo(404);
        }
    }

    private static byte[] saved(Visitor visitor, String link) throws IOException {
        try (InputStream file = visitor.save(link).createReadStream()) {
            return file.readAllBytes();
        }
    }

    private static String paper(byte[] file) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String grouped(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
}
