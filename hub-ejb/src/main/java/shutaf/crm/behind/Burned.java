package shutaf.crm.behind;

import shutaf.economics.ReportDays;
import shutaf.economics.ReportTables;
import shutaf.economics.Whom;
import shutaf.purchase.ReportFilter;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Points earned at one partner and spent at another, or the money for them, each member with
 * theirs.
 *
 * @param money whether it is the money that the acceptor received; else the points
 * @param what which of them
 * @param issuer code of the partner that issued them; any when left out
 * @param at code of the partner that accepted them; any when left out
 */
public record Burned(boolean money, What what, Optional<String> issuer, Optional<String> at)
        implements OfProgramme {
    static final String POINTS = "burned";
    static final String MONEY = "reimbursed";

    /** Which of them. */
    public enum What {
        /** By captured redemptions. */
        TAKEN,
        /** Of these, points that another partner than the acceptor issued. */
        FOREIGN,
        /** Given back later, below zero. */
        BACK,
        /** What was taken, less what was given back. */
        STAYED
    }

    /** What is given back is told of the acceptor alone. */
    private static final Set<What> OF_ACCEPTOR = EnumSet.of(What.BACK, What.STAYED);

    static Question points(Parameters asked) {
        return of(asked, false);
    }

    static Question money(Parameters asked) {
        return of(asked, true);
    }

    private static Question of(Parameters asked, boolean money) {
        Optional<What> what = asked.one("what", What.class);
        Optional<String> issuer = asked.text("issuer");
        if (what.isEmpty()) {
            asked.refuse("what");
        }
        if (issuer.isPresent() && what.filter(OF_ACCEPTOR::contains).isPresent()) {
            asked.refuse("issuer");
        }
        return new Burned(money, what.orElse(What.TAKEN), issuer, asked.text("at"));
    }

    @Override
    public String kind() {
        return money ? MONEY : POINTS;
    }

    @Override
    public String sentence() {
        return kind() + "." + what;
    }

    @Override
    public Rank rank() {
        return money ? Rank.MONEY : Rank.POINTS;
    }

    @Override
    public Part members(ReportFilter filter) {
        ReportDays days = OfProgramme.days(filter);
        Whom whom = new Whom(filter);
        return switch (what) {
            case TAKEN, FOREIGN -> taken(days, whom);
            case BACK -> back(days, whom);
            case STAYED ->
                Part.of("select member_id, sum(worth)::bigint as worth from ((")
                        .then(taken(days, whom))
                        .then(Part.of(") union all ("))
                        .then(back(days, whom))
                        .then(Part.of(")) turned"))
                        .then(OfProgramme.byMember("sum(worth)"));
        };
    }

    private String unit() {
        return money ? "money" : "points";
    }

    private Part taken(ReportDays days, Whom whom) {
        String which = what == What.FOREIGN ? "issuer_id <> acceptor" : "true";
        return OfProgramme.from(ReportTables.burned(days, whom))
                .then(Part.of("select member_id, sum(" + unit()
                        + ")::bigint as worth from taken where " + which))
                .then(OfProgramme.at("issuer_id", issuer))
                .then(OfProgramme.at("acceptor", at))
                .then(Part.of("group by member_id"));
    }

    private Part back(ReportDays days, Whom whom) {
        return OfProgramme.from(ReportTables.passed(days, whom))
                .then(Part.of("select member_id, sum(" + unit() + ")::bigint as worth from passed"
                        + " where kind = 'REDEMPTION_REVERSAL'"))
                .then(OfProgramme.at("partner_id", at))
                .then(Part.of("group by member_id"));
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("what", Optional.of(what.name().toLowerCase(Locale.ROOT)))
                .and("issuer", issuer)
                .and("at", at)
                .all();
    }

    @Override
    public List<Detail> details() {
        return Stream.concat(
                        issuer.map(code -> new Detail("issuer", Called.partner(code))).stream(),
                        at.map(code -> new Detail("at", Called.partner(code))).stream())
                .toList();
    }
}
