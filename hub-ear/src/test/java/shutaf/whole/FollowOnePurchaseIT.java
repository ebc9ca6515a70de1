package shutaf.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import shutaf.run.RunningHub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The promise of the whole house on one page: a file goes in at the CD shop, points come out, they
 * are spent at the café, and the statements of both say so to the point and the agora.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowOnePurchaseIT {
    private static final String SHOP = "VINYL";
    private static final String CAFE = "BISTRO";
    private static final String CARD = "2955000000017";
    private static final Pattern STATEMENT = Pattern.compile("number=([A-Za-z0-9.-]+)&amp;as=pdf");

    private final WholeHub whole = new WholeHub();
    private final RunningHub hub = whole.running();
    private final PartnerCalls music = new PartnerCalls(hub, SHOP);
    private final PartnerCalls cafe = new PartnerCalls(hub, CAFE);

    @BeforeAll
    void twoPartnersAndAMember() {
        whole.partner(SHOP).partner(CAFE);
        assertThat(music.post("/members", PartnerCalls.member(CARD, "050-555-7777"))
                        .status())
                .isIn(200, 201);
    }

    @Test
    void a_file_comes_in_and_its_points_are_paid_for_at_another_partner() throws Exception {
        String handback = handbackOf(file());
        assertThat(handback).contains(";ACCRUED;;250;");

        JsonNode held =
                cafe.post("/redemptions", PartnerCalls.hold("latte", CARD, 200)).body();
        assertThat(held.get("value").asText()).isEqualTo("10.00");
        PartnerCalls.Answer captured = cafe.post(
                "/redemptions/" + held.get("redemptionId").asText() + "/capture",
                PartnerCalls.nothing());
        assertThat(captured.status()).isEqualTo(200);
        assertThat(captured.body().get("balance").asLong()).isEqualTo(50);

        assertThat(statement("vinyl-manager")).contains("250").contains("15.00");
        assertThat(statement("bistro-manager")).contains("200").contains("10.00");
        assertThat(music.get("/redemptions/" + held.get("redemptionId").asText())
                        .status())
                .as("another partner's redemption")
                .isEqualTo(404);
    }

    /** The only open statement of a partner, as its manager downloads it. */
    private String statement(String manager) throws IOException {
        WebSession session = WebSession.of(hub, manager);
        String page = session.get("/desk/position?lang=en").text();
        Matcher number = STATEMENT.matcher(page);
        assertThat(number.find()).as("a statement on the page of " + manager).isTrue();
        WebSession.Answer paper =
                session.get("/desk/statement?number=" + number.group(1) + "&as=pdf");
        try (var pdf = Loader.loadPDF(paper.body())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static byte[] file() {
        ZoneId zone = ZoneId.of("Asia/Jerusalem");
        OffsetDateTime now = OffsetDateTime.now(zone).truncatedTo(ChronoUnit.SECONDS);
        String line = String.join(
                        ";",
                        "D",
                        "01",
                        "1",
                        LocalDate.now(zone).toString(),
                        "F1",
                        now.toString(),
                        "CARD",
                        CARD,
                        "ILS",
                        "1",
                        "cd",
                        "תקליט",
                        "MUSIC",
                        "1",
                        "250.00",
                        "0.00",
                        "18",
                        "SALE",
                        "")
                + "\n";
        byte[] lines = line.getBytes(StandardCharsets.UTF_8);
        String head = "H;1;" + SHOP + ";000001;" + now + ";LIVE\n";
        return (head + line + "T;1;250.00;" + sha256(lines) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String handbackOf(byte[] content) throws IOException {
        Path inbox = hub.dataDir().resolve("inbox").resolve(SHOP);
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(inbox));
        Path draft = Files.write(inbox.resolve(".one.growing"), content);
        Files.move(draft, inbox.resolve("one.csv"), StandardCopyOption.ATOMIC_MOVE);
        Path handback = hub.dataDir().resolve("outbox").resolve(SHOP).resolve("one.handback.csv");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(handback));
        return Files.readString(handback);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
