package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who came back, and who did not.
 *
 * @param buyers which of them
 */
public record Repeat(Buyers buyers) implements Question {
    static final String KIND = "repeat";

    /** How often somebody bought. */
    public enum Buyers {
        /** On at least two days. */
        MORE("days > 1"),
        /** On one day only. */
        ONCE("days = 1"),
        /** Those who have had 90 days to come back, before the last day with a purchase. */
        LONG_ENOUGH("first + 90 <= (select max(last) from customer)"),
        /** Those of them who did within the 90 days. */
        SOON("""
                first + 90 <= (select max(last) from customer)
                and exists (select from bought b where b.member_id = customer.member_id
                  and b.day > first and b.day <= first + 90)""");

        private final String condition;

        Buyers(String condition) {
            this.condition = condition;
        }
    }

    static Question of(Parameters asked) {
        Optional<Buyers> named = asked.one("days", Buyers.class);
        if (named.isEmpty()) {
            asked.refuse("days");
        }
        return new Repeat(named.orElse(Buyers.MORE));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of("select member_id from customer where " + buyers.condition);
    }

    @Override
    public String sentence() {
        return KIND + "." + buyers.name();
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("days", buyers.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Object> told() {
        return List.of();
    }
}
