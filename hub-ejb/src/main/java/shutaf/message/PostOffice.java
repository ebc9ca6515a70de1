package shutaf.message;

import jakarta.activation.DataHandler;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import shutaf.platform.HubClock;
import shutaf.platform.HubSettings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Hands letters to the mail server, each recipient's alone, so that nobody sees another's address.
 * The server, its login and its safety are the mail session's, which WildFly keeps.
 */
@ApplicationScoped
public class PostOffice {
    @Inject
    private HubSettings settings;

    @Inject
    private HubClock clock;

    @Resource(lookup = "java:/mail/Hub")
    private Session session;

    /** Whether there is a mail server at all. */
    public boolean isOpen() {
        return settings.mailServer().isPresent();
    }

    /**
     * Sends one letter.
     *
     * @param to an e-mail address
     * @param mark the same at each try of the same letter, for mail programs that show doubles once
     * @return what was in the way; empty when the mail server took it
     */
    public Optional<Obstacle> send(Letter letter, String to, String mark) {
        try {
            Transport.send(message(letter, to, mark));
            return Optional.empty();
        } catch (MessagingException failed) {
            Obstacle why = why(failed);
            System.getLogger(PostOffice.class.getName())
                    .log(System.Logger.Level.WARNING, "a letter was not sent: " + why, failed);
            return Optional.of(why);
        }
    }

    private MimeMessage message(Letter letter, String to, String mark) throws MessagingException {
        MimeMessage message = new Marked(session, mark);
        message.setFrom();
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}", " "), "UTF-8");
        message.setSentDate(Date.from(clock.now()));
        message.setContentLanguage(new String[] {letter.language()});
        // Answering machines keep silent to such letters.
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(new MimeMultipart(
                "alternative", text("plain", letter.plain()), text("html", letter.html())));
        message.setContent(new MimeMultipart("mixed", body, enclosed(letter.enclosed())));
        return message;
    }

    private static MimeBodyPart text(String kind, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    private static MimeBodyPart enclosed(Letter.Enclosed file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
        part.setFileName(file.name());
        return part;
    }

    /** What is wrong with one address comes as a chain; what is wrong with the sender does not. */
    private static Obstacle why(MessagingException failed) {
        boolean oneAddress = failed instanceof AddressException
                || (failed instanceof SendFailedException && failed.getNextException() != null);
        if (oneAddress) {
            return Obstacle.ADDRESS_REFUSED;
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException
                    || cause instanceof SSLPeerUnverifiedException) {
                return Obstacle.MAIL_SERVER_UNPROVEN;
            }
        }
        boolean away = failed.getCause() instanceof IOException;
        return away && !(failed instanceof AuthenticationFailedException)
                ? Obstacle.MAIL_SERVER_AWAY
                : Obstacle.MAIL_SERVER_REFUSED;
    }

    /** A message whose id is not made anew at each try. */
    private static final class Marked extends MimeMessage {
        private final String mark;

        Marked(Session session, String mark) {
            super(session);
            this.mark = mark;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            InternetAddress from = (InternetAddress) getFrom()[0];
            String host = from.getAddress().replaceAll(".*@", "").toLowerCase(Locale.ROOT);
            byte[] letters = mark.getBytes(StandardCharsets.UTF_8);
            setHeader("Message-ID", "<" + HexFormat.of().formatHex(letters) + "@" + host + ">");
        }
    }
}
