package shutaf.reports.asked;

import shutaf.crm.behind.Question;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where the members behind a report's figures are listed: a question becomes the address of its
 * list, narrowed as the report is. The address has no site in front, so that a page keeps the one
 * it was opened at; a file is read elsewhere and puts {@link #site} before it.
 *
 * @param site address of the pages without a slash at its end; empty where there are no pages, as
 *     for a report of a file, and then every address is empty
 * @param partner code of the partner whose dealings count, empty for the coalition
 * @param filter to what the report is narrowed
 */
public record MembersLinks(Optional<String> site, String partner, ReportFilter filter) {
    private static final String LIST = "/crm/behind?";

    /** For a report whose members are nowhere listed. */
    public static MembersLinks none() {
        return new MembersLinks(Optional.empty(), "", ReportFilter.of(PartnerId.HUB));
    }

    /** The same of these days. */
    public MembersLinks within(LocalDate from, LocalDate to) {
        return new MembersLinks(
                site,
                partner,
                new ReportFilter(
                        filter.scope(),
                        Optional.of(from),
                        Optional.of(to),
                        filter.tier(),
                        filter.segment()));
    }

    /** The address of the list of these members, without the site; empty where there is none. */
    public String to(Question question) {
        if (site.isEmpty()) {
            return "";
        }
        StringBuilder address = new StringBuilder(LIST).append(question.address());
        if (!partner.isEmpty()) {
            address.append("&partner=").append(partner);
        }
        if (!question.ofScores()) {
            filter.from().ifPresent(day -> address.append("&from=").append(day));
            filter.to().ifPresent(day -> address.append("&to=").append(day));
        }
        filter.tier().ifPresent(tier -> address.append("&tier=").append(tier));
        if (!question.parameters().containsKey("segment")) {
            filter.segment()
                    .map(Segment::name)
                    .ifPresent(kind -> address.append("&segment=").append(kind));
        }
        return address.toString();
    }

    /** The same with the site in front, for files; empty stays empty. */
    public String whole(String address) {
        return address.isEmpty() ? "" : site.orElse("") + address;
    }
}
