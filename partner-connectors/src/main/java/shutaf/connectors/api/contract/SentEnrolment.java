package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * A person who joins.
 *
 * @param identifiers by what they will be recognised, 1 to 10; no QR
 * @param name first and last name
 * @param language he or en; he when absent
 * @param consents what they agreed to
 */
@Schema(name = "Enrolment")
public record SentEnrolment(
        @Schema(required = true, minItems = 1, maxItems = 10)
        List<SentMember> identifiers,

        @Schema(required = true) Name name,
        @Schema(enumeration = {"he", "en"}) String language,
        List<Consent> consents) {
    /**
     * A name.
     *
     * @param first first name
     * @param last last name
     */
    @Schema(name = "Name")
    public record Name(
            @Schema(required = true, maxLength = 100) String first,
            @Schema(required = true, maxLength = 100) String last) {}

    /**
     * A consent as it was given or refused.
     *
     * @param purpose for example MARKETING
     * @param channel for example SMS
     * @param granted whether it was given
     * @param wording version of the text that was shown
     */
    @Schema(name = "Consent")
    public record Consent(
            @Schema(required = true, maxLength = 64) String purpose,
            @Schema(required = true, maxLength = 64) String channel,
            @Schema(required = true) Boolean granted,
            @Schema(required = true, maxLength = 64) String wording) {}
}
