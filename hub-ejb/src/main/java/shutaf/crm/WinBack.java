package shutaf.crm;

import shutaf.shared.Money;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What to do about a member who is about to be lost: the first that fits. Plain rules, so that
 * whoever follows them knows why.
 */
public enum WinBack {
    /** Points expire soon: remind of them. */
    REMIND,
    /** A balance worth having: offer to spend it where they buy most. */
    OFFER,
    /** Nothing to offer: call, and ask what is missing. */
    CALL;

    /** Points that expire within so many days are worth a reminder. */
    public static final int SOON_DAYS = 30;

    /** From this worth on, minor units, expiring points are worth a reminder. */
    public static final long WORTH_A_REMINDER = 200;

    /** From this worth on, minor units, a balance is worth an offer. */
    public static final long WORTH_AN_OFFER = 2_000;

    /**
     * What is known of the member.
     *
     * @param expiring points that expire within {@value #SOON_DAYS} days
     * @param expiringWorth what they buy
     * @param expiringOn the first day after which some of them are gone
     * @param balanceWorth what all spendable points buy
     * @param favourite where they bought most often in a year, among those who take points
     */
    public record Signs(
            long expiring,
            Money expiringWorth,
            Optional<LocalDate> expiringOn,
            Money balanceWorth,
            Optional<BusinessCard> favourite) {}

    /** What to do. */
    public static WinBack suggest(Signs signs) {
        if (signs.expiringOn.isPresent() && signs.expiringWorth.minor() >= WORTH_A_REMINDER) {
            return REMIND;
        }
        return signs.favourite.isPresent() && signs.balanceWorth.minor() >= WORTH_AN_OFFER
                ? OFFER
                : CALL;
    }
}
