package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Who first bought long enough ago to have had a month so many months later: all whom a share of
 * all cohorts together is a share of.
 *
 * @param month months after the first
 */
public record Reached(int month) implements Question {
    static final String KIND = "reached";

    static Question of(Parameters asked) {
        OptionalInt month = asked.number("month", 0, Cohort.MOST_MONTHS);
        if (month.isEmpty()) {
            asked.refuse("month");
        }
        return new Reached(month.orElse(0));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of("with").then(Known.UNTIL).then(Part.of("""
                        select member_id from customer c cross join until u
                        where date_trunc('month', c.first::timestamp) + make_interval(months => ?)
                          <= u.last""", month));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("month", Integer.toString(month));
    }

    @Override
    public List<Object> told() {
        return List.of(month);
    }
}
