package shutaf.crm;

import shutaf.shared.Money;

import java.util.List;

/**
 * The coalition at a glance.
 *
 * @param weeks figures a week, the oldest first; the last one ends today
 * @param months figures of 28 days each, the oldest first; the last one ends today
 * @param outstanding points that members hold now, pending ones included
 * @param members accounts that are not erased
 * @param partners the last 28 days at each partner
 * @param todo what waits for somebody
 */
public record HomeFigures(
        List<Period> weeks,
        List<Period> months,
        long outstanding,
        long members,
        List<PartnerPeriod> partners,
        Todo todo) {
    /** Copies the lists. */
    public HomeFigures {
        weeks = List.copyOf(weeks);
        months = List.copyOf(months);
        partners = List.copyOf(partners);
    }

    /**
     * Some days of the whole coalition.
     *
     * @param activeMembers members with a purchase
     * @param purchases receipts that earned
     * @param earned points given, less what returns took back
     * @param spent points spent, less what was given back
     */
    public record Period(long activeMembers, long purchases, long earned, long spent) {}

    /**
     * The last 28 days at one partner.
     *
     * @param partner where
     * @param purchases receipts that earned
     * @param earned points given
     * @param spent points spent there
     * @param net what the programme owes it for these days; negative when the partner owes
     */
    public record PartnerPeriod(
            BusinessCard partner, long purchases, long earned, long spent, Money net) {}

    /**
     * What waits for somebody.
     *
     * @param proposals agreements that need a second person
     * @param lowPacks prepaid partners with less than a tenth of their packs left
     * @param expiring points that expire within thirty days
     * @param expiringMembers how many members hold those
     * @param unclaimed receipts of the last thirty days whose member nobody knows
     * @param rejectedFiles purchase files of the last thirty days that were rejected as a whole
     * @param losing valuable members who are about to be lost, to a partner or altogether
     */
    public record Todo(
            long proposals,
            List<LowPack> lowPacks,
            long expiring,
            long expiringMembers,
            long unclaimed,
            long rejectedFiles,
            long losing) {
        /** Copies the list. */
        public Todo {
            lowPacks = List.copyOf(lowPacks);
        }
    }

    /**
     * A pack that runs dry.
     *
     * @param partner whose
     * @param perMille what is left of all that was bought, in tenths of a percent
     */
    public record LowPack(BusinessCard partner, long perMille) {}
}
