package shutaf.crm.behind;

import shutaf.purchase.KnownMembers;
import shutaf.purchase.ReportFilter;

/** Tables of a question's own, from the two that it is given. */
final class Known {
    /** The last day with a purchase, as a table for {@code with}. */
    static final Part UNTIL = Part.of("until as (select max(last) as last from customer)");

    private Known() {}

    /** {@link #UNTIL} and everybody who is known, as tables for {@code with}. */
    static Part members(ReportFilter filter) {
        KnownMembers members = KnownMembers.of(filter);
        return UNTIL.then(Part.of(","))
                .then(Part.of(members.text(), members.arguments().toArray()));
    }
}
