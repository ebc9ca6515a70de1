package shutaf.purchase;

import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all reports can be narrowed to, in one place for pages and files. A narrowed report is
 * worked out as if there were no other purchases: who first bought before {@code from} is new
 * again.
 *
 * @param scope purchases of one partner, or {@link PartnerId#HUB} for those of all
 * @param from first day of purchase that counts
 * @param to last day of purchase that counts
 * @param tier code of the tier that a member has now
 * @param segment what kind of customer of the scope a member is, by the last scores
 */
public record ReportFilter(
        PartnerId scope,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> tier,
        Optional<Segment> segment) {

    /** Whatever segment a member is of. */
    public ReportFilter(
            PartnerId scope,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> tier) {
        this(scope, from, to, tier, Optional.empty());
    }

    /** Everything of one partner, or of the coalition. */
    public static ReportFilter of(PartnerId scope) {
        return new ReportFilter(scope, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same without a first and a last day. */
    public ReportFilter ofAllTime() {
        return new ReportFilter(scope, Optional.empty(), Optional.empty(), tier, segment);
    }

    /** Whether it ends before it begins, so that no day is left. */
    public boolean isEmpty() {
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    /** Whether it leaves out anything at all but other partners' purchases. */
    public boolean isNarrow() {
        return from.isPresent() || to.isPresent() || tier.isPresent() || segment.isPresent();
    }

    /**
     * The conditions on rows of dealings that have these two columns, each with {@code and} in
     * front; their values are {@link #dealingValues}.
     */
    public String dealings(String partner, String day) {
        return (scope.equals(PartnerId.HUB) ? "" : " and " + partner + " = ?")
                + from.map(unused -> " and " + day + " >= ?").orElse("")
                + to.map(unused -> " and " + day + " <= ?").orElse("");
    }

    /** The values of {@link #dealings}, in its order. */
    public List<Object> dealingValues() {
        List<Object> values = new ArrayList<>();
        if (!scope.equals(PartnerId.HUB)) {
            values.add(scope.value());
        }
        from.ifPresent(values::add);
        to.ifPresent(values::add);
        return values;
    }

    /** The condition on the column of a member's number, with {@code and} in front. */
    public String members(String member) {
        String ofTier = tier.map(
                        unused -> " and " + member + " in (select id from member where tier = ?)")
                .orElse("");
        return ofTier
                + segment.map(unused -> " and " + Segment.condition(member)).orElse("");
    }

    /** The values of {@link #members}. */
    public List<Object> memberValues() {
        List<Object> values = new ArrayList<>();
        tier.ifPresent(values::add);
        segment.ifPresent(kind -> {
            values.add(scope.value());
            values.add(kind.name());
        });
        return values;
    }

    /** The condition on members that the scope knows: enrolled there, or with any dealing. */
    String known(String member) {
        return scope.equals(PartnerId.HUB)
                ? ""
                : " and " + member
                        + " in (select member_id from member_partner where partner_id = ?)";
    }

    /** The values of {@link #known}. */
    List<Object> knownValues() {
        return scope.equals(PartnerId.HUB) ? List.of() : List.of(scope.value());
    }
}
