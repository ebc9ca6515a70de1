package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a till read to recognise a member.
 *
 * @param scheme CARD, PHONE, EMAIL, NATIONAL_ID, QR or PARTNER_CUSTOMER
 * @param value as read, in any notation
 */
@Schema(name = "Identifier")
public record SentMember(
        @Schema(
                required = true,
                enumeration = {"CARD", "PHONE", "EMAIL", "NATIONAL_ID", "QR", "PARTNER_CUSTOMER"})
        String scheme,

        @Schema(required = true, maxLength = 512, examples = "2900000001239")
        String value) {}
