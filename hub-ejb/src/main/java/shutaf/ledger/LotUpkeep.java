package shutaf.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.BusinessDay;
import shutaf.shared.Reason;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What time does to lots: pending ones become spendable, old ones expire. Works in chunks that can
 * be repeated.
 */
@ApplicationScoped
@Transactional
@InHubScope(posts = true)
public class LotUpkeep {
    @Inject
    private Sql sql;

    @Inject
    private Ledger ledger;

    @Inject
    private HubClock clock;

    /**
     * Makes pending points spendable whose day has come; returns the number of lots, 0 when none is
     * left.
     */
    public int activateDue(int most) {
        return each("activates_on <= ?", most, this::activation);
    }

    /** Takes points whose last day has passed; returns the number of lots, 0 when none is left. */
    public int expireDue(int most) {
        return each("expires_on < ? and activates_on is null", most, this::expiry);
    }

    private int each(String due, int most, BiFunction<OpenLot, LocalDate, JournalDraft> event) {
        LocalDate today = clock.today();
        List<OpenLot> seen = due(due, today, most);
        Books books = ledger.open(seen.stream().map(l -> l.key().member()).toList());
        // Read again under the members' locks: somebody may have spent from a lot meanwhile.
        long[] ids = seen.stream().mapToLong(OpenLot::id).toArray();
        List<OpenLot> lots = sql.all(
                OpenLots.SELECT + " where id = any (?) and open order by member_id, id",
                OpenLots::read,
                (Object) ids);
        lots.forEach(lot -> ledger.post(books, event.apply(lot, today)));
        ledger.write(books);
        return lots.size();
    }

    private List<OpenLot> due(String due, LocalDate today, int most) {
        return sql.all(
                OpenLots.SELECT + " where open and " + due + " order by member_id, id limit ?",
                OpenLots::read,
                today,
                most);
    }

    private JournalDraft activation(OpenLot lot, LocalDate today) {
        LotKey from = lot.key();
        LotKey to = LotKey.spendable(
                from.member(), from.issuer(), from.funding(), expiry(from, from.activatesOn()));
        return draft(JournalKind.ACTIVATION, lot, today)
                .because(List.of(Reason.of("pending", 1, lot.remaining(), "activated")))
                .qualifying(lot.remaining())
                .activate(new LotDebit(from, lot.remaining()), to);
    }

    /** The clock of expiry starts at activation, by the agreement of that day. */
    private LocalDate expiry(LotKey lot, LocalDate from) {
        int months =
                sql.first("""
                        select expiry_months from partner_agreement where partner_id = ? and status
                            = 'APPROVED'
                        order by valid_from <= ? desc, valid_from desc limit 1
                        """, r -> r.getInt(1), lot.issuer().value(), from).orElseThrow();
        return BusinessDay.lastDayAfterMonths(from, months);
    }

    private JournalDraft expiry(OpenLot lot, LocalDate today) {
        LotKey key = lot.key();
        return draft(JournalKind.EXPIRY, lot, today)
                .because(List.of(Reason.of(
                        "expiry",
                        1,
                        -lot.remaining(),
                        "expired",
                        key.expiresOn().toString())))
                .take(
                        List.of(new LotDebit(key, lot.remaining())),
                        Account.member(key.member()),
                        Account.expired(key.issuer()));
    }

    private JournalDraft draft(JournalKind kind, OpenLot lot, LocalDate today) {
        Instant now = clock.now();
        String key = "lot/" + lot.id() + "/" + now.toEpochMilli();
        return new JournalDraft(kind, lot.key().issuer(), key, today, now)
                .of(lot.key().member());
    }
}
