package shutaf.crm;

import shutaf.shared.PartnerId;

import java.util.Locale;

/**
 * A partner as people see it.
 *
 * @param id the key of its rows
 * @param code short name in capitals
 * @param nameHe Hebrew name
 * @param nameEn English name
 * @param issuer whether purchases there earn points
 * @param acceptor whether points can be spent there
 * @param prepaid whether it buys points in packs first
 * @param active whether it may deal at all
 */
public record BusinessCard(
        PartnerId id,
        String code,
        String nameHe,
        String nameEn,
        boolean issuer,
        boolean acceptor,
        boolean prepaid,
        boolean active) {
    /** The name in that language. */
    public String name(Locale language) {
        return "he".equals(language.getLanguage()) ? nameHe : nameEn;
    }
}
