package shutaf.reports.mailing;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

import shutaf.message.Letter;
import shutaf.message.Obstacle;
import shutaf.message.PostOffice;
import shutaf.message.Recipients;
import shutaf.message.Sendings;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks all day what is due and sends it. Any number of servers may do so: each sending and each
 * letter is claimed in the database first. Without a mail server the orders wait.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailingRounds {
    private static final Logger LOG = System.getLogger(MailingRounds.class.getName());

    @Inject
    private Sendings sendings;

    @Inject
    private Recipients recipients;

    @Inject
    private ReportLetters letters;

    @Inject
    private PostOffice post;

    private final AtomicBoolean running = new AtomicBoolean();

    /** One round; while one is running the next is left out. */
    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    public void everyTwentySeconds() {
        if (!post.isOpen() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            sendings.openDue();
            Optional<Sendings.Try> one = sendings.begin();
            while (one.isPresent()) {
                sendings.conclude(one.get(), send(one.get()));
                one = sendings.begin();
            }
        } finally {
            running.set(false);
        }
    }

    private Optional<Obstacle> send(Sendings.Try one) {
        Recipients.Answer answer = recipients.of(one.order().role(), one.order().scope());
        if (answer instanceof Recipients.Unknown unknown) {
            return Optional.of(unknown.why());
        }
        Recipients.Found found = (Recipients.Found) answer;
        sendings.address(one, found.logins(), found.leftOut());
        if (found.people().isEmpty()) {
            return Optional.of(Obstacle.NOBODY);
        }
        Optional<Letter> letter;
        try {
            letter = letters.write(one.order(), one.due());
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "mailing " + one.mailing() + " could not be written", failed);
            return Optional.of(Obstacle.REPORT_FAILED);
        }
        return letter.isEmpty()
                ? Optional.of(Obstacle.NOTHING_TO_REPORT)
                : deliver(one, letter.get(), found);
    }

    /** One by one; an obstacle that all would meet ends the try. */
    private Optional<Obstacle> deliver(Sendings.Try one, Letter letter, Recipients.Found found) {
        for (Recipients.Recipient recipient : found.people()) {
            String login = recipient.login();
            if (sendings.claim(one, login)) {
                String mark = "mailing-" + one.mailing() + "-" + one.due() + "-" + login;
                Optional<Obstacle> obstacle = post.send(letter, recipient.address(), mark);
                if (obstacle.isEmpty()) {
                    sendings.sent(one, login);
                } else {
                    sendings.notSent(one, login, obstacle.get());
                    if (obstacle.get().forEverybody()) {
                        return obstacle;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
