package shutaf.member;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.platform.HubSecret;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings what tills and people write into the one form under which a member is known: phones to
 * E.164, cards to digits, e-mail to lower case, national ids to a keyed hash.
 */
@ApplicationScoped
public class Identifiers {
    private static final Pattern DIRECTION_MARKS =
            Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern CARD_GAPS = Pattern.compile("[\\s-]");
    private static final Pattern CARD = Pattern.compile("\\d{6,24}");

    @Inject
    private HubSecret secret;

    /**
     * A normalised identifier.
     *
     * @param scheme kind
     * @param partner number of the partner for PARTNER_CUSTOMER, else 0
     * @param value normal form
     */
    public record Key(IdentifierScheme scheme, int partner, String value) {}

    /**
     * The normal form, or empty when the text cannot be an identifier of that scheme; QR has no
     * key.
     */
    public Optional<Key> key(MemberRef ref, PartnerId partner) {
        String plain = DIRECTION_MARKS.matcher(ref.value()).replaceAll("").strip();
        Optional<String> value = switch (ref.scheme()) {
            case CARD ->
                Optional.of(CARD_GAPS.matcher(plain).replaceAll(""))
                        .filter(c -> CARD.matcher(c).matches());
            case PHONE -> phone(plain);
            case EMAIL ->
                Optional.of(plain.toLowerCase(Locale.ROOT))
                        .filter(e -> e.matches("[^@\\s]{1,64}@[^@\\s]{1,189}"));
            case NATIONAL_ID -> nationalId(plain).map(this::hash);
            case PARTNER_CUSTOMER -> Optional.of(plain).filter(c -> c.length() <= 64);
            case QR -> Optional.empty();
        };
        int owner = ref.scheme() == IdentifierScheme.PARTNER_CUSTOMER ? partner.value() : 0;
        return value.map(v -> new Key(ref.scheme(), owner, v));
    }

    /** The member who shows this QR token, if it is ours and not yet stale. */
    public Optional<MemberId> ofQr(MemberRef ref, Instant now) {
        return ref.scheme() == IdentifierScheme.QR
                ? QrToken.read(ref.value(), secret, now)
                : Optional.empty();
    }

    /** A fresh QR token for the member's page; a till can use it for two minutes. */
    public String qrFor(MemberId member, Instant now) {
        return QrToken.make(member, secret, now);
    }

    /** Keyed hash under which an unknown identifier is kept, so that the clear value is not. */
    public String hash(String clear) {
        return secret.hash("identifier", clear.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * E.164 of a phone in any notation, Israel assumed; empty when it cannot be one. Israeli
     * mobiles count by their 05 prefix, since the number tables lack ranges that exist.
     */
    static Optional<String> phone(String text) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(text, "IL");
            return phones.isPossibleNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Nine digits with a right check digit; leading zeros that a spreadsheet lost are put back. */
    static Optional<String> nationalId(String text) {
        if (!text.matches("\\d{5,9}")) {
            return Optional.empty();
        }
        String padded = "0".repeat(9 - text.length()) + text;
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int digit = (padded.charAt(i) - '0') * (1 + i % 2);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10 == 0 && !padded.equals("000000000")
                ? Optional.of(padded)
                : Optional.empty();
    }
}
