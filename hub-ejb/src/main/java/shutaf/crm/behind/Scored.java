package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;

/** Reads the night's scores of the filter's partner, or of the coalition. */
final class Scored {
    private Scored() {}

    /** All members scored there whom the filter leaves, with that worth; may be narrowed on. */
    static Part members(String worth, ReportFilter filter) {
        Part scored = Part.of(
                "select member_id, " + worth + " as worth from lifetime_score where partner_id = ?",
                filter.scope().value());
        Part ofTier = filter.tier()
                .map(code ->
                        Part.of("and member_id in (select id from member where tier = ?)", code))
                .map(scored::then)
                .orElse(scored);
        return filter.segment()
                .map(kind -> Part.of(
                        "and " + Segment.condition("member_id"),
                        filter.scope().value(),
                        kind.name()))
                .map(ofTier::then)
                .orElse(ofTier);
    }
}
