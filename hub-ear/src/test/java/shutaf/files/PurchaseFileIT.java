package shutaf.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import shutaf.run.RunningHub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Real files through the drop folder of the EAR that was built. */
class PurchaseFileIT {
    private static final Path SAMPLES = Path.of("../partner-connectors/src/test/resources/batch");
    private static final List<String> CARDS =
            IntStream.rangeClosed(1, 7).mapToObj(PurchaseFileIT::card).toList();
    private static final String RECEIPTS = "select count(*) from purchase where partner_id = ?";
    private static final String REACHED =
            "select coalesce(max(receipts), 0) from partner_file where partner_id = ?";
    private static final String POINTS =
            "select coalesce(sum(points), 0) from purchase where kind = 'SALE' and partner_id = ?";

    private static RunningHub hub;

    @BeforeAll
    static void start() throws SQLException {
        hub = RunningHub.get();
        FilePartner.joining(hub, "FIRST", List.of("01"));
        FilePartner.members(hub, CARDS);
    }

    /** The n-th card of the demo. */
    private static String card(int n) {
        String digits = String.format("2900000%05d", n);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    @Test
    void a_dropped_file_is_answered_and_the_same_file_again_changes_nothing() throws Exception {
        FilePartner partner = FilePartner.joining(hub, "SAMPLE", List.of("01"));
        String sample = sample("SUPER_000013.csv", "SAMPLE", 1);

        List<String> handback = partner.dropped("one.csv", sample);

        assertThat(handback.getFirst()).isEqualTo("H;1;SAMPLE;000001;LIVE;ACCEPTED;;");
        assertThat(handback)
                .extracting(line -> line.replaceFirst(";[0-9]{8}-[0-9]+$", ";journal"))
                .containsSequence(
                        "D;1;01/1/2026-11-18/S00001;ACCRUED;;30;journal",
                        "D;2;01/1/2026-11-18/S00002;ACCRUED;;103;journal",
                        "D;3;01/1/2026-11-19/S00003;UNCLAIMED;UNKNOWN_MEMBER;0;",
                        "D;4;01/1/2026-11-19/S00004;ACCRUED;;44;journal",
                        "D;5;01/1/2026-11-20/S00005;RETURNED;;-12;journal",
                        "T;5;3;1;1;0;0;0;177;12");
        assertThat(partner.rejects("one.csv")).isEmpty();
        List<String> books = partner.books();

        assertThat(partner.dropped("under another name.csv", sample)).isEqualTo(handback);
        assertThat(partner.books()).isEqualTo(books);
        assertThat(partner.figure("select count(*) from partner_file where partner_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void a_broken_line_rejects_its_receipt_and_no_other() throws Exception {
        FilePartner partner = FilePartner.joining(hub, "BROKEN", List.of("01"));

        List<String> handback =
                partner.dropped("one.csv", sample("SUPER_000014_one_broken_line.csv", "BROKEN", 1));

        assertThat(handback).hasSize(5).endsWith("T;3;2;0;0;0;0;1;30;0");
        assertThat(handback.get(2)).isEqualTo("D;2;01/1/2026-11-20/S00007;REJECTED;VALIDATION;0;");
        assertThat(partner.rejects("one.csv"))
                .hasSize(2)
                .allMatch(line -> line.contains(";VALIDATION;line 4: amount '11,80' is not"))
                .anyMatch(line -> line.endsWith(";DAIRY;2;11,80;0.00;18;SALE;"));
        assertThat(partner.figure(RECEIPTS)).isEqualTo(2);
    }

    @Test
    void a_wrong_trailer_rejects_the_file_and_the_right_one_may_follow() throws Exception {
        FilePartner partner = FilePartner.joining(hub, "TRAILER", List.of("01"));

        List<String> handback =
                partner.dropped("one.csv", sample("SUPER_000014_wrong_trailer.csv", "TRAILER", 1));

        assertThat(handback)
                .containsExactly(
                        "H;1;TRAILER;000001;LIVE;REJECTED;F-COUNT;the trailer says 1 D lines, the"
                                + " file has 2",
                        "T;0;0;0;0;0;0;0;0;0");
        assertThat(partner.figure(RECEIPTS)).isZero();
        String right = new FileText("TRAILER", 1).sale("A1", CARDS.get(0), 640).text();
        assertThat(partner.dropped("one.csv", right)).endsWith("T;1;1;0;0;0;0;0;6;0");
    }

    @Test
    void files_are_taken_strictly_in_sequence() throws Exception {
        FilePartner partner = FilePartner.joining(hub, "GAP", List.of("01"));
        String first = new FileText("GAP", 1).sale("A1", CARDS.get(0), 640).text();
        String other = new FileText("GAP", 1).sale("A9", CARDS.get(0), 640).text();
        String third = new FileText("GAP", 3).sale("A3", CARDS.get(0), 640).text();
        String second = new FileText("GAP", 2).sale("A2", CARDS.get(0), 640).text();

        assertThat(partner.dropped("1.csv", first).getFirst()).contains(";ACCEPTED;");
        assertThat(partner.dropped("3.csv", third).getFirst())
                .contains(";000003;LIVE;REJECTED;F-SEQUENCE;expected file 000002 before file");
        assertThat(partner.dropped("1b.csv", other).getFirst())
                .contains(";F-SEQUENCE;file 000001 was taken before with other content");
        assertThat(partner.dropped("2.csv", second).getFirst()).contains(";ACCEPTED;");
        assertThat(partner.dropped("3.csv", third).getFirst()).contains(";ACCEPTED;");
        assertThat(partner.figure(RECEIPTS)).isEqualTo(3);
    }

    @Test
    void rubbish_foreign_files_and_cut_files_harm_nothing_and_are_reported() throws Exception {
        FilePartner partner = FilePartner.joining(hub, "RUBBISH", List.of("01"));
        byte[] rubbish = new byte[3_000_000];
        new Random(5).nextBytes(rubbish);
        partner.drop("rubbish.csv", rubbish);
        String foreign = new FileText("FIRST", 1).sale("A1", CARDS.get(0), 640).text();
        String whole = new FileText("RUBBISH", 1).sale("A1", CARDS.get(0), 640).text();

        assertThat(partner.handback("rubbish.csv").getFirst())
                .matches("H;1;RUBBISH;;;REJECTED;F-(ENCODING|BINARY|HEADER|LINE-LENGTH);.*");
        assertThat(partner.dropped("foreign.csv", foreign).getFirst())
                .contains("REJECTED;F-PARTNER;the header names FIRST");
        assertThat(partner.dropped("cut.csv", whole.substring(0, whole.length() - 40))
                        .getFirst())
                .contains("REJECTED;F-TRAILER;");
        assertThat(partner.dropped("1.csv", whole).getFirst()).contains(";ACCEPTED;");
        assertThat(partner.figure(RECEIPTS)).isEqualTo(1);
        assertThat(partner.figure("select count(*) from partner_file"
                        + " where status = 'REJECTED' and partner_id = ?"))
                .isEqualTo(3);
    }

    @Test
    void a_test_file_is_checked_and_posts_nothing() throws Exception {
        FilePartner partner = FilePartner.joining(hub, "TESTS", List.of("01"));
        String test =
                new FileText("TESTS", 1, "TEST").sale("A1", CARDS.get(0), 640).text();

        assertThat(partner.dropped("1.csv", test))
                .containsExactly(
                        "H;1;TESTS;000001;TEST;ACCEPTED;;",
                        "D;1;01/1/2026-11-20/A1;TEST;;0;",
                        "T;1;0;0;0;0;0;0;0;0");
        assertThat(partner.figure(RECEIPTS)).isZero();
    }

    @Test
    void what_came_is_kept_byte_for_byte() throws Exception {
        FilePartner partner = FilePartner.joining(hub, "KEPT", List.of("01"));
        String content = new FileText("KEPT", 1).sale("A1", CARDS.get(0), 640).text();

        partner.dropped("1.csv", content);

        try (var kept = Files.list(hub.dataDir().resolve("archive").resolve("KEPT"))) {
            assertThat(kept.filter(file -> file.toString().endsWith(".csv")))
                    .anySatisfy(file -> assertThat(file).hasContent(content));
        }
    }

    @Test
    void a_server_killed_in_the_middle_of_a_file_ends_as_if_nothing_had_happened()
            throws Exception {
        FilePartner quiet = FilePartner.joining(hub, "QUIET", List.of("01"));
        FilePartner killed = FilePartner.joining(hub, "KILLED", List.of("01"));
        List<String> undisturbed = quiet.dropped("1.csv", large("QUIET"));
        killed.drop("1.csv", large("KILLED").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> killed.figure(REACHED) > 0);

        hub.kill9(RunningHub.Server.WILDFLY);
        assertThat(Files.exists(killed.inbox().resolve("1.csv"))).isTrue();
        long before = killed.figure(RECEIPTS);
        hub.restart(RunningHub.Server.WILDFLY);

        List<String> handback = killed.handback("1.csv");
        assertThat(before).isLessThan(12_000);
        assertThat(comparable(handback)).isEqualTo(comparable(undisturbed));
        assertThat(killed.books()).isEqualTo(quiet.books());
        assertThat(killed.figure(POINTS)).isEqualTo(quiet.figure(POINTS)).isPositive();
    }

    /** Handback without the partner's code and the journals' numbers. */
    private static List<String> comparable(List<String> handback) {
        return handback.stream()
                .map(line -> line.replaceFirst("^H;1;[A-Z]+;", "H;1;")
                        .replaceFirst(";[0-9]{8}-[0-9]+$", ";journal"))
                .toList();
    }

    private static String large(String partner) {
        FileText file = new FileText(partner, 1);
        for (int i = 1; i <= 12_000; i++) {
            file.sale("A" + i, CARDS.get(i % CARDS.size()), 100 + i % 5_000);
            if (i % 1_500 == 0) {
                file.goodsBack("R" + i, CARDS.get(i % CARDS.size()), 100 + i % 5_000, "A" + i);
            }
        }
        return file.text();
    }

    private static String sample(String name, String partner, int sequence) throws IOException {
        return Files.readString(SAMPLES.resolve(name))
                .replaceFirst("H;1;SUPER;[0-9]+", String.format("H;1;%s;%06d", partner, sequence));
    }
}
