package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody of a segment, the most valuable first.
 *
 * @param segment the same that the filter names, by which they are told
 */
public record OfSegment(Segment segment) implements Question {
    static final String KIND = "segment";

    static Question of(Parameters asked) {
        Optional<Segment> segment = asked.one("segment", Segment.class);
        if (segment.isEmpty()) {
            asked.refuse("segment");
        }
        return new OfSegment(segment.orElse(Segment.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean ofScores() {
        return true;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Scored.members("clv12", filter);
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("segment", segment.name());
    }

    @Override
    public List<Object> told() {
        return List.of();
    }
}
