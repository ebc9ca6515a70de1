package shutaf.crm.behind;

import shutaf.economics.ReportTables;
import shutaf.economics.Whom;
import shutaf.purchase.ReportFilter;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The points that became spendable in a month, and what has become of them by the report's last
 * day, each member with theirs.
 *
 * @param what which of them
 * @param born the month; all months when left out
 */
public record PointsBorn(What what, Optional<YearMonth> born) implements OfProgramme {
    static final String KIND = "born";

    /** What has become of them. */
    public enum What {
        /** All of them, less what returns took back. */
        ALL("1", "flow in ('ISSUED', 'MATURED', 'CLAWED_BACK', 'DEBT_SETTLED', 'ADJUSTED')"),
        /** Spent, less given back. */
        SPENT("-1", "flow in ('SPENT', 'GIVEN_BACK')"),
        /** Expired, less reinstated. */
        EXPIRED("-1", "flow in ('EXPIRED', 'REINSTATED')"),
        /** Still open; what a till has set aside is. */
        OPEN("1", "flow <> 'SET_ASIDE'");

        private final String sign;
        private final String condition;

        What(String sign, String condition) {
            this.sign = sign;
            this.condition = condition;
        }
    }

    static Question of(Parameters asked) {
        Optional<What> what = asked.one("what", What.class);
        if (what.isEmpty()) {
            asked.refuse("what");
        }
        return new PointsBorn(what.orElse(What.ALL), asked.month("born"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String sentence() {
        return KIND + "." + what;
    }

    @Override
    public Rank rank() {
        return Rank.POINTS;
    }

    @Override
    public Part members(ReportFilter filter) {
        Part inMonth = born.map(
                        m -> Part.of("and born between ? and ?", m.atDay(1), m.atEndOfMonth()))
                .orElse(Part.of(""));
        return OfProgramme.from(ReportTables.points(
                        filter.scope(), OfProgramme.days(filter).to(), new Whom(filter)))
                .then(Part.of("select member_id, (" + what.sign
                        + " * sum(points))::bigint as worth from moved where not pending and "
                        + what.condition))
                .then(inMonth)
                .then(OfProgramme.byMember("sum(points)"));
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("what", Optional.of(what.name().toLowerCase(Locale.ROOT)))
                .and("born", born)
                .all();
    }

    @Override
    public List<Detail> details() {
        return born.map(m -> new Detail("born", m)).stream().toList();
    }
}
