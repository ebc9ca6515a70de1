package shutaf.crm;

import shutaf.shared.MemberId;
import shutaf.shared.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A member on one screen: who they are and where they stand now.
 *
 * @param id the account
 * @param name first and last name
 * @param language he or en
 * @param status ACTIVE, BLOCKED or ERASED
 * @param tier the tier's code
 * @param joined when they enrolled
 * @param joinedAt the partner that enrolled them
 * @param standing their points
 * @param lastYear purchases of the last 365 days
 * @param identifiers by what they are recognised, masked
 * @param consents the latest word on each purpose and channel
 * @param partners where they earned and spent, the most earned first
 */
public record MemberOverview(
        MemberId id,
        String name,
        String language,
        String status,
        String tier,
        Instant joined,
        BusinessCard joinedAt,
        Standing standing,
        Purchases lastYear,
        List<MaskedIdentifier> identifiers,
        List<Consent> consents,
        List<AtPartner> partners) {
    /** Copies the lists. */
    public MemberOverview {
        identifiers = List.copyOf(identifiers);
        consents = List.copyOf(consents);
        partners = List.copyOf(partners);
    }

    /**
     * Points of a member.
     *
     * @param active spendable
     * @param worth what the spendable points buy
     * @param pending not spendable yet
     * @param held set aside by a till
     * @param debt owed after returns
     * @param nextActivation the first day on which pending points become spendable
     * @param nextExpiry the first lots that will expire
     */
    public record Standing(
            long active,
            Money worth,
            long pending,
            long held,
            long debt,
            Optional<LocalDate> nextActivation,
            Optional<Expiry> nextExpiry) {}

    /**
     * Points that expire together.
     *
     * @param lastDay the last day on which they can be spent
     * @param points how many
     */
    public record Expiry(LocalDate lastDay, long points) {}

    /**
     * A sum of purchases.
     *
     * @param count receipts
     * @param total what was paid
     */
    public record Purchases(long count, Money total) {}

    /**
     * An identifier as it may be shown.
     *
     * @param scheme CARD, PHONE, EMAIL, NATIONAL_ID or PARTNER_CUSTOMER
     * @param masked enough to tell it from another one, too little to use it
     */
    public record MaskedIdentifier(String scheme, String masked) {}

    /**
     * A consent as it stands.
     *
     * @param purpose for example MARKETING
     * @param channel for example SMS
     * @param granted whether it is given now
     * @param since when that was said
     */
    public record Consent(String purpose, String channel, boolean granted, Instant since) {}

    /**
     * Dealings at one partner.
     *
     * @param partner where
     * @param purchases receipts that earned
     * @param earned points earned there, less what returns took back
     * @param spent points spent there, less what was given back
     * @param last the latest dealing
     */
    public record AtPartner(
            BusinessCard partner, long purchases, long earned, long spent, Instant last) {}
}
