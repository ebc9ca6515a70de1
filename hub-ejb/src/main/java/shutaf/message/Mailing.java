package shutaf.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A report that is sent regularly until somebody cancels it.
 *
 * @param id its number
 * @param order what was ordered
 * @param orderedBy login name
 * @param nextDue the next day on which it is sent
 * @param last what became of the last sending that began; empty before the first
 */
public record Mailing(
        long id, MailingOrder order, String orderedBy, LocalDate nextDue, Optional<Last> last) {

    /**
     * What became of a sending.
     *
     * @param due the day on which it was due
     * @param sent people who have it
     * @param unsent people who have it not
     * @param leftOut people who have the role but are disabled or have no address
     * @param tries how often it was tried
     * @param nextTry when it is tried again; only while it is not over
     * @param over whether it is tried no more
     * @param obstacle why it did not reach everybody
     */
    public record Last(
            LocalDate due,
            int sent,
            int unsent,
            int leftOut,
            int tries,
            Instant nextTry,
            boolean over,
            Optional<Obstacle> obstacle) {}
}
