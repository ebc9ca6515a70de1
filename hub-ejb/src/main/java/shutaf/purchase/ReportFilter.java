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
 */
public record ReportFilter(
        PartnerId scope, Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> tier) {

    /** Everything of one partner, or of the coalition. */
    public static ReportFilter of(PartnerId scope) {
        return new ReportFilter(scope, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether it ends before it begins, so that no day is left. */
    public boolean isEmpty() {
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    /** Whether it leaves out anything at all but other partners' purchases. */
    public boolean isNarrow() {
        return from.isPresent() || to.isPresent() || tier.isPresent();
    }

    /**
     * The conditions on rows of dealings that have these two columns, each with {@code and} in
     * front; their values are {@link #dealingValues}.
     */
    String dealings(String partner, String day) {
        return (scope.equals(PartnerId.HUB) ? "" : " and " + partner + " = ?")
                + from.map(unused -> " and " + day + " >= ?").orElse("")
                + to.map(unused -> " and " + day + " <= ?").orElse("");
    }

    /** The values of {@link #dealings}, in its order. */
    List<Object> dealingValues() {
        List<Object> values = new ArrayList<>();
        if (!scope.equals(PartnerId.HUB)) {
            values.add(scope.value());
        }
        from.ifPresent(values::add);
        to.ifPresent(values::add);
        return values;
    }

    /** The condition on the column of a member's number, with {@code and} in front. */
    String members(String member) {
        return tier.map(unused -> " and " + member + " in (select id from member where tier = ?)")
                .orElse("");
    }

    /** The values of {@link #members}. */
    List<Object> memberValues() {
        return tier.map(List::<Object>of).orElse(List.of());
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
