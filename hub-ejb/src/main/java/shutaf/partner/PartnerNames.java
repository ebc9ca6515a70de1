package shutaf.partner;

/**
 * What a partner, or one of its outlets, is called; a value, for whoever may not hold a row.
 *
 * @param code short name of a partner in capitals, or code of an outlet, as in files and reports
 * @param hebrew name in Hebrew
 * @param english name in English
 */
public record PartnerNames(String code, String hebrew, String english) {}
