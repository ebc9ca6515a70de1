package shutaf.filing;

import shutaf.shared.PartnerId;

/**
 * A partner as its files know it.
 *
 * @param id its number
 * @param code as in the header of its files and in the names of its folders
 * @param charset of its files: UTF-8, windows-1255 or IBM862
 */
public record FileOwner(PartnerId id, String code, String charset) {}
