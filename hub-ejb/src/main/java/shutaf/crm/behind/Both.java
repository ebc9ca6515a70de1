package shutaf.crm.behind;

import shutaf.economics.ReportDays;
import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who bought at two partners in the report's days.
 *
 * @param one code of the first
 * @param other code of the second; anybody who bought at the first when left out
 */
public record Both(String one, Optional<String> other) implements OfProgramme {
    static final String KIND = "both";

    static Question of(Parameters asked) {
        Optional<String> one = asked.text("one");
        if (one.isEmpty()) {
            asked.refuse("one");
        }
        return new Both(one.orElse(""), asked.text("other"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** In the whole coalition, whichever partner the report is of. */
    @Override
    public Part members(ReportFilter filter) {
        ReportDays days = OfProgramme.days(filter);
        String bought = """
                select d.member_id from customer_day d join partner a on a.id = d.partner_id
                where d.day between ? and ? and a.code in (?, ?)""";
        return Part.of(bought, days.from(), days.to(), one, other.orElse(one))
                .then(Part.of(
                        filter.members("d.member_id"), filter.memberValues().toArray()))
                .then(Part.of(
                        "group by d.member_id having count(distinct a.code) = ?",
                        other.filter(code -> !code.equals(one)).isPresent() ? 2 : 1));
    }

    @Override
    public Map<String, String> parameters() {
        return new Written().and("one", Optional.of(one)).and("other", other).all();
    }

    @Override
    public List<Detail> details() {
        Detail first = new Detail("at", Called.partner(one));
        return other.map(code -> List.of(first, new Detail("at", Called.partner(code))))
                .orElse(List.of(first));
    }
}
