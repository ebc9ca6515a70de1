package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Map;

/**
 * Everybody of whom the models expect anything, the most valuable first. A forecast is a sum of
 * chances over all of them, so there is no shorter list behind it; and it stands on the scores of
 * the last night, while a report's own forecast stands on the days that it was given.
 */
public record Expected() implements Question {
    static final String KIND = "expected";

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
        return Scored.members("clv12", filter).then(Part.of("and p_alive is not null"));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public List<Object> told() {
        return List.of();
    }
}
