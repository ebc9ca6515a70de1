package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class of customers by how often they came back, as models of buying count it.
 *
 * @param repeats days of purchase after the first; any when left out
 * @param until last day that is looked at; the last of all when left out
 */
public record Frequency(Optional<Range> repeats, Optional<LocalDate> until) implements Question {
    static final String KIND = "frequency";

    /** So many and more is written up to this number. */
    public static final int AND_MORE = 99_999;

    static Question of(Parameters asked) {
        return new Frequency(asked.range("x", 0, AND_MORE), asked.day("until"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of("select member_id from bought where true")
                .then(until.map(day -> Part.of("and day <= ?", day)).orElse(Part.of("")))
                .then(Part.of("group by member_id"))
                .then(repeats.map(x ->
                                Part.of("having count(*) - 1 between ? and ?", x.least(), x.most()))
                        .orElse(Part.of("")));
    }

    @Override
    public String sentence() {
        String some =
                repeats.map(x -> x.most() == AND_MORE ? ".least" : ".repeats").orElse("");
        return KIND + some + (until.isPresent() ? ".until" : "");
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("x", repeats.map(Range::written))
                .and("until", until)
                .all();
    }

    @Override
    public List<Object> told() {
        Stream<Object> x =
                repeats.<Object>map(r -> r.most() == AND_MORE ? r.least() : r.toString()).stream();
        return Stream.concat(x, until.<Object>map(day -> day).stream()).toList();
    }
}
