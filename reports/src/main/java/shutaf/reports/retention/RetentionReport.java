package shutaf.reports.retention;

import shutaf.partner.PartnerNames;
import shutaf.reports.asked.MembersLinks;
import shutaf.reports.document.ReportLanguage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A retention report ready to be written: the figures and what they are of.
 *
 * @param scopeHe whose purchases, in Hebrew, for example a partner's name
 * @param scopeEn the same in English
 * @param sourceHe where the purchases come from, one phrase in Hebrew
 * @param sourceEn the same in English
 * @param readOn the day that the figures were read
 * @param figures the cohorts and repeat rates
 * @param members who took part, came back, fell silent and redeemed
 * @param partners names of the partners that the figures name by code
 * @param links where the members behind the figures are listed
 * @param asOf up to when the replica had followed that it was read from; empty without one
 */
public record RetentionReport(
        String scopeHe,
        String scopeEn,
        String sourceHe,
        String sourceEn,
        LocalDate readOn,
        RetentionFigures figures,
        MemberFigures members,
        List<PartnerNames> partners,
        MembersLinks links,
        Optional<Instant> asOf) {

    /** Keeps its own list. */
    public RetentionReport {
        partners = List.copyOf(partners);
    }

    /** One that was not read from a replica. */
    public RetentionReport(
            String scopeHe,
            String scopeEn,
            String sourceHe,
            String sourceEn,
            LocalDate readOn,
            RetentionFigures figures,
            MemberFigures members,
            List<PartnerNames> partners,
            MembersLinks links) {
        this(
                scopeHe,
                scopeEn,
                sourceHe,
                sourceEn,
                readOn,
                figures,
                members,
                partners,
                links,
                Optional.empty());
    }

    /** The same for readers without a way to the lists of members. */
    public RetentionReport unlinked() {
        return new RetentionReport(
                scopeHe,
                scopeEn,
                sourceHe,
                sourceEn,
                readOn,
                figures,
                members,
                partners,
                MembersLinks.none(),
                asOf);
    }

    /** A group's name as people read it: a partner's or a segment's, otherwise the group itself. */
    public String groupName(
            MemberFigures.Grouping grouping, String group, ReportLanguage language) {
        if (grouping == MemberFigures.Grouping.SEGMENT) {
            return language.text("segment." + group);
        }
        return partners.stream()
                .filter(p ->
                        grouping == MemberFigures.Grouping.PARTNER && p.code().equals(group))
                .map(p -> language.either(p.hebrew(), p.english()))
                .findFirst()
                .orElse(group);
    }
}
