package shutaf.reports.lifetimevalue;

import shutaf.reports.asked.MembersLinks;

import java.time.LocalDate;

/**
 * A lifetime value report ready to be written: the figures and what they are of.
 *
 * @param scopeHe whose customers, in Hebrew, for example a partner's name
 * @param scopeEn the same in English
 * @param from first day with a purchase
 * @param figures the figures
 * @param links where the members behind the figures are listed
 */
public record LifetimeReport(
        String scopeHe,
        String scopeEn,
        LocalDate from,
        LifetimeFigures figures,
        MembersLinks links) {

    /** The same for readers without a way to the lists of members. */
    public LifetimeReport unlinked() {
        return new LifetimeReport(scopeHe, scopeEn, from, figures, MembersLinks.none());
    }
}
