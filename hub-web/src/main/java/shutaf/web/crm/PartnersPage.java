package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.BusinessCard;
import shutaf.crm.Home;
import shutaf.crm.HomeFigures;
import shutaf.crm.PartnerDirectory;
import shutaf.shared.Money;
import shutaf.web.errors.Missing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operator's list of partners, and the way to one of them. */
@Named("partnersPage")
@RequestScoped
public class PartnersPage {
    @Inject
    private PartnerDirectory partners;

    @Inject
    private Home home;

    private String code = "";
    private BusinessCard card;
    private Map<String, HomeFigures.PartnerPeriod> recents;

    /** Finds the partner of the address; one that does not exist is a 404. */
    public void open() {
        Optional<BusinessCard> found = partners.byCode(code);
        found.ifPresentOrElse(p -> card = p, Missing::page);
    }

    /** All partners by code. */
    public List<BusinessCard> getAll() {
        return partners.all();
    }

    /** The last 28 days of a partner; nothing yet for one that joined after they were counted. */
    public HomeFigures.PartnerPeriod recent(BusinessCard partner) {
        if (recents == null) {
            recents = home.figures().partners().stream()
                    .collect(Collectors.toMap(r -> r.partner().code(), Function.identity()));
        }
        return recents.getOrDefault(
                partner.code(),
                new HomeFigures.PartnerPeriod(partner, 0, 0, 0, new Money(0, "ILS")));
    }

    /** The partner of the address; null only while nothing was found. */
    public BusinessCard getCard() {
        return card;
    }

    /** The code in the address. */
    public String getCode() {
        return code;
    }

    /** Called by Faces. */
    public void setCode(String asked) {
        code = asked == null ? "" : asked;
    }
}
