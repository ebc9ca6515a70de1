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

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What share of its sales each partner keeps as margin, by the operator's estimate, from a day on.
 * Nothing is billed by it; customer value is worked out with it.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class PartnerMargins {
    /** 100 percent in basis points: what a partner counts at whose margin nobody has named. */
    public static final int ALL = 10_000;

    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    @Inject
    private AuditTrail trail;

    /**
     * Names a partner's margin from that day on; the same day again takes the place of what was
     * named before.
     *
     * @param basisPoints 0 to 10,000; 2,500 is 25 percent of sales, VAT included
     */
    public void name(PartnerId partner, LocalDate from, int basisPoints, String actor) {
        sql.run("""
                insert into partner_margin (partner_id, valid_from, recorded_at, basis_points,
                  actor)
                values (?, ?, ?, ?, ?)""", partner.value(), from, clock.now(), basisPoints, actor);
        trail.add(new AuditTrail.Note(
                actor,
                Deed.MARGIN_NAMED,
                Optional.of(partner),
                Optional.empty(),
                "margin from " + from,
                basisPoints + " basis points"));
    }

    /** The margins in force on a day, in basis points; partners without one are not in it. */
    public Map<PartnerId, Integer> on(LocalDate day) {
        Map<PartnerId, Integer> margins = new HashMap<>();
        sql.stream(
                """
                select distinct on (partner_id) partner_id, basis_points from partner_margin
                where valid_from <= ? order by partner_id, valid_from desc, recorded_at desc""",
                r -> Map.entry(new PartnerId(r.getInt(1)), r.getInt(2)),
                margin -> margins.put(margin.getKey(), margin.getValue()),
                day);
        return margins;
    }
}
