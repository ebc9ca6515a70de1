package shutaf.reports.retention;

import shutaf.purchase.RetentionCounts;
import shutaf.purchase.Tally;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who took part, who came back and how soon, who fell silent and who redeemed: the figures of the
 * retention report beside the cohorts. A pure function of the counts that the database made.
 *
 * @param rates the shares
 * @param secondPurchase days from the first to the second day of purchase
 * @param churn days from the first to the last day of purchase of those who are gone since
 * @param redemption days from joining to the first redemption
 * @param secondPurchaseBy the first curve again, by group: partner of the first purchase, quarter
 *     of joining, tier, segment by the last scores
 * @param byParts scores by five equal parts
 * @param byTies scores with equal values together
 */
public record MemberFigures(
        Map<MemberRate, Ratio> rates,
        SurvivalCurve secondPurchase,
        SurvivalCurve churn,
        SurvivalCurve redemption,
        Map<Grouping, NavigableMap<String, SurvivalCurve>> secondPurchaseBy,
        RfmGrid byParts,
        RfmGrid byTies) {

    /** So many days without a purchase are a silence that can be broken. */
    public static final int SILENT_DAYS = RetentionCounts.SILENT_DAYS;

    /** Who is silent for longer at the end of the period counts as gone. */
    public static final int GONE_DAYS = RetentionCounts.LOST_DAYS;

    /** By what customers are told apart. */
    public enum Grouping {
        PARTNER("partner"),
        QUARTER("quarter"),
        TIER("tier"),
        SEGMENT("segment");

        private final String key;

        Grouping(String key) {
            this.key = key;
        }

        /** The name in files. */
        public String key() {
            return key;
        }
    }

    /**
     * A share and what it is made of.
     *
     * @param part above the line
     * @param whole below the line; 0 where there is nothing to divide by
     */
    public record Ratio(long part, long whole) {

        /**
         * The share, 0 to 1; NaN where there is none: nothing to divide by, or money below zero
         * somewhere, of which a share would mislead.
         */
        public double share() {
            boolean is = whole > 0 && part >= 0 && part <= whole;
            return is ? (double) part / whole : Double.NaN;
        }
    }

    /** Puts the counts together. */
    public static MemberFigures of(List<Tally> tallies) {
        Map<String, Long> sums = new TreeMap<>();
        Map<String, NavigableMap<String, NavigableMap<Long, long[]>>> waits = new TreeMap<>();
        for (Tally tally : tallies) {
            if (tally.figure().equals("sum")) {
                sums.put(tally.group(), tally.count());
            } else if (!tally.figure().startsWith("rfm")) {
                waits.computeIfAbsent(tally.figure(), f -> new TreeMap<>())
                                .computeIfAbsent(tally.group(), g -> new TreeMap<>())
                                .computeIfAbsent(tally.x(), days -> new long[2])[
                                tally.y() == 1 ? 0 : 1] +=
                        tally.count();
            }
        }
        Map<MemberRate, Ratio> rates = new EnumMap<>(MemberRate.class);
        for (MemberRate rate : MemberRate.values()) {
            rates.put(
                    rate,
                    new Ratio(
                            sums.getOrDefault(rate.part(), 0L),
                            sums.getOrDefault(rate.whole(), 0L)));
        }
        Map<Grouping, NavigableMap<String, SurvivalCurve>> groups = new EnumMap<>(Grouping.class);
        for (Grouping grouping : Grouping.values()) {
            groups.put(grouping, curves(waits.get("second." + grouping.key())));
        }
        return new MemberFigures(
                rates,
                curve(waits.get("second")),
                curve(waits.get("churn")),
                curve(waits.get("redemption")),
                groups,
                grid(tallies, "rfm.parts"),
                grid(tallies, "rfm.ties"));
    }

    /**
     * What can be said of purchases alone, where nobody is known to be a member, to have redeemed
     * or to belong to a group.
     */
    public static MemberFigures of(RetentionBlock block) {
        return new MemberFigures(
                Map.of(),
                block.secondPurchase(),
                block.churn(),
                new SurvivalCurve(List.of()),
                Arrays.stream(Grouping.values())
                        .collect(Collectors.toMap(g -> g, g -> new TreeMap<>())),
                new RfmGrid(block.scores().stream()
                        .map(s ->
                                new RfmGrid.Cell(s.rNtile(), s.fNtile(), s.mNtile(), s.customers()))
                        .toList()),
                new RfmGrid(block.scores().stream()
                        .map(s -> new RfmGrid.Cell(s.rTie(), s.fTie(), s.mTie(), s.customers()))
                        .toList()));
    }

    private static SurvivalCurve curve(NavigableMap<String, NavigableMap<Long, long[]>> waits) {
        return waits == null ? new SurvivalCurve(List.of()) : SurvivalCurve.ofCounts(waits.get(""));
    }

    private static NavigableMap<String, SurvivalCurve> curves(
            NavigableMap<String, NavigableMap<Long, long[]>> waits) {
        NavigableMap<String, SurvivalCurve> curves = new TreeMap<>();
        if (waits != null) {
            waits.forEach((group, days) -> curves.put(group, SurvivalCurve.ofCounts(days)));
        }
        return curves;
    }

    private static RfmGrid grid(List<Tally> tallies, String figure) {
        return new RfmGrid(tallies.stream()
                .filter(t -> t.figure().equals(figure))
                .map(t -> new RfmGrid.Cell((int) t.x(), (int) t.y(), (int) t.z(), t.count()))
                .toList());
    }

    /** The groups in the order of their names. */
    public List<Map.Entry<String, SurvivalCurve>> groups(Grouping grouping) {
        return List.copyOf(secondPurchaseBy.get(grouping).entrySet());
    }
}
