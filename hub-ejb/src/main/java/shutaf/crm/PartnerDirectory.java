package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.InPartnerScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds partners for pages: by the organisation of a signed-in person, by code, all of them. */
@ApplicationScoped
@Transactional
public class PartnerDirectory {
    private static final String SELECT = """
            select id, code, name_he, name_en, issuer, acceptor, funding = 'PREPAID',
                   status = 'ACTIVE'
            from partner
            """;

    @Inject
    private Sql sql;

    /**
     * An outlet as people see it.
     *
     * @param code as on receipts
     * @param nameHe Hebrew name
     * @param nameEn English name
     */
    public record Outlet(String code, String nameHe, String nameEn) {
        /** The name in that language. */
        public String name(Locale language) {
            return "he".equals(language.getLanguage()) ? nameHe : nameEn;
        }
    }

    /**
     * The partner whose staff's organisation that is: the only way a person's token becomes a
     * partner.
     */
    @InHubScope
    public Optional<BusinessCard> byOrganisation(String alias) {
        return sql.first(SELECT + " where organisation = ?", PartnerDirectory::read, alias);
    }

    /** The partner of that code. */
    @InHubScope
    public Optional<BusinessCard> byCode(String code) {
        return sql.first(SELECT + " where code = ?", PartnerDirectory::read, code);
    }

    /** All partners by code. */
    @InHubScope
    public List<BusinessCard> all() {
        return sql.all(SELECT + " order by code", PartnerDirectory::read);
    }

    /** The outlets of a partner by code. */
    @InPartnerScope
    public List<Outlet> outlets(PartnerId partner) {
        return sql.all(
                "select code, name_he, name_en from outlet where partner_id = ? order by code",
                r -> new Outlet(r.getString(1), r.getString(2), r.getString(3)),
                partner.value());
    }

    private static BusinessCard read(ResultSet r) throws SQLException {
        return new BusinessCard(
                new PartnerId(r.getInt(1)),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getBoolean(5),
                r.getBoolean(6),
                r.getBoolean(7),
                r.getBoolean(8));
    }
}
