package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

/** Reads the night's scores of the filter's partner, or of the coalition. */
final class Scored {
    private Scored() {}

    /** All members scored there whom the filter leaves, with that worth; may be narrowed on. */
    static Part members(String worth, ReportFilter filter) {
        return Part.of(
                        "select member_id, " + worth
                                + " as worth from lifetime_score where partner_id = ?",
                        filter.scope().value())
                .then(Part.of(filter.members("member_id"), filter.memberValues().toArray()));
    }
}
