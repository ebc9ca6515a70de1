package shutaf.whole;

import static org.assertj.core.api.Assertions.assertThat;

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

import shutaf.shared.BusinessDay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/** What an account manager reads of the customers' lifetime value: page, paper and file agree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifetimeJourneyIT {
    private static final String MANY = "BOOKS";
    private static final String ONE = "SHOES";
    private static final String NONE = "HATS";

    private final WholeHub whole = new WholeHub();

    @BeforeAll
    void shops() {
        whole.partner(MANY).partner(ONE).partner(NONE);
        // 150 customers over 200 days, each with a rate and an end of their own.
        whole.run("""
                set session_replication_role = replica;
                with customer as (
                    select n, n % 60 as start, 0.02 + 0.12 * u ^ 3 as rate, -150 * ln(v) as stay
                    from (select n, (hashint4(n) & 65535) / 65536.0 as u,
                                 ((hashint4(n + 7000) & 65535) + 1) / 65536.0 as v
                          from generate_series(1, 150) n) drawn),
                bought as (
                    select n, d, row_number() over () as k
                    from customer, generate_series(start, 199) d
                    where d = start or d - start < stay
                      and (hashint4(n * 1000 + d) & 65535) / 65536.0 < rate)
                insert into purchase
                select 9000000000 + k, current_date - 200 + d, (select id from partner where
                    code = 'BOOKS'), 'SALE', 'ACCRUED', '01', '1', 'L' || k, 9000000 + n, null,
                    null, now(), now(), 'ILS', 2000 + (hashint4(n) & 4095) + (hashint4(d) & 1023),
                    0, '\\x00', null, 0, 0, 0, '', null, 'API'
                from bought""");
        whole.run("""
                set session_replication_role = replica;
                insert into member (id, first_name, last_name, language, status, tier, enrolled_by,
                    enrolled_at)
                select 9000000 + n, 'Reader', 'No ' || n, 'en', 'ACTIVE', 'BASE',
                    (select id from partner where code = 'BOOKS'), now()
                from generate_series(1, 150) n""");
        PartnerCalls shoes = new PartnerCalls(whole.running(), ONE);
        shoes.post("/members", PartnerCalls.member("2966700001010", "050-567-0101"));
        assertThat(shoes.post("/purchases", PartnerCalls.purchase("S1", "2966700001010", "50.00"))
                        .status())
                .isEqualTo(201);
    }

    /** What was invented has no journals, which an audit of the same books would name. */
    @AfterAll
    void leaveTheBooksInOrder() {
        whole.run("delete from purchase where partner_id = (select id from partner where code ="
                + " 'BOOKS')");
        whole.run("set session_replication_role = replica;"
                + " delete from member where id between 9000001 and 9000150");
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

            manager.open("/crm/behind?of=cohort&partner=" + MANY);
            manager.looksRight();
            assertThat(manager.text("h1")).contains("150");
            assertThat(manager.page().locator("tbody tr").count()).isEqualTo(25);
            String first = manager.text("tbody th");
            manager.click("a[rel=next]").looksRight();
            assertThat(manager.text("tbody th")).isNotEqualTo(first);
            assertThat(new String(saved(manager, "a[href*='as=csv']"), UTF_8).lines())
                    .hasSize(151)
                    .contains("member,name,card,tier,days,first,last,spent");
            assertThat(whole.number("select count(*) from audit_entry where actor = 'noa' and"
                            + " subject like 'behind?%of=cohort%' and deed = 'EXPORTED'"))
                    .isPositive();

            assertThat(manager.open("/crm/behind?of=cohort&month=two")).isEqualTo(400);
            manager.looksRight();
            assertThat(manager.text(".notice--warning")).contains("month");
        }
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

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "lifetime, partner=NOBODY, NOBODY, 404",
        "retention, partner=NOBODY, NOBODY, 404",
        "lifetime, from=soon, soon, 400",
        "retention, to=2026-02-30, 2026-02-30, 400",
        "lifetime, from=2026-03-01&to=2026-01-01, 2026-03-01, 400",
        "retention, from=2026-03-01&to=2026-01-01, 2026-03-01, 400",
        "retention, tier=%3Cb%3E, <b>, 400",
        "lifetime, tier=PLATINUM, PLATINUM, 400"
    })
    void a_choice_that_makes_no_sense_is_told(
            String page, String choice, String named, int status) {
        try (Visitor manager = new Visitor(whole.running(), "en", 1360)) {
            manager.signIn("noa");
            assertThat(manager.open("/crm/" + page + "?" + choice)).isEqualTo(status);
            manager.looksRight();
            assertThat(manager.text("#wrong")).contains(named);
            assertThat(manager.page().locator(".figures").count()).isZero();
            manager.click("a.button--main").looksRight();
            assertThat(manager.at()).isEqualTo("/crm/" + page);
        }
        WebSession session = WebSession.of(whole.running(), "noa");
        WebSession.Answer file = session.get("/crm/" + page + "-file?as=json&" + choice);
        assertThat(file.status()).isEqualTo(status);
        assertThat(file.text()).contains(named).doesNotContain("Exception");
    }

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
