package shutaf.programme;

import shutaf.intake.IntakeOutcome;
import shutaf.member.MemberRef;
import shutaf.partner.Partners;
import shutaf.platform.Sql;
import shutaf.purchase.Purchase;
import shutaf.purchase.Segment;
import shutaf.redemption.RedemptionDesk;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A year of members of three tiers at three partners, in which points are earned, waiting, spent at
 * home and elsewhere, given back, taken back, set aside and expired; with a record of what was
 * bought and spent, to be counted in another way than the database does.
 */
public final class LivelyYear {
    /** Where the random numbers begin. */
    public static final long SEED = 20261122;

    /** How many members there are. */
    public static final int MEMBERS = 33;

    /** Tiers that no other test has, so that the groups are this year's alone. */
    public static final List<String> TIERS = List.of("NARROW_A", "NARROW_B", "NARROW_C");

    /** Members are of these in turns, at the market. */
    public static final List<Segment> SEGMENTS = List.of(Segment.LOYAL, Segment.ONE_TIME);

    /** The member, by place, who is scored without a value. */
    public static final int UNVALUED = 5;

    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 7);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final int EVENTS = 180;
    private static final long LEAST_WORTH = 1_001L;

    private final Programme programme = new Programme();
    private final PartnerId market = programme.partner("MARKET");
    private final PartnerId cafe = programme.partner("CAFE", t -> SpendingTerms.refund(t, 550));
    private final PartnerId gym = programme.partner("GYM", SpendingTerms::waiting);
    private final Map<Programme.Person, String> tiers = new LinkedHashMap<>();
    private final List<Sale> sales = new ArrayList<>();
    private final List<Spent> spent = new ArrayList<>();
    private final Random chance = new Random(SEED);

    /** What somebody bought, in minor units. */
    public record Sale(Programme.Person who, PartnerId at, LocalDate on, long minor) {}

    /** Points that somebody spent. */
    public record Spent(Programme.Person who, PartnerId at, long points) {}

    /** Lives through it; the hub's day is then in December 2028, when the first points expired. */
    public LivelyYear() {
        programme.at(BEGIN.toString());
        for (int n = 0; n < MEMBERS; n++) {
            Programme.Person who = programme.member(market);
            String tier = TIERS.get(n % TIERS.size());
            tiers.put(who, tier);
            run("update member set tier = ? where id = ?", tier, who.id().value());
        }
        for (int event = 0; event < EVENTS; event++) {
            programme.at(BEGIN.plusDays(2L * event).toString());
            happens(event);
        }
        programme.at("2028-02-05");
        programme.night();
        Programme.Person last = people().getFirst();
        buys(last, cafe);
        programme.hold(programme.asks(last, cafe, 1));
        score();
    }

    private void happens(int event) {
        Programme.Person who = people().get(chance.nextInt(MEMBERS));
        PartnerId at = event % 11 == 0 ? gym : shop();
        Purchase bought = buys(who, at);
        if (event % 3 == 0 && programme.balance(who) > 4) {
            spends(who, event % 2 == 0 ? Optional.of(bought) : Optional.empty(), event % 9 == 0);
        }
        if (event % 7 == 0) {
            programme.takeBack(programme.returnOf(bought, "1", "2.00"));
        }
        if (event % 30 == 0) {
            programme.night();
        }
    }

    private PartnerId shop() {
        return chance.nextInt(2) == 0 ? market : cafe;
    }

    /** Food, and drink for a shekel, on one receipt. */
    private Purchase buys(Programme.Person who, PartnerId at) {
        long minor = chance.nextInt(5, 95) * 100L;
        Purchase bought = programme.receipt(
                at,
                Optional.of(MemberRef.of("CARD", who.card())),
                List.of(
                        Programme.line(1, minor / 100 - 1 + ".00", "FOOD"),
                        Programme.line(2, "1.00", "DRINK")));
        if (!(programme.send(bought) instanceof IntakeOutcome.Accrued)) {
            throw new IllegalStateException("not accrued at " + at);
        }
        sales.add(new Sale(who, at, programme.today(), minor));
        return bought;
    }

    /** Points of the oldest lots, at any shop, or on the receipt where that is no gym's. */
    private void spends(Programme.Person who, Optional<Purchase> receipt, boolean back) {
        long points = chance.nextInt(1, 5);
        if (receipt.isPresent() && !back) {
            programme.spendsOn(who, receipt.get(), points);
            spent.add(new Spent(who, receipt.get().partner(), points));
            return;
        }
        PartnerId at = shop();
        long redemption = programme.spends(who, at, points);
        spent.add(new Spent(who, at, points));
        if (back) {
            programme.call(() ->
                    programme.bean(RedemptionDesk.class).reverse(at, redemption, "RETURNED", "t"));
        }
    }

    /** Scores by hand at the market: the one who came n-th is worth n more. */
    private void score() {
        run("""
                insert into lifetime_scoring values (?, ?, 'bgnbd', true, true, 1, now(),
                  '-infinity')""", market.value(), END);
        for (int n = 0; n < MEMBERS; n++) {
            run(
                    """
                    insert into lifetime_score (partner_id, member_id, x, first_day, last_day,
                      as_of, p_alive, purchases12, clv12, segment)
                    values (?, ?, 1, ?, ?, ?, 0.5, 1, ?, ?)""",
                    market.value(),
                    people().get(n).id().value(),
                    BEGIN,
                    END,
                    END,
                    n == UNVALUED ? null : worth(n),
                    SEGMENTS.get(n % 2).name());
        }
    }

    /** What the member of that place is worth in twelve months, in minor units. */
    public static long worth(int place) {
        return LEAST_WORTH + place;
    }

    private void run(String statement, Object... arguments) {
        programme.call(() -> programme.bean(Sql.class).run(statement, arguments));
    }

    /** The programme in which it happened. */
    public Programme programme() {
        return programme;
    }

    /** The partner where all members are enrolled and scored. */
    public PartnerId market() {
        return market;
    }

    /** All three partners. */
    public List<PartnerId> shops() {
        return List.of(market, cafe, gym);
    }

    /** A partner's code. */
    public String code(PartnerId shop) {
        return programme
                .call(() -> programme.bean(Partners.class).names(shop))
                .orElseThrow()
                .code();
    }

    /** All members in the order in which they came. */
    public List<Programme.Person> people() {
        return List.copyOf(tiers.keySet());
    }

    /** Whose tier is what. */
    public Map<Programme.Person, String> tiers() {
        return tiers;
    }

    /** Everything that was bought. */
    public List<Sale> sales() {
        return sales;
    }

    /** Everything that was spent, also what was given back later. */
    public List<Spent> spent() {
        return spent;
    }
}
