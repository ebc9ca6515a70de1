package shutaf.crm.behind;

import shutaf.economics.ReportTables;
import shutaf.economics.Whom;
import shutaf.purchase.ReportFilter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Points that members could still spend at the end of the report's last day, each with theirs: all
 * of them, those of an age, those with so long to go, or those in a state of their own.
 *
 * @param age calendar months since the month in which they became spendable
 * @param left calendar months to the month of their last day; 0 also for what is due
 * @param state what cannot be spent now, or has no end
 */
public record PointsOpen(Optional<Range> age, Optional<Range> left, Optional<State> state)
        implements OfProgramme {
    static final String KIND = "open";

    /** From this number of months on it is that many or more. */
    public static final int AND_MORE = 9_999;

    /** What is neither spendable nor without an end like others. */
    public enum State {
        /** Not spendable yet. */
        PENDING("pending"),
        /** Set aside by a till at this moment: out of its lot, but still the member's. */
        ASIDE("flow = 'SET_ASIDE'"),
        /** Spendable, and never expiring. */
        ENDLESS("not pending and expires_on is null");

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }
    }

    static Question of(Parameters asked) {
        return new PointsOpen(
                asked.range("age", 0, AND_MORE),
                asked.range("left", 0, AND_MORE),
                asked.one("state", State.class));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Rank rank() {
        return Rank.POINTS;
    }

    /** In a bucket what is set aside has left its lot; in all open points it is counted. */
    @Override
    public Part members(ReportFilter filter) {
        LocalDate day = OfProgramme.days(filter).to();
        YearMonth now = YearMonth.from(day);
        boolean all = age.isEmpty() && left.isEmpty() && state.isEmpty();
        Part which = Part.of(all ? "flow <> 'SET_ASIDE'" : "true")
                .then(age.map(a -> ofAge(now, a)).orElse(Part.of("")))
                .then(left.map(l -> withLeft(now, l)).orElse(Part.of("")))
                .then(Part.of(state.map(s -> "and " + s.condition).orElse("")));
        String sign = state.filter(s -> s == State.ASIDE).isPresent() ? "-" : "";
        return OfProgramme.from(ReportTables.points(filter.scope(), day, new Whom(filter)))
                .then(Part.of("select member_id, (" + sign
                        + "sum(points))::bigint as worth from moved where"))
                .then(which)
                .then(OfProgramme.byMember("sum(points)"));
    }

    private static Part ofAge(YearMonth now, Range age) {
        Part upTo = age.least() == 0
                ? Part.of("and not pending")
                : Part.of(
                        "and not pending and born <= ?",
                        now.minusMonths(age.least()).atEndOfMonth());
        return age.most() == AND_MORE
                ? upTo
                : upTo.then(Part.of("and born >= ?", now.minusMonths(age.most()).atDay(1)));
    }

    private static Part withLeft(YearMonth now, Range left) {
        Part from = left.least() == 0
                ? Part.of("and not pending and expires_on is not null")
                : Part.of(
                        "and not pending and expires_on >= ?",
                        now.plusMonths(left.least()).atDay(1));
        return left.most() == AND_MORE
                ? from
                : from.then(Part.of(
                        "and expires_on <= ?", now.plusMonths(left.most()).atEndOfMonth()));
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("age", age.map(Range::written))
                .and("left", left.map(Range::written))
                .and("state", state.map(s -> s.name().toLowerCase(Locale.ROOT)))
                .all();
    }

    @Override
    public String sentence() {
        return state.map(s -> KIND + "." + s).orElse(KIND);
    }

    @Override
    public List<Detail> details() {
        return Stream.concat(
                        age.map(a -> months("age", a)).stream(),
                        left.map(l -> months("left", l)).stream())
                .toList();
    }

    private static Detail months(String key, Range months) {
        return months.most() == AND_MORE
                ? new Detail(key + ".more", months.least())
                : new Detail(key, months);
    }
}
