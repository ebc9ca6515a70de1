package shutaf.demo;

/**
 * One household as a member; an invented person, with contact data that nobody has.
 *
 * @param number 1 for the household with the smallest number, and so on without gaps
 * @param household the household's number in the supermarket's source
 * @param card 13 digits, from 29, with a valid check digit
 * @param phone as written on a form: 05x-1xx-xxxx, a range not assigned to anybody
 * @param email at example.com
 * @param first first name, in the member's language
 * @param last family name, in the member's language
 * @param language "he" or "en"
 * @param city in the member's language
 * @param smsConsent whether advertisements by SMS were agreed to
 * @param emailConsent whether advertisements by e-mail were agreed to
 */
public record DemoMember(
        int number,
        int household,
        String card,
        String phone,
        String email,
        String first,
        String last,
        String language,
        String city,
        boolean smsConsent,
        boolean emailConsent) {
    /** The wording that the consents were given to. */
    public static final String CONSENT_WORDING = "v3";
}
