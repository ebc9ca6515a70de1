package shutaf.run;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The mail server that the hub of the tests was told of at its start: it takes letters by SMTP from
 * whoever has its login, and keeps them. A test may stop it for a while.
 */
public final class PostBox {
    private static final String USER = "hub";
    private static final String PASSWORD = "taken by the post box alone";
    private static final String FROM = "letters@shutaf.invalid";

    private final int port = Ports.free();
    private final List<MimeMessage> taken = new ArrayList<>();
    private final GreenMail server = new GreenMail(
                    new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser(FROM, USER, PASSWORD));

    /** Opens it; what it took before is still there. */
    public synchronized void open() {
        server.start();
    }

    /** Closes it: nobody answers at its port. */
    public synchronized void close() {
        keep();
        server.stop();
    }

    /** The letters to that address, the oldest first. */
    public synchronized List<MimeMessage> to(String address) {
        List<MimeMessage> all = new ArrayList<>(taken);
        all.addAll(Arrays.asList(server.getReceivedMessages()));
        return all.stream()
                .filter(message -> recipients(message).equals(List.of(address)))
                .toList();
    }

    /** How many letters there are to anybody. */
    public synchronized int count() {
        return taken.size() + server.getReceivedMessages().length;
    }

    /** The server forgets its letters when it stops. */
    private void keep() {
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                taken.add(new MimeMessage(message));
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> recipients(MimeMessage message) {
        try {
            return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                    .map(Object::toString)
                    .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the hub is told, as settings. */
    Map<String, String> settings() {
        return Map.of(
                "HUB_SMTP_HOST", "127.0.0.1",
                "HUB_SMTP_PORT", Integer.toString(port),
                "HUB_SMTP_USER", USER,
                "HUB_SMTP_PASSWORD", PASSWORD,
                "HUB_MAIL_FROM", FROM);
    }
}
