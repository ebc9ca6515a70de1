package shutaf.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import shutaf.message.Letter;
import shutaf.message.Mailing;
import shutaf.message.MailingOrder;
import shutaf.message.Mailings;
import shutaf.message.Obstacle;
import shutaf.message.PaperForm;
import shutaf.message.PostOffice;
import shutaf.message.ReceivingRole;
import shutaf.message.Rhythm;
import shutaf.message.Sendings;
import shutaf.programme.Programme;
import shutaf.shared.PartnerId;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Letters go to a mail server by STARTTLS with the safety that WildFly's script gives the session;
 * to one that cannot prove who it is they do not go, and wait.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailOverTlsIT {
    private static final String FROM = "letters@shutaf.invalid";
    private static final String USER = "hub";
    private static final String PASSWORD = "said after TLS alone";
    private static final String TO = "noa@shutaf.invalid";

    private static final String SECRET = "of the test";
    private static final Pattern SAFETY = Pattern.compile(
            "mail-session=hub/custom=smtp:add.*properties=[{]([^}]*(?:[}]\"[^}]*)*)[}]");
    private static final Pattern PLACE = Pattern.compile("[$][{]env[.]([A-Z_]+):([^}]*)[}]");
    private static final MailingOrder EVERY_WEEK = new MailingOrder(
            "retention",
            PartnerId.HUB,
            ReceivingRole.ACCOUNT_MANAGER,
            "he",
            PaperForm.PDF,
            Rhythm.WEEKLY);

    private final Programme programme = new Programme();
    private final GreenMail server = new GreenMail(
                    new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser(FROM, USER, PASSWORD));
    private KeyStore here;
    private KeyStore elsewhere;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, GeneralSecurityException {
        server.start();
        here = selfSigned(folder.resolve("here.p12"), "IP:127.0.0.1");
        elsewhere = selfSigned(folder.resolve("elsewhere.p12"), "DNS:mail.shutaf.invalid");
    }

    @AfterEach
    void emptyTheBox() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    void close() {
        server.stop();
    }

    @Test
    void a_letter_goes_by_tls_and_nothing_but_the_hello_before_it() throws Exception {
        try (StartTlsDoor door = StartTlsDoor.open(shows(here), port())) {
            assertThat(send(session(door.port(), here))).isEmpty();

            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("שלום");
            assertThat(door.inTheClear()).hasSize(2);
            assertThat(door.inTheClear().getFirst()).startsWith("EHLO ");
            assertThat(door.inTheClear().getLast()).isEqualTo("STARTTLS");
        }
    }

    @Test
    void a_certificate_of_another_name_gets_nothing() throws Exception {
        try (StartTlsDoor door = StartTlsDoor.open(shows(elsewhere), port())) {
            assertThat(send(session(door.port(), elsewhere)))
                    .contains(Obstacle.MAIL_SERVER_UNPROVEN);

            assertThat(door.inTheClear().getLast()).isEqualTo("STARTTLS");
            assertThat(server.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void a_server_without_tls_gets_no_letter() throws Exception {
        assertThat(send(session(port(), here))).contains(Obstacle.MAIL_SERVER_REFUSED);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    /** The steps are those of a round, with one recipient. */
    @Test
    void a_letter_kept_from_an_untrusted_server_waits_and_goes_later() throws Exception {
        Mailings mailings = programme.bean(Mailings.class);
        programme.at("2026-11-18");
        long mailing = programme.call(() -> mailings.order(EVERY_WEEK, "noa"));
        try (StartTlsDoor door = StartTlsDoor.open(shows(here), port())) {
            programme.at("2026-11-22");
            assertThat(round(session(door.port(), elsewhere)))
                    .contains(Obstacle.MAIL_SERVER_UNPROVEN);

            assertThat(last(mailing).obstacle()).contains(Obstacle.MAIL_SERVER_UNPROVEN);
            assertThat(last(mailing).over()).isFalse();
            assertThat(last(mailing).unsent()).isEqualTo(1);
            assertThat(server.getReceivedMessages()).isEmpty();

            programme.at("2026-11-23");
            assertThat(round(session(door.port(), here))).isEmpty();

            assertThat(last(mailing).over()).isTrue();
            assertThat(last(mailing).sent()).isEqualTo(1);
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            programme.call(() -> mailings.cancel(mailing, "noa"));
        }
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    private Optional<Obstacle> round(Session session) {
        Sendings sendings = programme.bean(Sendings.class);
        done(sendings::openDue);
        Sendings.Try one = programme.call(sendings::begin).orElseThrow();
        done(() -> sendings.address(one, List.of("noa"), 0));
        assertThat(programme.call(() -> sendings.claim(one, "noa"))).isTrue();
        Optional<Obstacle> obstacle = send(session);
        done(() -> obstacle.ifPresentOrElse(
                why -> sendings.notSent(one, "noa", why), () -> sendings.sent(one, "noa")));
        done(() -> sendings.conclude(one, obstacle));
        return obstacle;
    }

    private void done(Runnable step) {
        programme.call(() -> {
            step.run();
            return true;
        });
    }

    private Mailing.Last last(long mailing) {
        return programme.call(() -> programme.bean(Mailings.class).all()).stream()
                .filter(m -> m.id() == mailing)
                .findFirst()
                .flatMap(Mailing::last)
                .orElseThrow();
    }

    private Optional<Obstacle> send(Session session) {
        byte[] paper = "paper".getBytes(StandardCharsets.UTF_8);
        Letter letter = new Letter(
                "he",
                "שלום",
                List.of("הדוח מצורף"),
                URI.create("http://127.0.0.1:8080/crm/retention"),
                "לדוח",
                new Letter.Enclosed("retention.pdf", "application/pdf", paper));
        return programme.bean(PostOffice.class, "java:/mail/Hub", session).send(letter, TO, "one");
    }

    /** The session as WildFly makes it, with what the script says of safety. */
    private static Session session(int port, KeyStore trusted) throws GeneralSecurityException {
        Map<String, String> environment = new MailServer(
                        "127.0.0.1",
                        port,
                        Optional.of(USER),
                        PASSWORD,
                        MailServer.Safety.STARTTLS,
                        FROM)
                .environment();
        Properties properties = new Properties();
        Matcher safety = SAFETY.matcher(Resources.text("wildfly.cli"));
        assertThat(safety.find()).as("the script has a mail session").isTrue();
        for (String property : safety.group(1).split(",", -1)) {
            String[] parts = property.replace("\"", "").split("=", 2);
            properties.put(parts[0], filled(parts[1], environment));
        }
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.from", environment.get("HUB_MAIL_FROM"));
        properties.put("mail.smtp.host", environment.get("HUB_SMTP_HOST"));
        properties.put("mail.smtp.port", environment.get("HUB_SMTP_PORT"));
        properties.put("mail.smtp.starttls.enable", environment.get("HUB_SMTP_STARTTLS"));
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.ssl.socketFactory", trusts(trusted).getSocketFactory());
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(USER, PASSWORD);
            }
        });
    }

    /** {@code ${env.NAME:default}} as WildFly reads it. */
    private static String filled(String value, Map<String, String> environment) {
        Matcher place = PLACE.matcher(value);
        return place.matches() ? environment.getOrDefault(place.group(1), place.group(2)) : value;
    }

    private static KeyStore selfSigned(Path file, String name)
            throws IOException, GeneralSecurityException {
        Programs.run(
                List.of(
                        Programs.java().resolveSibling("keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=mail",
                        "-ext",
                        "SAN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        SECRET,
                        "-keystore",
                        file.toString()),
                Map.of(),
                file.resolveSibling("keytool.log"),
                Duration.ofMinutes(1),
                "keytool made no certificate");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, SECRET.toCharArray());
        }
        return store;
    }

    private static SSLContext shows(KeyStore own) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusts(KeyStore others) throws GeneralSecurityException {
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        try {
            certificates.load(null, null);
        } catch (IOException impossible) {
            throw new IllegalStateException("an empty store is read from nowhere", impossible);
        }
        certificates.setCertificateEntry("mail", others.getCertificate("mail"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
