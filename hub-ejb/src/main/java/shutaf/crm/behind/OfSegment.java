package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;

/** Everybody of the segment that the filter names, the most valuable first. */
public record OfSegment() implements Question {
    static final String KIND = "segment";

    static Question of(Parameters asked) {
        if (asked.text("segment").isEmpty()) {
            asked.refuse("segment");
        }
        return new OfSegment();
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
    public List<Object> told() {
        return List.of();
    }
}
