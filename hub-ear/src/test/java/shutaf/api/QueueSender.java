package shutaf.api;

import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import shutaf.run.DemoCredentials;

import java.util.Map;

/** A partner's system that sends by message queue, from outside the server. */
final class QueueSender implements AutoCloseable {
    private static final String COMMON = "jms.queue.partner.purchases";

    private final ActiveMQConnectionFactory connections;
    private final JMSContext context;

    private QueueSender(String user, String password) {
        connections = new ActiveMQConnectionFactory("tcp://127.0.0.1:"
                + Call.HUB.web().getPort()
                + "?httpUpgradeEnabled=true&httpUpgradeEndpoint=queue&activemqServerName=default"
                + "&callTimeout=10000&reconnectAttempts=0");
        context = connections.createContext(user, password);
    }

    /** Signs in with the login of a partner. */
    static QueueSender of(String partner) {
        DemoCredentials.Client login = Call.HUB.queueLogin(partner);
        return with(login.clientId(), login.secret());
    }

    static QueueSender with(String user, String password) {
        return new QueueSender(user, password);
    }

    /** The queue of one partner. */
    static String queueOf(String partner) {
        return COMMON + "." + partner;
    }

    /** Where the hub takes the messages of all partners from. */
    static String commonQueue() {
        return COMMON;
    }

    /** Returns when the broker has it on its disk. */
    void send(String queue, String text, Map<String, String> properties) {
        try {
            TextMessage message = context.createTextMessage(text);
            for (Map.Entry<String, String> property : properties.entrySet()) {
                message.setStringProperty(property.getKey(), property.getValue());
            }
            context.createProducer().send(context.createQueue(queue), message);
        } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One message of a queue, if one may be read there; waits for a moment. */
    String take(String queue) {
        return String.valueOf(context.createConsumer(context.createQueue(queue)).receive(500));
    }

    @Override
    public void close() {
        context.close();
        connections.close();
    }
}
