package shutaf.connectors.api.queue;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;

import shutaf.connectors.api.contract.PurchaseReading;
import shutaf.connectors.api.contract.Reading;
import shutaf.connectors.api.contract.SentPurchase;
import shutaf.connectors.api.json.Json;
import shutaf.connectors.api.problem.Problem;
import shutaf.intake.DeadLetters;
import shutaf.intake.IntakeOutcome;
import shutaf.intake.PurchaseIntake;
import shutaf.partner.Partners;
import shutaf.platform.NotCommitted;
import shutaf.purchase.Channel;
import shutaf.purchase.Purchase;
import shutaf.shared.PartnerId;
import shutaf.shared.RefusalReason;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes purchases in from the queue. A message is received, and put aside if need be, in one
 * transaction; its purchase is committed before that, in the transaction that it shares with those
 * of other doors. A message that comes twice after a crash is a repeat of its receipt and changes
 * nothing.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/partner.purchases"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "16")
        })
public class PurchaseMessages implements MessageListener {
    /** So often a fault of ours is tried again, within seconds: it will not mend itself. */
    private static final int LAST_DELIVERY = 4;

    /**
     * So often a commit that failed is tried again, in all for a quarter of an hour: the database
     * comes back. One less than the broker's own limit, so that the reason is ours.
     */
    private static final int LAST_DELIVERY_UNCOMMITTED = 99;

    private static final String DELIVERIES = "JMSXDeliveryCount";
    private static final int MOST_SECONDS = 60;

    @Inject
    private PurchaseIntake intake;

    @Inject
    private Partners partners;

    @Inject
    private DeadLetters deadLetters;

    @Override
    public void onMessage(Message message) {
        try {
            take(message);
        } catch (JMSException | ExecutionException | TimeoutException e) {
            giveUpOrTryAgain(message, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops; the message stays", e);
        }
    }

    private void take(Message message)
            throws JMSException, ExecutionException, TimeoutException, InterruptedException {
        Optional<PartnerId> partner = Sender.of(message).flatMap(partners::idOfCode);
        if (partner.isEmpty()) {
            putAside(message, RefusalReason.VALIDATION, "the property partner names no partner");
            return;
        }
        switch (read(message, partner.get())) {
            case Reading.Unusable<Purchase> bad ->
                putAside(message, RefusalReason.VALIDATION, bad.problem().detail());
            case Reading.Usable<Purchase> good -> {
                IntakeOutcome outcome = intake.accept(good.value())
                        .toCompletableFuture()
                        .get(MOST_SECONDS, TimeUnit.SECONDS);
                if (outcome instanceof IntakeOutcome.Refused refused) {
                    putAside(
                            message,
                            refused.refusal().reason(),
                            refused.refusal().detail());
                }
            }
        }
    }

    private static Reading<Purchase> read(Message message, PartnerId partner) throws JMSException {
        byte[] body = switch (message) {
            case TextMessage text ->
                String.valueOf(text.getText()).getBytes(StandardCharsets.UTF_8);
            case BytesMessage bytes -> message.getBody(byte[].class);
            default -> new byte[0];
        };
        try {
            return PurchaseReading.read(
                    Json.read(body, SentPurchase.class), partner, Channel.QUEUE);
        } catch (Json.Unreadable e) {
            Problem problem = Problem.of(e);
            return Reading.unusable(problem.detail());
        }
    }

    private void putAside(Message message, RefusalReason code, String reason) throws JMSException {
        deadLetters.putAside(message, Sender.of(message), code.name(), reason);
    }

    /** Thrown, so that the broker rolls back and delivers again a little later. */
    private void giveUpOrTryAgain(Message message, Exception e) {
        boolean uncommitted = e.getCause() instanceof NotCommitted;
        if (deliveries(message) < (uncommitted ? LAST_DELIVERY_UNCOMMITTED : LAST_DELIVERY)) {
            throw new IllegalStateException("a message could not be taken in; it comes again", e);
        }
        deadLetters.putAside(
                message,
                sender(message),
                "FAULT",
                "our fault, several times; replay it when the hub is well again");
    }

    private static Optional<String> sender(Message message) {
        try {
            return Sender.of(message);
        } catch (JMSException e) {
            return Optional.empty();
        }
    }

    private static int deliveries(Message message) {
        try {
            return message.getIntProperty(DELIVERIES);
        } catch (JMSException | NumberFormatException e) {
            return 1;
        }
    }
}
