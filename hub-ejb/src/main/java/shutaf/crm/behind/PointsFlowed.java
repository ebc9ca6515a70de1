package shutaf.crm.behind;

import shutaf.economics.ReportDays;
import shutaf.economics.ReportTables;
import shutaf.economics.Whom;
import shutaf.ledger.Funding;
import shutaf.purchase.ReportFilter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Points that went into members' lots or out of them, each member with theirs: above zero into the
 * lots, below zero out of them.
 *
 * @param what which of them
 * @param month in which month; in all months that the report begins in or reaches when left out
 * @param issuer code of the partner that issued them; any of the report's when left out
 * @param funding why they were issued; whatever when left out
 */
public record PointsFlowed(
        What what, Optional<YearMonth> month, Optional<String> issuer, Optional<Funding> funding)
        implements OfProgramme {
    static final String KIND = "points";

    /** What happened to points. */
    public enum What {
        /** Open before the first day. */
        OPENING("flow not in ('SET_ASIDE', 'MATURED') and day < ?"),
        /** Open after the last day. */
        CLOSING("flow not in ('SET_ASIDE', 'MATURED') and day <= ?"),
        /** Earned. */
        ISSUED(within("'ISSUED'")),
        /** Taken back by returns. */
        CLAWED_BACK(within("'CLAWED_BACK'")),
        /** Earned less taken back. */
        EARNED(within("'ISSUED', 'CLAWED_BACK'")),
        /** Spent. */
        SPENT(within("'SPENT'")),
        /** Spent, and taken back later. */
        GIVEN_BACK(within("'GIVEN_BACK'")),
        /** Spent less given back. */
        SPENT_NET(within("'SPENT', 'GIVEN_BACK'")),
        /** Reached the end of their life. */
        EXPIRED(within("'EXPIRED'")),
        /** By hand, debts, reinstated. */
        OTHERS(within("'ADJUSTED', 'DEBT_SETTLED', 'REINSTATED'")),
        /** Pending points that became spendable. */
        MATURED(within("'MATURED'") + " and not pending");

        private final String condition;

        What(String condition) {
            this.condition = condition;
        }

        private static String within(String flows) {
            return "flow in (" + flows + ") and day between ? and ?";
        }

        private Part of(LocalDate first, LocalDate last) {
            return switch (this) {
                case OPENING -> Part.of(condition, first);
                case CLOSING -> Part.of(condition, last);
                default -> Part.of(condition, first, last);
            };
        }
    }

    static Question of(Parameters asked) {
        Optional<What> what = asked.one("what", What.class);
        if (what.isEmpty()) {
            asked.refuse("what");
        }
        return new PointsFlowed(
                what.orElse(What.CLOSING),
                asked.month("month"),
                asked.text("issuer"),
                asked.one("funding", Funding.class));
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

    /**
     * Months are whole ones: that of the first day from its beginning, the last to the last day.
     */
    @Override
    public Part members(ReportFilter filter) {
        ReportDays days = OfProgramme.days(filter);
        LocalDate first = month.orElse(YearMonth.from(days.from())).atDay(1);
        LocalDate last = month.map(YearMonth::atEndOfMonth)
                .filter(end -> end.isBefore(days.to()))
                .orElse(days.to());
        Part ofFunding = funding.map(f -> Part.of("and funding = ?", f.name())).orElse(Part.of(""));
        return OfProgramme.from(ReportTables.points(filter.scope(), days.to(), new Whom(filter)))
                .then(Part.of("select member_id, sum(points)::bigint as worth from moved where"))
                .then(what.of(first, last))
                .then(OfProgramme.at("issuer_id", issuer))
                .then(ofFunding)
                .then(OfProgramme.byMember("sum(points)"));
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("what", Optional.of(what.name().toLowerCase(Locale.ROOT)))
                .and("month", month)
                .and("issuer", issuer)
                .and("funding", funding.map(Funding::name))
                .all();
    }

    @Override
    public List<Detail> details() {
        return Stream.of(
                        month.map(m -> new Detail("month", m)),
                        issuer.map(code -> new Detail("issuer", Called.partner(code))),
                        funding.map(f -> new Detail("funding", f)))
                .flatMap(Optional::stream)
                .toList();
    }
}
