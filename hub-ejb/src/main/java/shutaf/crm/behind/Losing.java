package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;

import java.util.List;
import java.util.Map;

/**
 * Valuable members who are about to be lost, by what would be lost with them.
 *
 * <p>What is expected of a member is the chance of coming back times what they are worth if they
 * do; so value / chance is the worth of a member who stays, and value / chance x (1 - chance) what
 * is at risk. Valuable is whose worth when staying is at least the mean value of all.
 */
public record Losing() implements Question {
    static final String KIND = "losing";

    private static final String AT_RISK = "round(clv12 * (1 - p_alive) / p_alive)::bigint";
    private static final String LEAVING = "segment = ? and p_alive > 0";
    private static final String VALUABLE = "and clv12 / p_alive >= ("
            + "select avg(clv12) from lifetime_score where partner_id = ?)";

    private static final String EVERYWHERE = """
            with mean as (
              select partner_id, avg(clv12) as value from lifetime_score group by 1)
            select partner_id, count(distinct member_id)
            from lifetime_score join mean using (partner_id)
            where %s and clv12 / p_alive >= value
            group by grouping sets ((partner_id), ())""".formatted(LEAVING);

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean ofScores() {
        return true;
    }

    @Override
    public Rank rank() {
        return Rank.MONEY;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Scored.members(AT_RISK, filter)
                .then(Part.of("and " + LEAVING, Segment.ABOUT_TO_LOSE.name()))
                .then(Part.of(VALUABLE, filter.scope().value()));
    }

    /**
     * How many there are of each partner and of the coalition, with all of them together, each
     * member once: rows of {@code partner_id}, null for the last, and how many.
     */
    public static Part everywhere() {
        return Part.of(EVERYWHERE, Segment.ABOUT_TO_LOSE.name());
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public List<Object> told() {
        return List.of();
    }
}
