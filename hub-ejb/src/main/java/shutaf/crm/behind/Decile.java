package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A tenth of all customers by expected value, most valuable first.
 *
 * @param decile 1 for the most valuable; all when left out, also those without a value
 */
public record Decile(OptionalInt decile) implements Question {
    static final String KIND = "decile";

    private static final int TENTHS = 10;

    static Question of(Parameters asked) {
        return new Decile(asked.number("decile", 1, TENTHS));
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
        Part all = Scored.members("clv12", filter);
        return decile.isEmpty() ? all : all.then(Part.of("and decile = ?", decile.getAsInt()));
    }

    @Override
    public String sentence() {
        return decile.isEmpty() ? KIND + ".all" : KIND;
    }

    @Override
    public Map<String, String> parameters() {
        return new Written().and("decile", decile.stream().boxed().findFirst()).all();
    }

    @Override
    public List<Object> told() {
        return decile.isEmpty() ? List.of() : List.of(decile.getAsInt());
    }
}
