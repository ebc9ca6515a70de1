package shutaf.member;

import java.util.Locale;

/**
 * What a till read to recognise a member.
 *
 * @param scheme kind of identifier
 * @param value as read, in any notation
 */
public record MemberRef(IdentifierScheme scheme, String value) {
    /**
     * A reference from texts of a message or file.
     *
     * @throws IllegalArgumentException when there is no such scheme, or the value is empty or too
     *     long
     */
    public static MemberRef of(String scheme, String value) {
        if (value == null
                || value.isBlank()
                || value.length() > 512
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the member's identifier must have 1 to 512 characters, no control characters");
        }
        if (scheme == null) {
            throw new IllegalArgumentException("the scheme of the member's identifier is missing");
        }
        try {
            return new MemberRef(
                    IdentifierScheme.valueOf(scheme.strip().toUpperCase(Locale.ROOT)),
                    value.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + scheme
                            + "' is no identifier scheme: use CARD, PHONE, EMAIL, NATIONAL_ID,"
                            + " QR or"
                            + " PARTNER_CUSTOMER",
                    e);
        }
    }

    /**
     * What makes two references the same in a fingerprint; QR tokens change each minute and do not
     * count.
     */
    public String identity() {
        return scheme == IdentifierScheme.QR ? "QR" : scheme + ":" + value;
    }
}
