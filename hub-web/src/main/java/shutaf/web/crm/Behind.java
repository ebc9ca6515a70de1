package shutaf.web.crm;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.behind.Parameters;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Questions;
import shutaf.purchase.ReportFilter;
import shutaf.shared.PartnerId;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An address that asks for the members behind a figure, read once for page and file alike.
 *
 * @param question which figure; empty when something is wrong
 * @param filter to what its report was narrowed
 * @param partner the filter's partner, if it is one
 * @param wrong names of parameters that could not be read
 * @param address the parameters once more, for links to the same members
 */
public record Behind(
        Optional<Question> question,
        ReportFilter filter,
        Optional<BusinessCard> partner,
        List<String> wrong,
        String address) {
    private static final String A_TIER = "[A-Z][A-Z0-9_]{0,31}";

    /** Copies the list. */
    public Behind {
        wrong = List.copyOf(wrong);
    }

    static Behind of(Map<String, String> given, PartnerDirectory partners) {
        Parameters parameters = new Parameters(given);
        Optional<BusinessCard> partner = parameters.text("partner").flatMap(partners::byCode);
        if (partner.isEmpty() && parameters.text("partner").isPresent()) {
            parameters.refuse("partner");
        }
        ReportFilter filter = new ReportFilter(
                partner.map(BusinessCard::id).orElse(PartnerId.HUB),
                parameters.day("from"),
                parameters.day("to"),
                parameters.text("tier", A_TIER));
        if (filter.isEmpty()) {
            parameters.refuse("to");
        }
        Optional<Question> question = Questions.asked(parameters);
        return new Behind(
                question,
                filter,
                partner,
                List.copyOf(parameters.wrong()),
                parameters.used().entrySet().stream()
                        .map(p -> p.getKey() + "="
                                + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }
}
