package shutaf.crm.behind;

import shutaf.economics.ReportTables;
import shutaf.economics.Whom;
import shutaf.purchase.ReportFilter;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sales through the programme, each member with what they paid, or with how many receipts.
 *
 * @param what which of the sales
 * @param month of which month; of all days of the report when left out
 * @param at code of the partner that sold; any of the report's when left out
 */
public record Sold(What what, Optional<YearMonth> month, Optional<String> at)
        implements OfProgramme {
    static final String KIND = "sold";
    static final String RECEIPTS = "receipts";

    /** Which sales. */
    public enum What {
        /** Receipts of members, counted. */
        RECEIPTS("sale"),
        /** All to members. */
        MEMBERS("sale"),
        /** To those who had bought at the same partner on an earlier day. */
        REPEAT("sale and business_date > here"),
        /** To those who had bought at any partner on an earlier day. */
        REPEAT_ANYWHERE("sale and business_date > anywhere"),
        /** Those that earned points. */
        EARNING("sale and status = 'ACCRUED' and points > 0"),
        /** Those that were paid with points, in whole or in part. */
        SPENDING("sale and spending"),
        /** No sales: money given back for goods. */
        RETURNS("not sale");

        private final String condition;

        What(String condition) {
            this.condition = condition;
        }
    }

    static Question receipts(Parameters asked) {
        return new Sold(What.RECEIPTS, asked.month("month"), asked.text("at"));
    }

    static Question of(Parameters asked) {
        Optional<What> what = asked.one("what", What.class);
        if (what.isEmpty() || what.get() == What.RECEIPTS) {
            asked.refuse("what");
        }
        return new Sold(what.orElse(What.MEMBERS), asked.month("month"), asked.text("at"));
    }

    @Override
    public String kind() {
        return isCounted() ? RECEIPTS : KIND;
    }

    private boolean isCounted() {
        return what == What.RECEIPTS;
    }

    @Override
    public String sentence() {
        return isCounted() ? RECEIPTS : KIND + "." + what;
    }

    @Override
    public Rank rank() {
        return isCounted() ? Rank.TIMES : Rank.MONEY;
    }

    @Override
    public Part members(ReportFilter filter) {
        Part ofMonth = month.map(m ->
                        Part.of("and business_date between ? and ?", m.atDay(1), m.atEndOfMonth()))
                .orElse(Part.of(""));
        return OfProgramme.from(ReportTables.receipts(
                        filter.scope(), OfProgramme.days(filter), new Whom(filter)))
                .then(Part.of(
                        "select member_id, " + (isCounted() ? "count(*)" : "sum(total)::bigint")
                                + " as worth from told"
                                + " where member_id is not null and " + what.condition))
                .then(ofMonth)
                .then(OfProgramme.at("partner_id", at))
                .then(Part.of("group by member_id"));
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and(
                        "what",
                        Optional.of(what.name().toLowerCase(Locale.ROOT))
                                .filter(unused -> !isCounted()))
                .and("month", month)
                .and("at", at)
                .all();
    }

    @Override
    public List<Detail> details() {
        return Stream.concat(
                        month.map(m -> new Detail("month", m)).stream(),
                        at.map(code -> new Detail("at", Called.partner(code))).stream())
                .toList();
    }
}
