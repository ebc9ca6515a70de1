package shutaf.crm.behind;

import shutaf.economics.ReportTables;
import shutaf.economics.Whom;
import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sales on receipts that were paid with other partners' points, each member with theirs.
 *
 * @param at code of the partner that sold
 */
public record Abroad(String at) implements OfProgramme {
    static final String KIND = "abroad";

    static Question of(Parameters asked) {
        Optional<String> at = asked.text("at");
        if (at.isEmpty()) {
            asked.refuse("at");
        }
        return new Abroad(at.orElse(""));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Rank rank() {
        return Rank.MONEY;
    }

    @Override
    public Part members(ReportFilter filter) {
        return OfProgramme.from(ReportTables.abroad(OfProgramme.days(filter), new Whom(filter)))
                .then(Part.of(
                        "select member_id, sum(total)::bigint as worth from abroad where true"))
                .then(OfProgramme.at("partner_id", Optional.of(at)))
                .then(Part.of("group by member_id"));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("at", at);
    }

    @Override
    public List<Detail> details() {
        return List.of(new Detail("at", Called.partner(at)));
    }
}
