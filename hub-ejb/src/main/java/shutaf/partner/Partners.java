package shutaf.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import shutaf.audit.AuditTrail;
import shutaf.audit.Deed;
import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds partners by what their systems and people carry, and takes in new ones. */
@ApplicationScoped
@Transactional
@InHubScope
public class Partners {
    @PersistenceContext(unitName = "hub")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    @Inject
    private AuditTrail trail;

    /** The partner with that number. */
    public Optional<Partner> find(PartnerId partner) {
        return Optional.ofNullable(entities.find(Partner.class, partner.value()));
    }

    /** What the partner with that number is called. */
    public Optional<PartnerNames> names(PartnerId partner) {
        return find(partner)
                .map(p -> new PartnerNames(
                        p.code(), p.name(Locale.of("he")), p.name(Locale.ENGLISH)));
    }

    /** The number of the partner whose machine client that is, for doors that see no rows. */
    public Optional<PartnerId> idOfClient(String clientId) {
        return byClient(clientId).map(Partner::id);
    }

    /** The number of the partner of that code, for doors that see no rows. */
    public Optional<PartnerId> idOfCode(String code) {
        return byCode(code).map(Partner::id);
    }

    /** The partner whose machine client that is: the only way a token becomes a partner. */
    public Optional<Partner> byClient(String clientId) {
        return by("clientId", clientId);
    }

    /** The partner whose staff's organisation that is. */
    public Optional<Partner> byOrganisation(String alias) {
        return by("organisation", alias);
    }

    /** The partner of that code, as in file headers and drop folders. */
    public Optional<Partner> byCode(String code) {
        return by("code", code);
    }

    /** All partners by code. */
    public List<Partner> all() {
        return entities.createQuery("select p from Partner p order by p.code", Partner.class)
                .getResultList();
    }

    /**
     * Takes a partner in. A partner of that code that is already there stays as it is, so that it
     * can be asked twice.
     */
    public Partner join(NewPartner asked) {
        return byCode(asked.code()).orElseGet(() -> {
            int id = sql.first("select nextval('partner_id')", r -> r.getInt(1)).orElseThrow();
            Partner partner = new Partner(id, asked, clock.now());
            entities.persist(partner);
            entities.flush();
            return partner;
        });
    }

    /** Adds an outlet, or renames the one of that code. */
    public void outlet(PartnerId partner, String code, String nameHe, String nameEn) {
        sql.run("""
                insert into outlet (partner_id, code, name_he, name_en) values (?, ?, ?, ?)
                on conflict (partner_id, code) do update set name_he = excluded.name_he, name_en
                    = excluded.name_en""", partner.value(), code, nameHe, nameEn);
    }

    /** The same by one of the operator's people; who it was is kept. */
    public void nameOutlet(PartnerId partner, PartnerNames outlet, String actor) {
        outlet(partner, outlet.code(), outlet.hebrew(), outlet.english());
        trail.add(new AuditTrail.Note(
                actor,
                Deed.OUTLET_NAMED,
                Optional.of(partner),
                Optional.empty(),
                "outlet " + outlet.code(),
                outlet.hebrew() + " / " + outlet.english()));
    }

    /** Adds many outlets at once; those already there stay as they are. */
    public void outlets(PartnerId partner, List<String> codes) {
        sql.run("""
                insert into outlet (partner_id, code, name_he, name_en)
                select ?, c, c, c from unnest(?) c on conflict (partner_id, code) do nothing
                """, partner.value(), codes.toArray(String[]::new));
    }

    /**
     * Books a points pack that a prepaid partner bought; what it costs is on its next statement.
     */
    public void buysPack(
            PartnerId partner, long points, long priceMinor, LocalDate on, String actor) {
        Instant now = clock.now();
        sql.run("""
                insert into points_pack (id, partner_id, points, price, bought_on, recorded_at,
                    actor)
                values (nextval('pack_id'), ?, ?, ?, ?, ?, ?)
                """, partner.value(), points, priceMinor, on, now, actor);
    }

    private Optional<Partner> by(String attribute, String value) {
        return entities.createQuery(
                        "select p from Partner p where p." + attribute + " = :value", Partner.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }
}
