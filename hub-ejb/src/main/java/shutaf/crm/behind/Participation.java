package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who is a member at the end of the period, and who of them took part.
 *
 * @param who which of them
 */
public record Participation(Who who) implements Question {
    static final String KIND = "participation";

    /** How a member takes part. */
    public enum Who {
        /** In whatever way, or not at all. */
        ALL(""),
        /** By buying. */
        BOUGHT("and bought"),
        /** By earning points or spending them. */
        ENGAGED("and engaged");

        private final String condition;

        Who(String condition) {
            this.condition = condition;
        }
    }

    static Question of(Parameters asked) {
        Optional<Who> who = asked.one("who", Who.class);
        if (who.isEmpty()) {
            asked.refuse("who");
        }
        return new Participation(who.orElse(Who.ALL));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of("with")
                .then(Known.members(filter))
                .then(Part.of("select id as member_id from person cross join until"
                        + " where joined <= last " + who.condition));
    }

    @Override
    public String sentence() {
        return KIND + "." + who.name();
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("who", who.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Object> told() {
        return List.of();
    }
}
