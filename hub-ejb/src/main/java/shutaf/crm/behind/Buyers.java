package shutaf.crm.behind;

import shutaf.economics.ReportTables;
import shutaf.economics.Whom;
import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who bought at a partner in the report's days, each with what they paid there: all, or those who
 * knew another partner first. First purchases are looked up in all of history.
 *
 * @param at code of the partner
 * @param who which of them
 */
public record Buyers(String at, Who who) implements OfProgramme {
    static final String KIND = "buyers";

    /** Which of them. */
    public enum Who {
        /** Everybody. */
        ALL,
        /** Those whose first purchase was at another partner, on an earlier day. */
        NEWCOMERS
    }

    static Question of(Parameters asked) {
        Optional<String> at = asked.text("at");
        Optional<Who> who = asked.one("who", Who.class);
        if (at.isEmpty()) {
            asked.refuse("at");
        }
        if (who.isEmpty()) {
            asked.refuse("who");
        }
        return new Buyers(at.orElse(""), who.orElse(Who.ALL));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String sentence() {
        return KIND + "." + who;
    }

    @Override
    public Rank rank() {
        return Rank.MONEY;
    }

    @Override
    public Part members(ReportFilter filter) {
        String which = who == Who.NEWCOMERS ? " and elsewhere" : "";
        return OfProgramme.from(ReportTables.buyers(OfProgramme.days(filter), new Whom(filter)))
                .then(Part.of("select member_id, sales::bigint as worth from known"
                        + " where sales is not null" + which))
                .then(OfProgramme.at("partner_id", Optional.of(at)));
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("at", Optional.of(at))
                .and("who", Optional.of(who.name().toLowerCase(Locale.ROOT)))
                .all();
    }

    @Override
    public List<Detail> details() {
        return List.of(new Detail("at", Called.partner(at)));
    }
}
