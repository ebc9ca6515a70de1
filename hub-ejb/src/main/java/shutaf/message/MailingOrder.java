package shutaf.message;

import shutaf.shared.PartnerId;

/**
 * What was ordered.
 *
 * @param report code of the report, such as {@code retention}
 * @param scope whose figures: a partner, or {@link PartnerId#HUB} for the whole coalition
 * @param role whose people receive it
 * @param language {@code he} or {@code en}
 * @param form what it is attached as
 * @param rhythm how often it is sent
 */
public record MailingOrder(
        String report,
        PartnerId scope,
        ReceivingRole role,
        String language,
        PaperForm form,
        Rhythm rhythm) {

    /** Whether the role may read these figures: a partner's manager only those of that partner. */
    public boolean permitted() {
        return role != ReceivingRole.PARTNER_MANAGER || !scope.equals(PartnerId.HUB);
    }
}
