package shutaf.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.audit.AuditTrail;
import shutaf.audit.Deed;
import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The orders: which report goes to whom, how often; whoever orders or cancels is kept. */
@ApplicationScoped
@Transactional
@InHubScope
public class Mailings {
    static final String ORDER = "m.report, m.partner_id, m.role, m.language, m.form, m.rhythm";

    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    @Inject
    private AuditTrail trail;

    /**
     * Takes an order; the first sending is on the next due day whose 06:00 has not come yet.
     *
     * @param who login name of who orders
     * @return the order's number
     * @throws IllegalArgumentException when the role may not read these figures
     */
    public long order(MailingOrder order, String who) {
        if (!order.permitted()) {
            throw new IllegalArgumentException("not for that role: " + order);
        }
        long id = sql.first(
                        """
                        insert into mailing (report, partner_id, role, language, form, rhythm,
                            ordered_by, ordered_at, next_due)
                        values (?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?) returning id""",
                        r -> r.getLong(1),
                        order.report(),
                        order.scope().value(),
                        order.role().name(),
                        order.language(),
                        order.form().name(),
                        order.rhythm().name(),
                        who,
                        clock.now(),
                        order.rhythm().after(Rhythm.reached(clock.now())))
                .orElseThrow();
        trail.add(note(Deed.MAILING_ORDERED, id, order, who));
        return id;
    }

    /**
     * Ends an order; a sending that is still being tried ends with it.
     *
     * @return whether there was such an order
     */
    public boolean cancel(long id, String who) {
        Optional<MailingOrder> cancelled = sql.first(
                "update mailing m set cancelled_by = ?, cancelled_at = ? where id = ?"
                        + " and cancelled_at is null returning " + ORDER,
                r -> order(r, 1),
                who,
                clock.now(),
                id);
        cancelled.ifPresent(order -> trail.add(note(Deed.MAILING_CANCELLED, id, order, who)));
        return cancelled.isPresent();
    }

    private static AuditTrail.Note note(Deed deed, long id, MailingOrder order, String who) {
        return new AuditTrail.Note(
                who,
                deed,
                Optional.of(order.scope()).filter(p -> !p.equals(PartnerId.HUB)),
                Optional.empty(),
                "mailing " + id,
                order.report() + " to " + order.role().realmRole() + ", " + order.language() + ", "
                        + order.form().ending() + ", " + order.rhythm());
    }

    /** All orders that are not cancelled, the next one due first. */
    public List<Mailing> all() {
        return sql.all("select " + ORDER + """
                , m.id, m.ordered_by, m.next_due,
                    s.due, s.tries, s.next_try, s.left_out, s.obstacle, s.ended_at is not null,
                    (select count(sent_at) from mailing_letter l
                        where l.mailing_id = s.mailing_id and l.due = s.due),
                    (select count(*) - count(sent_at) from mailing_letter l
                        where l.mailing_id = s.mailing_id and l.due = s.due)
                from mailing m left join lateral
                    (select * from mailing_sending where mailing_id = m.id
                        order by due desc limit 1) s on true
                where m.cancelled_at is null order by m.next_due, m.id""", Mailings::read);
    }

    private static Mailing read(ResultSet r) throws SQLException {
        return new Mailing(
                r.getLong(7),
                order(r, 1),
                r.getString(8),
                r.getObject(9, LocalDate.class),
                r.getObject(10) == null ? Optional.empty() : Optional.of(last(r)));
    }

    private static Mailing.Last last(ResultSet r) throws SQLException {
        return new Mailing.Last(
                r.getObject(10, LocalDate.class),
                r.getInt(16),
                r.getInt(17),
                r.getInt(13),
                r.getInt(11),
                r.getObject(12, OffsetDateTime.class).toInstant(),
                r.getBoolean(15),
                Optional.ofNullable(r.getString(14)).map(Obstacle::valueOf));
    }

    /** The order in the columns {@link #ORDER}, the first of them at that place. */
    static MailingOrder order(ResultSet r, int at) throws SQLException {
        return new MailingOrder(
                r.getString(at),
                new PartnerId(r.getInt(at + 1)),
                ReceivingRole.valueOf(r.getString(at + 2)),
                r.getString(at + 3),
                PaperForm.valueOf(r.getString(at + 4)),
                Rhythm.valueOf(r.getString(at + 5)));
    }
}
