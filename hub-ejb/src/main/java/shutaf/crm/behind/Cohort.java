package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A cell of the cohort matrix: who first bought in a month and bought again so many months later.
 *
 * @param cohort month of the first purchase; all cohorts together when it is left out
 * @param month months after it; left out for everybody of the cohort
 */
public record Cohort(Optional<YearMonth> cohort, OptionalInt month) implements Question {
    static final String KIND = "cohort";

    static final int MOST_MONTHS = 1_200;

    static Question of(Parameters asked) {
        return new Cohort(asked.month("cohort"), asked.number("month", 0, MOST_MONTHS));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of("select distinct c.member_id from customer c")
                .then(month.isPresent() ? back(month.getAsInt()) : Part.of("where true"))
                .then(cohort.map(Cohort::first).orElse(Part.of("")));
    }

    private static Part first(YearMonth cohort) {
        return Part.of("and c.first between ? and ?", cohort.atDay(1), cohort.atEndOfMonth());
    }

    /** A purchase in that month after the month of the member's own first one. */
    private static Part back(int months) {
        return Part.of("""
                join bought b on b.member_id = c.member_id,
                  lateral (select date_trunc('month', c.first::timestamp) as began) m
                where b.day >= m.began + make_interval(months => ?)
                  and b.day < m.began + make_interval(months => ?)""", months, months + 1);
    }

    @Override
    public String sentence() {
        String first = cohort.isPresent() ? KIND : KIND + ".all";
        return month.isPresent() ? first + ".month" : first;
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("cohort", cohort)
                .and("month", month.stream().boxed().findFirst())
                .all();
    }

    @Override
    public List<Object> told() {
        Stream<Object> first = cohort.<Object>map(c -> c).stream();
        Stream<Object> later = month.stream()
                .boxed()
                .flatMap(m -> Stream.concat(
                        Stream.of(m), cohort.<Object>map(c -> c.plusMonths(m)).stream()));
        return Stream.concat(first, later).toList();
    }
}
