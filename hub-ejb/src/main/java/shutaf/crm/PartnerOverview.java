package shutaf.crm;

import shutaf.partner.Agreements;
import shutaf.settlement.Position;

import java.time.YearMonth;
import java.util.List;

/**
 * A partner on one screen.
 *
 * @param card who it is
 * @param position where it stands now
 * @param weeks its last twelve weeks, the oldest first; the last one ends today
 * @param outlets number of its outlets
 * @param members members who have dealt with it
 * @param agreements its dated rates, the latest day first, proposals included
 * @param months months in which something was booked for it, the latest first
 */
public record PartnerOverview(
        BusinessCard card,
        Position position,
        List<Week> weeks,
        long outlets,
        long members,
        List<Agreements.Dated> agreements,
        List<YearMonth> months) {
    /** Copies the lists. */
    public PartnerOverview {
        weeks = List.copyOf(weeks);
        agreements = List.copyOf(agreements);
        months = List.copyOf(months);
    }

    /**
     * Seven days at the partner.
     *
     * @param purchases receipts that earned
     * @param earned points given, less what returns took back
     * @param spent points spent there, less what was given back
     */
    public record Week(long purchases, long earned, long spent) {}
}
