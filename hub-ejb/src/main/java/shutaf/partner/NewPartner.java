package shutaf.partner;

/**
 * A partner that joins.
 *
 * @param code 2 to 16 capitals and digits, the first a letter
 * @param nameHe Hebrew name
 * @param nameEn English name
 * @param issuer whether purchases here earn points
 * @param acceptor whether points can be spent here
 * @param prepaid whether it buys points in packs first
 * @param takesHistory whether its files may carry purchases of any age
 * @param charset charset of its purchase files
 */
public record NewPartner(
        String code,
        String nameHe,
        String nameEn,
        boolean issuer,
        boolean acceptor,
        boolean prepaid,
        boolean takesHistory,
        String charset) {}
