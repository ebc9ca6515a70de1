package shutaf.partner;

/**
 * What a partner is called; a value, for whoever may not hold a row.
 *
 * @param code short name in capitals, as in files and reports
 * @param hebrew name in Hebrew
 * @param english name in English
 */
public record PartnerNames(String code, String hebrew, String english) {}
