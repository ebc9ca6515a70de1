package shutaf.economics;

import shutaf.shared.PartnerId;

/**
 * The members who bought at a partner, and those of them who knew another partner first.
 *
 * @param partner where they bought
 * @param buyers members who bought there in the report's days
 * @param fromOthers of these, members whose first purchase in the coalition was at another partner,
 *     on an earlier day than their first here
 * @param sales minor units that the buyers spent here in these days
 * @param salesFromOthers of it, from those who knew another partner first
 */
public record Newcomers(
        PartnerId partner, long buyers, long fromOthers, long sales, long salesFromOthers) {}
