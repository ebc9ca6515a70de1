package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who paid what: all of a sum of money, member by member.
 *
 * @param what which sum
 */
public record Paid(What what) implements Question {
    static final String KIND = "paid";

    /** Which money counts. */
    public enum What {
        /** All that members paid. */
        ALL("select member_id, spent as worth from customer"),
        /** All that those paid who bought on more than one day. */
        REPEATERS("select member_id, spent as worth from customer where days > 1"),
        /** What they paid after their first day. */
        LATER("""
                select b.member_id, sum(b.spent)::bigint as worth
                from bought b join customer c using (member_id)
                where b.day > c.first group by b.member_id""");

        private final String query;

        What(String query) {
            this.query = query;
        }
    }

    static Question of(Parameters asked) {
        Optional<What> what = asked.one("what", What.class);
        if (what.isEmpty()) {
            asked.refuse("what");
        }
        return new Paid(what.orElse(What.ALL));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Rank rank() {
        return Rank.MONEY;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of(what.query);
    }

    @Override
    public String sentence() {
        return KIND + "." + what.name();
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("what", what.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Object> told() {
        return List.of();
    }
}
