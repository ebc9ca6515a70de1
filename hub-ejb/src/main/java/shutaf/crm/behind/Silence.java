package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;
import shutaf.purchase.RetentionCounts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who fell silent for long, and who broke a silence; counted in silences, of which a member may
 * have several.
 *
 * @param ended which silences
 */
public record Silence(Ended ended) implements Question {
    static final String KIND = "silence";

    private static final String WALKED = """
            select member_id, count(*) as worth from (
              select member_id, day,
                lead(day) over (partition by member_id order by day) as next
              from bought) walked cross join until
            """;

    /** How a silence ended. */
    public enum Ended {
        /** With a purchase, or not yet. */
        OR_NOT("coalesce(next, last)"),
        /** With a purchase. */
        BROKEN("next");

        private final String day;

        Ended(String day) {
            this.day = day;
        }
    }

    static Question of(Parameters asked) {
        Optional<Ended> ended = asked.one("ended", Ended.class);
        if (ended.isEmpty()) {
            asked.refuse("ended");
        }
        return new Silence(ended.orElse(Ended.OR_NOT));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Rank rank() {
        return Rank.TIMES;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of("with")
                .then(Known.UNTIL)
                .then(Part.of(
                        WALKED + "where " + ended.day + " - day >= ? group by member_id",
                        RetentionCounts.SILENT_DAYS));
    }

    @Override
    public String sentence() {
        return KIND + "." + ended.name();
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("ended", ended.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Object> told() {
        return List.of(RetentionCounts.SILENT_DAYS);
    }
}
