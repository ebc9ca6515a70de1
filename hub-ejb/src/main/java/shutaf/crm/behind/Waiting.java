package shutaf.crm.behind;

import shutaf.purchase.KnownMembers;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.RetentionCounts;

/** What a survival curve waits for; each a query of member_id, waited (days) and happened. */
public enum Waiting {
    /** From the first day of purchase for the second; watched until the last day of all. */
    SECOND {
        @Override
        Part query(ReportFilter filter) {
            return Part.of("""
                    select c.member_id, coalesce(a.day, u.last) - c.first as waited,
                      a.day is not null as happened
                    from customer c cross join until u left join (
                      select b.member_id, min(b.day) as day
                      from bought b join customer f using (member_id)
                      where b.day > f.first group by b.member_id) a using (member_id)""");
        }
    },
    /** From the first day of purchase to the last one, of those who are silent since. */
    GONE {
        @Override
        Part query(ReportFilter filter) {
            return Part.of("""
                    select c.member_id, c.last - c.first as waited, u.last - c.last > ? as happened
                    from customer c cross join until u""", RetentionCounts.LOST_DAYS);
        }
    },
    /** From joining for the first redemption, of those who joined in the period. */
    REDEMPTION {
        @Override
        Part query(ReportFilter filter) {
            return Part.of("""
                    select id as member_id, redeemed is not null as happened,
                      greatest(0, coalesce(redeemed, u.last) - joined) as waited
                    from person cross join until u
                    where joined between ? and u.last""", KnownMembers.since(filter));
        }
    };

    abstract Part query(ReportFilter filter);
}
