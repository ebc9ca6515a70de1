package shutaf.intake;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import jakarta.transaction.Transactional;

import shutaf.platform.HubClock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Messages of the purchase queue that could not be taken in, each with its reason, until somebody
 * sends them through again. Message and reason move in one transaction: none is lost, none doubled.
 */
@ApplicationScoped
public class DeadLetters {
    /** Property of a message: code of the partner whose purchase it is. */
    public static final String PARTNER = "partner";

    private static final String CODE = "code";
    private static final String REASON = "reason";
    private static final String FAILED_AT = "failedAt";
    private static final String ORIGINAL_ID = "originalId";

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    private JMSContext messages;

    @Resource(lookup = "java:/jms/queue/partner.purchases")
    private Queue purchases;

    @Resource(lookup = "java:/jms/queue/partner.purchases.dead")
    private Queue dead;

    @Inject
    private HubClock clock;

    /**
     * One of them.
     *
     * @param id number of the message
     * @param partner code of the partner, as far as the message named one
     * @param code why: a refusal's code, VALIDATION for an unreadable one, FAULT for one of ours
     * @param reason what is wrong and what to do
     * @param failedAt when it was given up
     */
    public record Letter(
            String id, String partner, String code, String reason, Optional<Instant> failedAt) {}

    /**
     * Puts a message aside, in the transaction in which it was received.
     *
     * @param failed the message as it came; its text is kept
     * @param partner code of the partner whose message it is, as far as it can be told
     */
    @Transactional
    public void putAside(Message failed, Optional<String> partner, String code, String reason) {
        try {
            Message letter = copy(failed);
            if (partner.isPresent()) {
                letter.setStringProperty(PARTNER, partner.get());
            }
            letter.setStringProperty(CODE, code);
            letter.setStringProperty(REASON, reason);
            letter.setStringProperty(FAILED_AT, clock.real().toString());
            letter.setStringProperty(ORIGINAL_ID, failed.getJMSMessageID());
            messages.createProducer().send(dead, letter);
        } catch (JMSException e) {
            throw new IllegalStateException("cannot put a message aside", e);
        }
    }

    /**
     * The oldest ones.
     *
     * @param partner code of one partner; empty for all
     */
    @Transactional
    public List<Letter> list(Optional<String> partner, int most) {
        try (QueueBrowser browser = messages.createBrowser(dead, selector(partner))) {
            List<Letter> letters = new ArrayList<>();
            for (Enumeration<?> all = browser.getEnumeration();
                    all.hasMoreElements() && letters.size() < most; ) {
                letters.add(letter((Message) all.nextElement()));
            }
            return Collections.unmodifiableList(letters);
        } catch (JMSException e) {
            throw new IllegalStateException("cannot look through the dead letters", e);
        }
    }

    /**
     * Sends them through the queue again, the oldest first; says how many. One that fails again
     * comes back with its new reason.
     *
     * @param partner code of one partner; empty for all
     */
    @Transactional
    public int replay(Optional<String> partner, int most) {
        int waiting = list(partner, most).size();
        int sent = 0;
        try (JMSConsumer letters = messages.createConsumer(dead, selector(partner))) {
            Message letter = sent < waiting ? letters.receiveNoWait() : null;
            while (letter != null) {
                messages.createProducer().send(purchases, copy(letter));
                sent++;
                letter = sent < waiting ? letters.receiveNoWait() : null;
            }
        } catch (JMSException e) {
            throw new IllegalStateException("cannot replay the dead letters", e);
        }
        return sent;
    }

    private Message copy(Message message) throws JMSException {
        Message copy = switch (message) {
            case TextMessage text -> messages.createTextMessage(text.getText());
            case BytesMessage bytes -> {
                BytesMessage same = messages.createBytesMessage();
                same.writeBytes(message.getBody(byte[].class));
                yield same;
            }
            default -> messages.createTextMessage("");
        };
        String partner = message.getStringProperty(PARTNER);
        if (partner != null) {
            copy.setStringProperty(PARTNER, partner);
        }
        return copy;
    }

    private static Letter letter(Message m) throws JMSException {
        String failedAt = m.getStringProperty(FAILED_AT);
        return new Letter(
                m.getJMSMessageID(),
                Objects.requireNonNullElse(m.getStringProperty(PARTNER), ""),
                Objects.requireNonNullElse(m.getStringProperty(CODE), "FAULT"),
                // The broker itself gives up on a message that nobody could even look at.
                Objects.requireNonNullElse(
                        m.getStringProperty(REASON), "it was delivered too often without an end"),
                Optional.ofNullable(failedAt).map(Instant::parse));
    }

    private static String selector(Optional<String> partner) {
        return partner.map(code -> {
                    if (!code.matches("[A-Z0-9]{1,16}")) {
                        throw new IllegalArgumentException(code + " is no partner's code");
                    }
                    return PARTNER + " = '" + code + "'";
                })
                .orElse("");
    }
}
