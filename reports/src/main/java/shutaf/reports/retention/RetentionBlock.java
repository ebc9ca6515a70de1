package shutaf.reports.retention;

import shutaf.purchase.RetentionCounts;
import shutaf.purchase.RetentionCounts.Grade;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything about coming back: cohorts and repeat rates, survival, scores. As large as there are
 * months, days and scores, however many customers there are.
 *
 * @param figures cohorts and repeat rates
 * @param secondPurchase days from the first day of purchase to the second
 * @param churn days from the first day of purchase to the last, for who is silent for 180 days
 * @param scores customers by scores, in the order of the scores
 */
public record RetentionBlock(
        RetentionFigures figures,
        SurvivalCurve secondPurchase,
        SurvivalCurve churn,
        List<Grade> scores) {

    private static final Comparator<Grade> ORDER = Comparator.comparingInt(Grade::rNtile)
            .thenComparingInt(Grade::fNtile)
            .thenComparingInt(Grade::mNtile)
            .thenComparingInt(Grade::rTie)
            .thenComparingInt(Grade::fTie)
            .thenComparingInt(Grade::mTie);

    /** Keeps its own list. */
    public RetentionBlock {
        scores = scores.stream().sorted(ORDER).toList();
    }

    /** From what the database has counted; there must be at least one customer. */
    static RetentionBlock of(RetentionCounts counts) {
        return new RetentionBlock(
                RetentionTally.of(counts).figures(),
                SurvivalCurve.counted(counts.again()),
                SurvivalCurve.counted(counts.lost()),
                counts.grades());
    }

    /**
     * From a history at hand, customer by customer.
     *
     * @param figures its cohorts and repeat rates
     * @param customers its customers
     */
    public static RetentionBlock of(RetentionFigures figures, List<CustomerHistory> customers) {
        LocalDate end = figures.summary().obsEnd();
        Map<List<Integer>, Long> scores = RfmScores.of(customers, end).stream()
                .collect(Collectors.groupingBy(
                        s -> List.of(
                                s.rNtile(), s.fNtile(), s.mNtile(), s.rTie(), s.fTie(), s.mTie()),
                        Collectors.counting()));
        return new RetentionBlock(
                figures,
                SurvivalCurve.secondPurchase(customers, end),
                SurvivalCurve.churn180(customers, end),
                scores.entrySet().stream()
                        .map(s -> grade(s.getKey(), s.getValue()))
                        .toList());
    }

    private static Grade grade(List<Integer> scores, long customers) {
        return new Grade(
                scores.get(0),
                scores.get(1),
                scores.get(2),
                scores.get(3),
                scores.get(4),
                scores.get(5),
                customers);
    }

    /** Customers by segment; every segment is present. */
    public Map<RfmScore.Segment, Long> segments() {
        Map<RfmScore.Segment, Long> segments = new EnumMap<>(RfmScore.Segment.class);
        for (RfmScore.Segment segment : RfmScore.Segment.values()) {
            segments.put(segment, 0L);
        }
        scores.forEach(s ->
                segments.merge(RfmScore.Segment.of(s.rTie(), s.fTie()), s.customers(), Long::sum));
        return segments;
    }
}
