package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who first bought after the last day that a forecast knew, so that it cannot know them.
 *
 * @param until that day
 */
public record Newer(LocalDate until) implements Question {
    static final String KIND = "newer";

    static Question of(Parameters asked) {
        Optional<LocalDate> until = asked.day("until");
        if (until.isEmpty()) {
            asked.refuse("until");
        }
        return new Newer(until.orElse(LocalDate.MAX));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of("select member_id from customer where first > ?", until);
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("until", until.toString());
    }

    @Override
    public List<Object> told() {
        return List.of(until);
    }
}
