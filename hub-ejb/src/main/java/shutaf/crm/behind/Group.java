package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;

import java.util.Arrays;
import java.util.Optional;

/**
 * A group of customers beside others.
 *
 * @param by what tells them apart
 * @param name the group: a partner's code, a quarter like 2026-Q1, a tier's code, a segment
 */
public record Group(By by, String name) {
    private static final String NAME = "[\\w -]{1,40}";

    /** By what customers are told apart. */
    public enum By {
        /** The partner of the first purchase. */
        PARTNER,
        /** The quarter of joining. */
        QUARTER,
        /** The tier now. */
        TIER,
        /** The kind of customer by the last scores. */
        SEGMENT
    }

    /** Both parameters, or none of them. */
    static Optional<Group> of(Parameters asked) {
        Optional<By> by = asked.one("by", By.class);
        Optional<String> name = asked.text("group", NAME);
        boolean known = by.filter(b -> b == By.SEGMENT).isEmpty()
                || Arrays.stream(Segment.values())
                        .anyMatch(s -> name.filter(s.name()::equals).isPresent());
        if (by.isPresent() != name.isPresent() || !known) {
            asked.refuse("group");
        }
        return by.flatMap(b -> name.map(n -> new Group(b, n)));
    }

    /** The condition on the number of a member in {@code w}, with {@code and} in front. */
    Part condition(ReportFilter filter) {
        return switch (by) {
            case PARTNER -> Part.of("""
                    and w.member_id in (
                      select b.member_id from bought b join customer c using (member_id)
                        join partner p on p.id = b.partner
                      where b.day = c.first and p.code = ?)""", name);
            case QUARTER ->
                Part.of(
                        "and w.member_id in ("
                                + "select id from person where to_char(joined, 'YYYY-\"Q\"Q') = ?)",
                        name);
            case TIER -> Part.of("and w.member_id in (select id from person where tier = ?)", name);
            case SEGMENT ->
                Part.of(
                        "and " + Segment.condition("w.member_id"),
                        filter.scope().value(),
                        name);
        };
    }

    /** The group as people read it. */
    Phrase phrase() {
        Object told = switch (by) {
            case PARTNER -> new Called(Called.What.PARTNER, name);
            case QUARTER -> name;
            case TIER -> new Called(Called.What.TIER, name);
            case SEGMENT -> new Called(Called.What.SEGMENT, name);
        };
        return Phrase.of("group." + by.name(), told);
    }
}
