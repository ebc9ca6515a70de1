package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Map;

/**
 * Who knew another partner first: bought at the filter's partner in the days asked for, and
 * elsewhere on an earlier day than here for the first time. First purchases are looked up in all of
 * history.
 */
public record Newcomer() implements Question {
    static final String KIND = "newcomer";

    private static final String KNOWN_ELSEWHERE = """
            select c.member_id from customer c where exists (
              select from customer_day d where d.member_id = c.member_id
                and d.day < (
                  select min(h.day) from customer_day h
                  where h.partner_id = ? and h.member_id = c.member_id))""";

    static Question of(Parameters asked) {
        if (asked.text("partner").isEmpty()) {
            asked.refuse("partner");
        }
        return new Newcomer();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of(KNOWN_ELSEWHERE, filter.scope().value());
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
