package shutaf.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import shutaf.run.RunningHub;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Very large files in the inbox: read from end to end, answered, and never held in memory. Their
 * size is the system property shutaf.it.large.megabytes.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "memory is read in /proc")
class LargeFileIT {
    private static final long MEGABYTE = 1_000_000;
    private static final long SIZE = MEGABYTE * Long.getLong("shutaf.it.large.megabytes", 200);
    private static final long MOST_MEMORY_KB = 1_000_000;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final String CARD = "2900000091014";
    private static final String RECEIPTS = "select count(*) from purchase where partner_id = ?";

    private static final RunningHub HUB = RunningHub.get();
    private static FilePartner partner;
    private static FilePartner neighbour;

    @BeforeAll
    static void partners() throws Exception {
        partner = FilePartner.joining(HUB, "LARGE", List.of("01"));
        neighbour = FilePartner.joining(HUB, "NEIGHBOUR", List.of("01"));
        FilePartner.members(HUB, List.of(CARD));
    }

    @Test
    void a_rehearsal_of_a_very_large_file_answers_each_receipt_and_keeps_nobody_waiting()
            throws Exception {
        forgetPeak();
        long receipts = drop("rehearsal.csv", "TEST", true);

        long dropped = System.nanoTime();
        String small = new FileText("NEIGHBOUR", 1).sale("S1", CARD, 640).text();
        assertThat(neighbour.dropped("small.csv", small)).endsWith("T;1;1;0;0;0;0;0;6;0");
        assertThat(Duration.ofNanos(System.nanoTime() - dropped)).isLessThan(SOON);

        await().atMost(Duration.ofMinutes(3))
                .until(() -> !Files.exists(partner.inbox().resolve("rehearsal.csv")));
        Path handback = partner.outbox().resolve("rehearsal.handback.csv");
        try (Stream<String> lines = Files.lines(handback)) {
            assertThat(lines.filter(line -> line.contains(";TEST;;0;")).count())
                    .isEqualTo(receipts);
        }
        assertThat(partner.figure(RECEIPTS)).isZero();
        assertThat(peakKilobytes()).isLessThan(MOST_MEMORY_KB);
    }

    @Test
    void a_very_large_file_with_a_wrong_hash_is_refused_whole() throws Exception {
        forgetPeak();
        drop("wrong.csv", "LIVE", false);

        assertThat(partner.handback("wrong.csv").getFirst()).contains("REJECTED;F-HASH;");

        assertThat(partner.figure(RECEIPTS)).isZero();
        assertThat(peakKilobytes()).isLessThan(MOST_MEMORY_KB);
    }

    @Test
    void a_very_large_file_without_a_line_end_is_refused_at_once() throws Exception {
        Path draft = partner.inbox().resolve(".endless.csv.growing");
        byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(draft)) {
            for (long written = 0; written < SIZE; written += piece.length) {
                out.write(piece);
            }
        }
        Files.setLastModifiedTime(draft, FileTime.from(Instant.EPOCH));
        Files.move(draft, partner.inbox().resolve("endless.csv"));

        assertThat(partner.handback("endless.csv").getFirst()).contains("REJECTED;F-LINE-LENGTH;");
    }

    /** Writes receipts of one line until the file is large enough; returns how many. */
    private static long drop(String name, String mode, boolean rightHash) throws Exception {
        Path draft = partner.inbox().resolve("." + name + ".growing");
        long receipts = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 20)) {
            out.write(ascii("H;1;LARGE;000001;2026-11-20T23:59:00+02:00;" + mode + "\n"));
            MessageDigest hash = sha256();
            for (long written = 0; written < SIZE; receipts++) {
                byte[] line = ascii(String.format(
                        Locale.ROOT,
                        "D;01;1;2026-11-20;L%d;2026-11-20T08:05:00+02:00;CARD;%s;ILS;1;72900000"
                                + ";Milk;DAIRY;1;6.40;0.00;18;SALE;\n",
                        receipts,
                        CARD));
                hash.update(line);
                out.write(line);
                written += line.length;
            }
            if (!rightHash) {
                hash.update((byte) 0);
            }
            long agorot = receipts * 640;
            out.write(ascii("T;" + receipts + ";" + agorot / 100 + "." + (agorot / 10) % 10 + "0;"
                    + HexFormat.of().formatHex(hash.digest()) + "\n"));
        }
        Files.move(draft, partner.inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return receipts;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** From now on the system counts the server's peak of memory anew. */
    private static void forgetPeak() throws IOException {
        Files.writeString(process().resolve("clear_refs"), "5");
    }

    private static long peakKilobytes() throws IOException {
        Matcher peak = PEAK.matcher(Files.readString(process().resolve("status")));
        assertThat(peak.find()).isTrue();
        return Long.parseLong(peak.group(1));
    }

    private static Path process() {
        return Path.of("/proc", Long.toString(HUB.pid(RunningHub.Server.WILDFLY)));
    }
}
