package shutaf.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import shutaf.run.RunningHub;
import shutaf.run.SftpPartners;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Purchase files from partners' own SFTP servers, real ones. */
class PartnerSftpIT {
    private static final String CARD = "2900000090017";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String RECEIPTS = "select count(*) from purchase where partner_id = ?";

    @TempDir
    private static Path disks;

    private static final RunningHub HUB = RunningHub.get();
    private static final AtomicInteger LOGINS_AT_FALSE = new AtomicInteger();
    private static FilePartner honest;
    private static FilePartner fooled;
    private static SshServer honestServer;
    private static SshServer falseServer;

    @BeforeAll
    static void servers() throws Exception {
        SftpPartners known = HUB.sftpPartners();
        KeyPairGenerator stranger = KeyPairGenerator.getInstance("RSA");
        stranger.initialize(2048);
        honestServer =
                server(SftpPartners.HONEST, known.server(SftpPartners.HONEST).hostKey());
        falseServer = server(SftpPartners.FALSE, stranger.generateKeyPair());
        FilePartner.members(HUB, List.of(CARD));
        honest = FilePartner.joining(HUB, SftpPartners.HONEST, List.of("01"));
        fooled = FilePartner.joining(HUB, SftpPartners.FALSE, List.of("01"));
    }

    @AfterAll
    static void close() throws IOException {
        honestServer.stop(true);
        falseServer.stop(true);
    }

    private static SshServer server(String partner, KeyPair hostKey) throws IOException {
        Files.createDirectories(outgoing(partner));
        Files.createDirectories(answers(partner));
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(HUB.sftpPartners().server(partner).port());
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(disks.resolve(partner)));
        server.setPublickeyAuthenticator((user, key, session) -> {
            if (partner.equals(SftpPartners.FALSE)) {
                LOGINS_AT_FALSE.incrementAndGet();
            }
            return user.equals("shutaf") && key.equals(HUB.sftpPartners().hub().getPublic());
        });
        server.start();
        return server;
    }

    private static Path outgoing(String partner) {
        return disks.resolve(partner).resolve("outgoing");
    }

    private static Path answers(String partner) {
        return disks.resolve(partner).resolve("answers");
    }

    /** As the partner's program leaves it: written a minute ago, and untouched since. */
    private static Path lies(String partner, String name, String content) throws IOException {
        Path draft = Files.write(
                disks.resolve(partner).resolve(name), content.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minusSeconds(60)));
        return Files.move(draft, outgoing(partner).resolve(name));
    }

    @Test
    void a_file_is_fetched_counted_and_answered_and_the_same_again_changes_nothing()
            throws Exception {
        String content =
                new FileText(SftpPartners.HONEST, 1).sale("S1", CARD, 4_290).text();
        Path there = lies(SftpPartners.HONEST, "day1.csv", content);

        await().atMost(SOON).until(() -> !Files.exists(there));
        await().atMost(SOON).until(() -> Files.exists(answer("day1.handback.csv")));

        List<String> handback = Files.readAllLines(answer("day1.handback.csv"));
        assertThat(handback).hasSize(3).endsWith("T;1;1;0;0;0;0;0;42;0");
        List<String> books = honest.books();
        assertThat(books).hasSize(1);
        for (String name : List.of("day1.handback.csv", "day1.rejects.csv")) {
            Path sent = answers(SftpPartners.HONEST).resolve(name);
            await("the answer on the partner's own server")
                    .atMost(SOON)
                    .until(() -> Files.exists(sent));
            assertThat(sent).hasSameBinaryContentAs(answer(name));
        }

        Path again = lies(SftpPartners.HONEST, "day1-again.csv", content);
        await().atMost(SOON).until(() -> Files.exists(answer("day1-again.handback.csv")));
        assertThat(again).doesNotExist();
        assertThat(Files.readAllLines(answer("day1-again.handback.csv"))).isEqualTo(handback);
        assertThat(honest.books()).isEqualTo(books);
    }

    private static Path answer(String name) {
        return honest.outbox().resolve(name);
    }

    @Test
    void a_file_that_is_still_being_written_is_left_alone() throws Exception {
        Path growing = Files.writeString(
                outgoing(SftpPartners.HONEST).resolve("day9.csv.part"), "H;1;SFTPHONEST;000009");
        Path young = Files.writeString(
                outgoing(SftpPartners.HONEST).resolve("young.csv"), "H;1;SFTPHONEST;000009");
        Path finished = lies(SftpPartners.HONEST, "test.csv", testFile());

        await().atMost(SOON).until(() -> !Files.exists(finished));

        assertThat(growing).exists();
        assertThat(young).exists();
        Files.delete(growing);
        Files.delete(young);
    }

    private static String testFile() {
        return new FileText(SftpPartners.HONEST, 1, "TEST")
                .sale("S1", CARD, 640)
                .text();
    }

    @Test
    void a_server_with_another_key_than_was_agreed_gets_nothing_and_is_reported() throws Exception {
        String content =
                new FileText(SftpPartners.FALSE, 1).sale("S1", CARD, 4_290).text();
        Path there = lies(SftpPartners.FALSE, "day1.csv", content);
        Path log = HUB.dataDir().resolve("logs/wildfly.log");

        await().atMost(SOON)
                .until(() -> Files.readString(log)
                        .contains("files of " + SftpPartners.FALSE + " cannot be fetched"));

        assertThat(Files.readString(log)).containsIgnoringCase("HostKey");
        assertThat(there).as("it stays where it is").exists();
        assertThat(LOGINS_AT_FALSE.get()).as("we did not even log in").isZero();
        assertThat(fooled.figure(RECEIPTS)).isZero();
    }
}
