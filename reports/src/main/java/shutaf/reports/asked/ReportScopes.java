package shutaf.reports.asked;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.partner.PartnerNames;
import shutaf.partner.Partners;
import shutaf.platform.HubSettings;
import shutaf.purchase.ReportFilter;
import shutaf.reports.document.ReportLanguage;
import shutaf.shared.PartnerId;

import java.util.Optional;

/** Names what a report is of, as it stands on its pages: whose purchases, and of which members. */
@ApplicationScoped
public class ReportScopes {
    @Inject
    private Partners partners;

    @Inject
    private HubSettings settings;

    /** The name in both languages; empty when there is no such partner. */
    public Optional<PartnerNames> names(ReportFilter filter) {
        Optional<PartnerNames> whose = filter.scope().equals(PartnerId.HUB)
                ? Optional.of(new PartnerNames(
                        "",
                        ReportLanguage.HEBREW.text("retention.coalition"),
                        ReportLanguage.ENGLISH.text("retention.coalition")))
                : partners.names(filter.scope());
        return whose.map(names -> new PartnerNames(
                names.code(),
                narrowed(ReportLanguage.HEBREW, names.hebrew(), filter),
                narrowed(ReportLanguage.ENGLISH, names.english(), filter)));
    }

    /**
     * Where the members behind the figures of such a report are listed.
     *
     * @param code of the report's partner, empty for the coalition
     */
    public MembersLinks links(ReportFilter filter, String code) {
        return new MembersLinks(Optional.of(settings.site()), code, filter);
    }

    private static String narrowed(ReportLanguage language, String whose, ReportFilter filter) {
        String ofTier = filter.tier()
                .map(tier -> language.text(
                        "retention.scope.tier", whose, language.figures().code(tier)))
                .orElse(whose);
        return filter.segment()
                .map(segment -> language.text(
                        "retention.scope.segment", ofTier, language.text("segment." + segment)))
                .orElse(ofTier);
    }
}
