package shutaf.partner;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Dated rates of partners, changed by four eyes: one person proposes, another approves; the
 * database refuses an approval by the proposer. Rates that are in force are never edited, a later
 * row takes over.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class Agreements {
    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    @Inject
    private AuditTrail trail;

    /** An agreement as people see it. */
    public record Dated(
            long id,
            PartnerId partner,
            Terms terms,
            String status,
            String proposedBy,
            Optional<String> decidedBy) {}

    /** What became of an approval. */
    public enum Decision {
        /** The rates count from their first day on. */
        APPROVED,
        /** There is no open proposal of that number. */
        NOT_OPEN,
        /** The proposer may not approve: a second person must. */
        SAME_PERSON,
        /** Approved rates of that day exist already: propose another day. */
        DAY_TAKEN
    }

    /**
     * Proposes rates; nothing changes until another person approves. Returns the proposal's number.
     */
    public long propose(PartnerId partner, Terms terms, String proposer) {
        long id = sql.first("select nextval('agreement_id')", r -> r.getLong(1)).orElseThrow();
        sql.run(
                """
                insert into partner_agreement (id, partner_id, valid_from, points_per_unit,
                    price_per_100_points,
                    refund_per_100_points, pending_days, expiry_months, excluded_categories,
                        clawback, debt_cap,
                    status, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?)""",
                id,
                partner.value(),
                terms.validFrom(),
                terms.pointsPerUnit(),
                terms.pricePer100Points(),
                terms.refundPer100Points(),
                terms.pendingDays(),
                terms.expiryMonths(),
                String.join(",", terms.excludedCategories()),
                terms.clawback().name(),
                terms.debtCap(),
                proposer,
                clock.now());
        trail.add(note(Deed.RATES_PROPOSED, partner, id, terms, proposer));
        return id;
    }

    /** Puts a proposal into force. */
    public Decision approve(long agreement, String approver) {
        Optional<Dated> open = sql.first(
                        SELECT + " where id = ? for update", Agreements::read, agreement)
                .filter(a -> "PROPOSED".equals(a.status()));
        if (open.isEmpty()) {
            return Decision.NOT_OPEN;
        }
        if (open.get().proposedBy().equalsIgnoreCase(approver)) {
            return Decision.SAME_PERSON;
        }
        int changed = sql.run("""
                update partner_agreement a set status = 'APPROVED', decided_by = ?, decided_at = ?
                where id = ? and not exists (select 1 from partner_agreement b where b.partner_id =
                    a.partner_id
                    and b.valid_from = a.valid_from and b.status = 'APPROVED')
                """, approver, clock.now(), agreement);
        if (changed != 1) {
            return Decision.DAY_TAKEN;
        }
        trail.add(note(
                Deed.RATES_APPROVED,
                open.get().partner(),
                agreement,
                open.get().terms(),
                approver));
        return Decision.APPROVED;
    }

    private static AuditTrail.Note note(
            Deed deed, PartnerId partner, long agreement, Terms terms, String actor) {
        return new AuditTrail.Note(
                actor,
                deed,
                Optional.of(partner),
                Optional.empty(),
                "agreement " + agreement,
                "from " + terms.validFrom() + ": " + terms.pointsPerUnit()
                        + " a unit, minor units per 100 points " + terms.pricePer100Points()
                        + " issued, " + terms.refundPer100Points() + " accepted");
    }

    /** All rates of a partner, the latest day first, proposals included. */
    public List<Dated> of(PartnerId partner) {
        return sql.all(
                SELECT + " where partner_id = ? order by valid_from desc, id desc",
                Agreements::read,
                partner.value());
    }

    /** Approved rates of a partner, the latest day first. */
    public List<Terms> approved(PartnerId partner) {
        return of(partner).stream()
                .filter(a -> "APPROVED".equals(a.status()))
                .map(Dated::terms)
                .toList();
    }

    private static final String SELECT = """
            select valid_from, points_per_unit, price_per_100_points, refund_per_100_points,
                pending_days,
                   expiry_months, excluded_categories, clawback, debt_cap, id, status, proposed_by,
                       decided_by, partner_id
            from partner_agreement
            """;

    private static Dated read(ResultSet r) throws SQLException {
        Terms terms = new Terms(
                r.getObject(1, LocalDate.class),
                r.getInt(2),
                r.getLong(3),
                r.getLong(4),
                r.getInt(5),
                r.getInt(6),
                Arrays.stream(r.getString(7).split(",", -1))
                        .filter(c -> !c.isBlank())
                        .collect(Collectors.toSet()),
                Terms.Clawback.valueOf(r.getString(8)),
                r.getLong(9));
        return new Dated(
                r.getLong(10),
                new PartnerId(r.getInt(14)),
                terms,
                r.getString(11),
                r.getString(12),
                Optional.ofNullable(r.getString(13)));
    }
}
