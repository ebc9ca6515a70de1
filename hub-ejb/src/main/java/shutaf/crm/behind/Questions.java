package shutaf.crm.behind;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All kinds of questions, by the name that an address gives them in {@code of}. */
public final class Questions {
    private static final Map<String, Function<Parameters, Question>> KINDS = Map.ofEntries(
            Map.entry(Cohort.KIND, Cohort::of),
            Map.entry(Repeat.KIND, Repeat::of),
            Map.entry(Rfm.KIND, Rfm::of),
            Map.entry(Frequency.KIND, Frequency::of),
            Map.entry(Decile.KIND, Decile::of),
            Map.entry(OfSegment.KIND, OfSegment::of),
            Map.entry(Losing.KIND, unused -> new Losing()),
            Map.entry(Sold.KIND, Sold::of),
            Map.entry(Sold.RECEIPTS, Sold::receipts),
            Map.entry(Buyers.KIND, Buyers::of),
            Map.entry(PointsFlowed.KIND, PointsFlowed::of),
            Map.entry(PointsBorn.KIND, PointsBorn::of),
            Map.entry(PointsOpen.KIND, PointsOpen::of),
            Map.entry(Burned.POINTS, Burned::points),
            Map.entry(Burned.MONEY, Burned::money),
            Map.entry(Abroad.KIND, Abroad::of),
            Map.entry(Worth.KIND, Worth::of),
            Map.entry(Both.KIND, Both::of),
            Map.entry(Together.KIND, Together::of),
            Map.entry(Came.KIND, Came::of),
            Map.entry(Expected.KIND, unused -> new Expected()),
            Map.entry(Newer.KIND, Newer::of),
            Map.entry(Paid.KIND, Paid::of),
            Map.entry(Participation.KIND, Participation::of),
            Map.entry(Reached.KIND, Reached::of),
            Map.entry(Silence.KIND, Silence::of),
            Map.entry(Spending.KIND, Spending::of),
            Map.entry(Survival.KIND, Survival::of));

    private Questions() {}

    /**
     * The question that the parameters ask; empty when there is none, and then they remember what
     * was wrong.
     */
    public static Optional<Question> asked(Parameters parameters) {
        Function<Parameters, Question> kind = KINDS.get(parameters.text("of").orElse(""));
        if (kind == null) {
            parameters.refuse("of");
            return Optional.empty();
        }
        Question question = kind.apply(parameters);
        return parameters.wrong().isEmpty() ? Optional.of(question) : Optional.empty();
    }
}
