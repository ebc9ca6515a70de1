package shutaf.connectors.api.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;

import shutaf.intake.DeadLetters;

import java.util.Optional;

/**
 * Whose message it is. A partner's system may send to its own address only, and the broker, which
 * has checked that, writes the address onto the message when it passes it on to the common queue:
 * this counts, whatever the message says of itself. Only what was put into the common queue
 * directly, which nobody outside the server can do, is believed by its property.
 */
final class Sender {
    /** Before the partner's code in the address that it may send to. */
    static final String OWN_ADDRESS = "jms.queue.partner.purchases.";

    /** The address at which the broker took the message, written by the broker alone. */
    static final String CAME_TO = "_AMQ_ORIG_ADDRESS";

    private Sender() {}

    /** The partner's code; empty when the message names nobody. */
    static Optional<String> of(Message message) throws JMSException {
        String cameTo = message.getStringProperty(CAME_TO);
        return cameTo != null && cameTo.startsWith(OWN_ADDRESS)
                ? Optional.of(cameTo.substring(OWN_ADDRESS.length()))
                : Optional.ofNullable(message.getStringProperty(DeadLetters.PARTNER));
    }
}
