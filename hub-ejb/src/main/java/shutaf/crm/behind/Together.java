package shutaf.crm.behind;

import shutaf.economics.ReportDays;
import shutaf.purchase.ReportFilter;
import shutaf.shared.PartnerId;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who had two categories on one receipt in the report's days. Receipts without a known member have
 * nobody behind them, so there can be more receipts than these members have.
 *
 * @param one the first
 * @param other the second
 */
public record Together(String one, String other) implements OfProgramme {
    static final String KIND = "together";

    static Question of(Parameters asked) {
        Optional<String> one = asked.text("one");
        Optional<String> other = asked.text("other");
        if (one.isEmpty()) {
            asked.refuse("one");
        }
        if (other.isEmpty()) {
            asked.refuse("other");
        }
        return new Together(one.orElse(""), other.orElse(""));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** By how many such receipts. */
    @Override
    public Rank rank() {
        return Rank.TIMES;
    }

    @Override
    public Part members(ReportFilter filter) {
        ReportDays days = OfProgramme.days(filter);
        PartnerId scope = filter.scope();
        return Part.of(
                        """
                        select p.member_id, count(distinct p.id) as worth
                        from purchase_line l
                        join purchase_line o on o.business_date = l.business_date
                          and o.purchase_id = l.purchase_id and o.category = ?
                        join purchase p on p.business_date = l.business_date
                          and p.id = l.purchase_id
                        where l.category = ? and p.kind = 'SALE' and p.member_id is not null
                          and l.business_date between ? and ? and o.business_date between ? and ?
                          and p.business_date between ? and ? and (p.partner_id = ? or ? = 0)""",
                        other,
                        one,
                        days.from(),
                        days.to(),
                        days.from(),
                        days.to(),
                        days.from(),
                        days.to(),
                        scope.value(),
                        scope.value())
                .then(Part.of(
                        filter.members("p.member_id"), filter.memberValues().toArray()))
                .then(Part.of("group by p.member_id"));
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("one", Optional.of(one))
                .and("other", Optional.of(other))
                .all();
    }

    @Override
    public List<Detail> details() {
        return List.of(new Detail("category", one), new Detail("category", other));
    }
}
