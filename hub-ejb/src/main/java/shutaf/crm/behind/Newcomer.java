package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Optional;

/**
 * Who knew another partner first: bought here in the days asked for, and elsewhere on an earlier
 * day than here for the first time. First purchases are looked up in all of history.
 *
 * @param partner code of the partner here
 */
public record Newcomer(String partner) implements Question {
    static final String KIND = "newcomer";

    private static final String KNOWN_ELSEWHERE = """
            select c.member_id from customer c where exists (
              select from customer_day d where d.member_id = c.member_id
                and d.day < (
                  select min(h.day) from customer_day h join partner a on a.id = h.partner_id
                  where a.code = ? and h.member_id = c.member_id))""";

    static Question of(Parameters asked) {
        Optional<String> named = asked.text("partner");
        if (named.isEmpty()) {
            asked.refuse("partner");
        }
        return new Newcomer(named.orElse(""));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of(KNOWN_ELSEWHERE, partner);
    }

    @Override
    public List<Object> told() {
        return List.of();
    }
}
