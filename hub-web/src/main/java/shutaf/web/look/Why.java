package shutaf.web.look;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.shared.Reason;
import shutaf.shared.ReasonText;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says why, in the reader's language: codes of partners become their names, days and currencies are
 * written as people write them.
 */
@Named("why")
@RequestScoped
public class Why {
    @Inject
    private Preferences chosen;

    @Inject
    private PartnerDirectory partners;

    private Map<String, BusinessCard> names;

    /** The sentence, for example "1 point per full ₪ on 45.90". */
    public String text(Reason reason) {
        Locale language = chosen.getLocale();
        Reason readable = new Reason(
                reason.rule(),
                reason.version(),
                reason.points(),
                reason.line(),
                reason.key(),
                reason.args().stream().map(a -> readable(a, language)).toList());
        return ReasonText.of(readable, language);
    }

    private String readable(String argument, Locale language) {
        if ("ILS".equals(argument)) {
            return Words.in(language, "shekel");
        }
        if (argument.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return Figures.written(LocalDate.parse(argument));
        }
        return Optional.ofNullable(names().get(argument))
                .map(p -> p.name(language))
                .orElse(argument);
    }

    private Map<String, BusinessCard> names() {
        if (names == null) {
            names = partners.all().stream().collect(Collectors.toMap(BusinessCard::code, p -> p));
        }
        return names;
    }
}
