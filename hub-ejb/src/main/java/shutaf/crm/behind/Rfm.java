package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A cell of the RFM grid, or several in a row: members by how recently, how often and for how much
 * they bought, each from 1 to 5, 5 the best.
 *
 * @param scores how they are scored
 * @param recency scores of the last day of purchase; any when left out
 * @param frequency scores of the number of days
 * @param money scores of the money of all days
 */
public record Rfm(
        Scores scores, Optional<Range> recency, Optional<Range> frequency, Optional<Range> money)
        implements Question {
    static final String KIND = "rfm";

    private static final int BEST = 5;
    private static final Range ANY = new Range(1, BEST);

    /** How a score comes about. */
    public enum Scores {
        /** Equal values with equal scores: the part of five in which the number of worse lies. */
        TIES("least(5, 5 * (rank() over (order by %1$s) - 1) / count(*) over () + 1) as %2$s"),
        /** Five equal parts; who has equal values is told apart by the number as text. */
        PARTS("ntile(5) over (order by %1$s, member_id::text collate \"C\") as %2$s");

        private final String score;

        Scores(String score) {
            this.score = score;
        }

        private String of(String value, String name) {
            return score.formatted(value, name);
        }
    }

    static Question of(Parameters asked) {
        return new Rfm(
                asked.one("scores", Scores.class).orElse(Scores.TIES),
                asked.range("r", 1, BEST),
                asked.range("f", 1, BEST),
                asked.range("m", 1, BEST));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of("select member_id from (select member_id, " + scores.of("last", "r") + ", "
                        + scores.of("days", "f") + ", " + scores.of("spent", "m")
                        + " from customer) scored where")
                .then(within("r", recency))
                .then(Part.of("and"))
                .then(within("f", frequency))
                .then(Part.of("and"))
                .then(within("m", money));
    }

    private static Part within(String score, Optional<Range> range) {
        Range asked = range.orElse(ANY);
        return Part.of(score + " between ? and ?", asked.least(), asked.most());
    }

    @Override
    public String sentence() {
        return scores == Scores.TIES ? KIND : KIND + ".parts";
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("scores", Optional.of(scores.name().toLowerCase(Locale.ROOT)))
                .and("r", recency.map(Range::written))
                .and("f", frequency.map(Range::written))
                .and("m", money.map(Range::written))
                .all();
    }

    @Override
    public List<Object> told() {
        return List.of(
                recency.orElse(ANY).toString(),
                frequency.orElse(ANY).toString(),
                money.orElse(ANY).toString());
    }
}
