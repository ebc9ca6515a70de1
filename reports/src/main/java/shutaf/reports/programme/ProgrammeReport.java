package shutaf.reports.programme;

import shutaf.partner.PartnerNames;
import shutaf.reports.asked.MembersLinks;
import shutaf.reports.document.ReportLanguage;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A programme economics report ready to be written: the figures and what the partners are called.
 *
 * @param figures the figures
 * @param scope what it is of, as its pages say: whose, and of which members
 * @param partners what each partner is called, the hub's own number for the coalition
 * @param links where the members behind the figures are listed
 */
public record ProgrammeReport(
        ProgrammeFigures figures,
        PartnerNames scope,
        Map<PartnerId, PartnerNames> partners,
        MembersLinks links) {

    /** Keeps its own map. */
    public ProgrammeReport {
        partners = Map.copyOf(partners);
    }

    /** The same for readers without a way to the lists of members. */
    public ProgrammeReport unlinked() {
        return new ProgrammeReport(figures, scope, partners, MembersLinks.none());
    }

    /** What a partner is called; its number where nobody knows. */
    public PartnerNames names(PartnerId partner) {
        String number = Integer.toString(partner.value());
        return partners.getOrDefault(partner, new PartnerNames(number, number, number));
    }

    /** Whose report it is, in that language. */
    public String scope(ReportLanguage language) {
        return language.either(scope.hebrew(), scope.english());
    }

    /** The address of the members behind a cell, without the site; empty where there is none. */
    public String address(Cell cell) {
        return cell.behind().map(links::to).orElse("");
    }

    /** The same with the site in front, for files. */
    public String site(Cell cell) {
        return links.whole(address(cell));
    }

    /** All parts in the order in which they are read. */
    public List<Section> sections(ReportLanguage language) {
        List<Section> sections = new ArrayList<>();
        sections.addAll(new SalesSections(this, language).all());
        sections.addAll(new PointsSections(this, language).all());
        sections.addAll(new BreakageSections(this, language).all());
        sections.addAll(new PartnerSections(this, language).all());
        sections.addAll(new ValueSections(this, language).all());
        sections.addAll(new AffinitySections(this, language).all());
        return sections;
    }
}
