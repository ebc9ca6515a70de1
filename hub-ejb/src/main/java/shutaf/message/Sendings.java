package shutaf.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * What is due, and who has it already. Each step is a short transaction of its own; nothing is held
 * while the mail server is talked to. Life of a sending: {@link #openDue} makes it, {@link #begin}
 * takes it for one try, {@link #address} names its recipients, {@link #claim} and {@link #sent} or
 * {@link #notSent} go around each letter, {@link #conclude} ends the try or the sending.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class Sendings {
    /**
     * How often a sending is tried: at once, then after pauses of 5, 15, 45, 135 and 405 minutes,
     * so that a night's failure of a mail server is outlasted.
     */
    public static final int MOST_TRIES = 6;

    private static final int FIRST_PAUSE_MINUTES = 5;

    /**
     * How long a claim counts whose server says nothing more; longer than the slowest dialogue with
     * a mail server takes to fail.
     */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    /**
     * One try of a sending.
     *
     * @param mailing number of the order
     * @param due the day on which it was due
     * @param tries which try this is, from 1
     * @param order what was ordered
     */
    public record Try(long mailing, LocalDate due, int tries, MailingOrder order) {}

    private record Due(long id, Rhythm rhythm) {}

    /**
     * Opens a sending for each order whose day has come. Days that were missed, because the hub was
     * down or had no mail server, are made up by the latest of them alone.
     */
    public void openDue() {
        LocalDate reached = Rhythm.reached(clock.now());
        for (Due due : sql.all(
                "select id, rhythm from mailing where cancelled_at is null and next_due <= ?"
                        + " order by id for update skip locked",
                r -> new Due(r.getLong(1), Rhythm.valueOf(r.getString(2))),
                reached)) {
            sql.run(
                    "insert into mailing_sending (mailing_id, due, next_try) values (?, ?, ?)"
                            + " on conflict do nothing",
                    due.id(),
                    due.rhythm().lastUpTo(reached),
                    clock.now());
            sql.run(
                    "update mailing set next_due = ? where id = ?",
                    due.rhythm().after(reached),
                    due.id());
        }
        // Whoever was at the last try went down with it.
        sql.run(
                "update mailing_sending set ended_at = ? where ended_at is null and tries >= ?"
                        + " and next_try <= ?",
                clock.now(),
                MOST_TRIES,
                clock.now());
    }

    /**
     * Takes the next sending whose time has come; until its pause is over nobody else takes it, and
     * should this server go down, it is tried again then.
     */
    public Optional<Try> begin() {
        return sql.first(
                """
                update mailing_sending s set tries = s.tries + 1,
                    next_try = ? + make_interval(mins => ? * (3 ^ s.tries)::int)
                from mailing m where m.id = s.mailing_id and (s.mailing_id, s.due) =
                    (select o.mailing_id, o.due
                     from mailing_sending o join mailing q on q.id = o.mailing_id
                     where o.ended_at is null and o.tries < ? and o.next_try <= ?
                         and q.cancelled_at is null
                     order by o.next_try, o.mailing_id limit 1 for update of o skip locked)
                returning s.mailing_id, s.due, s.tries,\s""" + Mailings.ORDER,
                r -> new Try(
                        r.getLong(1),
                        r.getObject(2, LocalDate.class),
                        r.getInt(3),
                        Mailings.order(r, 4)),
                clock.now(),
                FIRST_PAUSE_MINUTES,
                MOST_TRIES,
                clock.now());
    }

    /**
     * Names who has the role now. Whoever lost it since the last try, and has nothing yet, gets
     * nothing.
     *
     * @param logins login names
     * @param leftOut how many more have the role but cannot be written to
     */
    public void address(Try one, Collection<String> logins, int leftOut) {
        String[] names = logins.toArray(String[]::new);
        sql.run(
                "delete from mailing_letter where mailing_id = ? and due = ? and sent_at is null"
                        + " and recipient <> all (?)",
                one.mailing(),
                one.due(),
                names);
        sql.run(
                "insert into mailing_letter (mailing_id, due, recipient)"
                        + " select ?, ?, unnest(?) on conflict do nothing",
                one.mailing(),
                one.due(),
                names);
        sql.run(
                "update mailing_sending set left_out = ? where mailing_id = ? and due = ?",
                leftOut,
                one.mailing(),
                one.due());
    }

    /**
     * Takes one letter to be sent now.
     *
     * @return false when it is sent already, or another server is at it
     */
    public boolean claim(Try one, String login) {
        return sql.run(
                        "update mailing_letter set claimed_at = ? where mailing_id = ? and due = ?"
                                + " and recipient = ? and sent_at is null"
                                + " and (claimed_at is null or claimed_at <= ?)",
                        clock.now(),
                        one.mailing(),
                        one.due(),
                        login,
                        clock.now().minus(CLAIM))
                == 1;
    }

    /** The mail server took a claimed letter. */
    public void sent(Try one, String login) {
        sql.run(
                "update mailing_letter set sent_at = ?, obstacle = null"
                        + " where mailing_id = ? and due = ? and recipient = ? and sent_at is null",
                clock.now(),
                one.mailing(),
                one.due(),
                login);
    }

    /** The mail server did not take a claimed letter. */
    public void notSent(Try one, String login, Obstacle why) {
        sql.run(
                "update mailing_letter set claimed_at = null, obstacle = ?"
                        + " where mailing_id = ? and due = ? and recipient = ? and sent_at is null",
                why.name(),
                one.mailing(),
                one.due(),
                login);
    }

    /**
     * Ends a try: the sending is over when everybody has it, when trying again cannot help, or when
     * it was tried often enough.
     *
     * @param obstacle what kept the whole try from going on
     */
    public void conclude(Try one, Optional<Obstacle> obstacle) {
        sql.run(
                """
                update mailing_sending s set obstacle = coalesce(nullif(?, ''), l.obstacle),
                    ended_at = case when ? or s.tries >= ? or (? = '' and l.waiting = 0)
                        then ?::timestamptz end
                from (select max(obstacle) filter (where sent_at is null) as obstacle,
                        count(*) - count(sent_at) as waiting
                    from mailing_letter where mailing_id = ? and due = ?) l
                where s.mailing_id = ? and s.due = ? and s.ended_at is null""",
                obstacle.map(Enum::name).orElse(""),
                obstacle.filter(Obstacle::last).isPresent(),
                MOST_TRIES,
                obstacle.map(Enum::name).orElse(""),
                clock.now(),
                one.mailing(),
                one.due(),
                one.mailing(),
                one.due());
    }
}
