package shutaf.reports.lifetimevalue;

import shutaf.reports.asked.MembersLinks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A lifetime value report ready to be written: the figures and what they are of.
 *
 * @param scopeHe whose customers, in Hebrew, for example a partner's name
 * @param scopeEn the same in English
 * @param from first day with a purchase
 * @param figures the figures
 * @param links where the members behind the figures are listed
 * @param asOf up to when the replica had followed that it was read from; empty without one
 */
public record LifetimeReport(
        String scopeHe,
        String scopeEn,
        LocalDate from,
        LifetimeFigures figures,
        MembersLinks links,
        Optional<Instant> asOf) {

    /** One that was not read from a replica. */
    public LifetimeReport(
            String scopeHe,
            String scopeEn,
            LocalDate from,
            LifetimeFigures figures,
            MembersLinks links) {
        this(scopeHe, scopeEn, from, figures, links, Optional.empty());
    }

    /** The same for readers without a way to the lists of members. */
    public LifetimeReport unlinked() {
        return new LifetimeReport(scopeHe, scopeEn, from, figures, MembersLinks.none(), asOf);
    }
}
