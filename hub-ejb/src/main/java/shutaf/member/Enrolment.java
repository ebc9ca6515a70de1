package shutaf.member;

import java.util.List;

/**
 * A person who joins.
 *
 * @param identifiers by what they will be recognised, at least one
 * @param firstName first name
 * @param lastName last name
 * @param language he or en
 * @param consents what they agreed to, with the wording they saw
 */
public record Enrolment(
        List<MemberRef> identifiers,
        String firstName,
        String lastName,
        String language,
        List<ConsentGiven> consents) {
    /**
     * A consent as it was given or refused.
     *
     * @param purpose for example MARKETING
     * @param channel for example SMS
     * @param granted whether it was given
     * @param wording version of the text that was shown
     */
    public record ConsentGiven(String purpose, String channel, boolean granted, String wording) {}
}
