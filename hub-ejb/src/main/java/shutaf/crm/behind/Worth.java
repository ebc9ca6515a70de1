package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What customers will be worth over twelve months by the last scores, each with theirs, also those
 * without a value: in sales, or in margin.
 *
 * @param at code of the partner whose customers; of the report's partner, or of the coalition, when
 *     left out
 * @param margin share of sales that is margin, in basis points; the value in sales when left out
 * @param group of which segment of these customers; of all when left out
 */
public record Worth(Optional<String> at, OptionalInt margin, Optional<Segment> group)
        implements OfProgramme {
    static final String KIND = "worth";

    private static final int ALL_OF_SALES = 10_000;

    static Question of(Parameters asked) {
        return new Worth(
                asked.text("at"),
                asked.number("margin", 0, ALL_OF_SALES),
                asked.one("group", Segment.class));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean ofScores() {
        return true;
    }

    @Override
    public Rank rank() {
        return Rank.MONEY;
    }

    /** Rounded as in {@link shutaf.economics.CustomerValues}. */
    @Override
    public Part members(ReportFilter filter) {
        Part whose = at.isPresent()
                ? OfProgramme.at("partner_id", at)
                : Part.of("and partner_id = ?", filter.scope().value());
        return Part.of(
                        "select member_id, round(clv12 * ? / 10000.0)::bigint as worth"
                                + " from lifetime_score where true",
                        margin.orElse(ALL_OF_SALES))
                .then(whose)
                .then(group.map(s -> Part.of("and segment = ?", s.name())).orElse(Part.of("")))
                .then(Part.of(filter.members("member_id"), filter.memberValues().toArray()));
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("at", at)
                .and("margin", margin.stream().boxed().findFirst())
                .and("group", group.map(Segment::name))
                .all();
    }

    @Override
    public String sentence() {
        return margin.isPresent() ? KIND + ".margin" : KIND;
    }

    @Override
    public List<Detail> details() {
        return Stream.of(
                        at.map(code -> new Detail("at", Called.partner(code))),
                        group.map(segment -> new Detail("group", segment)),
                        margin.stream()
                                .boxed()
                                .findFirst()
                                .map(m -> new Detail(
                                        "margin", BigDecimal.valueOf(m, 2).toPlainString() + "%")))
                .flatMap(Optional::stream)
                .toList();
    }
}
