package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import shutaf.crm.MembersBehind;
import shutaf.crm.behind.Buyers;
import shutaf.economics.BasketAffinity;
import shutaf.economics.BasketAffinity.Pair;
import shutaf.economics.MonthlySales;
import shutaf.economics.Newcomers;
import shutaf.economics.ProgrammeSales;
import shutaf.economics.ReportDays;
import shutaf.economics.Whom;
import shutaf.intake.IntakeOutcome;
import shutaf.member.MemberRef;
import shutaf.purchase.Purchase;
import shutaf.purchase.PurchaseLine;
import shutaf.purchase.ReportFilter;
import shutaf.shared.PartnerId;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What sells, to whom, and together with what: the database's sums against a count by hand. */
class AffinityTest {
    private static final List<String> CATEGORIES =
            List.of("BREAD", "CHEESE", "DIAPERS", "FISH", "", "WINE");
    private static final long SEED = 20261122;

    private static final Whom ALL = Whom.everybody(PartnerId.HUB);

    private final Programme programme = new Programme();
    private final PartnerId market = programme.partner("MARKET");
    private final PartnerId cafe = programme.partner("CAFE");
    private final ReportDays march =
            new ReportDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Test
    void categories_on_one_receipt_are_counted_as_a_loop_over_all_receipts_would() {
        Random chance = new Random(SEED);
        List<Set<String>> baskets = new ArrayList<>();
        programme.at("2026-03-10");
        Programme.Person noa = programme.member(market);
        for (int n = 0; n < 120; n++) {
            List<String> bought = new ArrayList<>();
            for (int k = 1 + chance.nextInt(6); k > 0; k--) {
                bought.add(CATEGORIES.get(chance.nextInt(CATEGORIES.size())));
            }
            sell(market, n % 2 == 0 ? Optional.of(noa) : Optional.empty(), bought);
            Set<String> named = new TreeSet<>(bought);
            named.remove("");
            if (!named.isEmpty()) {
                baskets.add(named);
            }
        }
        sell(cafe, Optional.empty(), List.of("BREAD", "WINE"));
        programme.at("2026-04-01");
        sell(market, Optional.empty(), List.of("BREAD", "WINE"));

        for (long least : new long[] {1, 30, 1_000}) {
            List<Pair> pairs = programme.call(() ->
                    programme.bean(BasketAffinity.class).categories(market, march, ALL, least));
            assertThat(pairs)
                    .as("seed %d, least %d", SEED, least)
                    .containsExactlyInAnyOrderElementsOf(byHand(baskets, least));
            assertThat(pairs).isSortedAccordingTo((a, b) -> Double.compare(lift(b), lift(a)));
        }
    }

    private void sell(PartnerId at, Optional<Programme.Person> who, List<String> categories) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (String category : categories) {
            lines.add(new PurchaseLine(
                    lines.size() + 1,
                    "sku",
                    "milk",
                    category.isEmpty() ? List.of() : List.of(category),
                    BigDecimal.ONE,
                    300,
                    0,
                    BigDecimal.ZERO));
        }
        assertThat(programme.send(
                        programme.receipt(at, who.map(w -> MemberRef.of("CARD", w.card())), lines)))
                .isNotInstanceOf(IntakeOutcome.Refused.class);
    }

    private static List<Pair> byHand(List<Set<String>> baskets, long least) {
        Map<String, Long> ones = baskets.stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        TreeMap<String, Long> both = new TreeMap<>();
        for (Set<String> basket : baskets) {
            for (String one : basket) {
                for (String other : basket) {
                    if (one.compareTo(other) < 0) {
                        both.merge(one + " " + other, 1L, Long::sum);
                    }
                }
            }
        }
        return both.entrySet().stream()
                .filter(e -> e.getValue() >= least)
                .map(e -> {
                    String[] pair = e.getKey().split(" ");
                    return new Pair(
                            pair[0],
                            pair[1],
                            e.getValue(),
                            ones.get(pair[0]),
                            ones.get(pair[1]),
                            baskets.size());
                })
                .toList();
    }

    private static double lift(Pair pair) {
        return (double) pair.both() * pair.baskets() / ((double) pair.ones() * pair.others());
    }

    @Test
    void partners_go_together_by_the_members_they_share_in_the_days() {
        ReportDays days = new ReportDays(LocalDate.of(1999, 5, 1), LocalDate.of(1999, 5, 31));
        Random chance = new Random(SEED);
        List<Set<String>> baskets = new ArrayList<>();
        List<PartnerId> shops = List.of(market, cafe, programme.partner("GYM"));
        List<String> codes = shops.stream().map(this::code).toList();
        for (int n = 0; n < 25; n++) {
            programme.at("1999-04-30");
            Programme.Person who = programme.member(market);
            programme.buys(who, shops.get(n % 3), "1.00");
            programme.at("1999-05-12");
            Set<String> visited = new HashSet<>();
            for (int k = chance.nextInt(4); k > 0; k--) {
                int shop = chance.nextInt(3);
                programme.buys(who, shops.get(shop), "1.00");
                visited.add(codes.get(shop));
            }
            if (!visited.isEmpty()) {
                baskets.add(visited);
            }
        }

        for (long least : new long[] {1, 8}) {
            assertThat(programme.call(
                            () -> programme.bean(BasketAffinity.class).partners(days, ALL, least)))
                    .as("seed %d", SEED)
                    .containsExactlyInAnyOrderElementsOf(byHand(baskets, least));
        }
    }

    private String code(PartnerId partner) {
        return programme.call(() -> programme
                .bean(shutaf.partner.Partners.class)
                .names(partner)
                .orElseThrow()
                .code());
    }

    @Test
    void sales_say_who_was_known_who_came_back_and_what_points_were_in() {
        programme.at("2026-02-10");
        Programme.Person noa = programme.member(cafe);
        programme.buys(noa, cafe, "8.00");
        programme.at("2026-03-05");
        Programme.Person avi = programme.member(market);
        Purchase first = programme.buys(noa, market, "100.00");
        programme.buys(noa, market, "10.00");
        programme.buys(avi, market, "0.50");
        programme.at("2026-03-09");
        programme.buys(noa, market, "7.00");
        sell(market, Optional.empty(), List.of("BREAD"));
        programme.takeBack(programme.returnOf(first, "1", "40.00"));
        programme.spends(noa, market, 50);

        assertThat(sales(market))
                .containsExactly(new MonthlySales(
                        market,
                        YearMonth.of(2026, 3),
                        5,
                        4,
                        120_50,
                        117_50,
                        7_00,
                        117_00,
                        117_00,
                        0,
                        40_00));
        assertThat(sales(PartnerId.HUB))
                .filteredOn(m -> m.partner().equals(market))
                .singleElement()
                .satisfies(m -> assertThat(m.repeatSales()).isEqualTo(7_00))
                .satisfies(m -> assertThat(m.repeatAnywhere()).isEqualTo(117_00));
        assertThat(programme.call(() -> programme.bean(ProgrammeSales.class).newcomers(march, ALL)))
                .contains(new Newcomers(market, 2, 1, 117_50, 117_00));
        behindThemIsOnly(noa);
    }

    /** The list behind the figure has as many members as the figure says. */
    private void behindThemIsOnly(Programme.Person who) {
        Buyers question = new Buyers(code(market), Buyers.Who.NEWCOMERS);
        ReportFilter filter = new ReportFilter(
                market, Optional.of(march.from()), Optional.of(march.to()), Optional.empty());
        assertThat(programme.call(
                        () -> programme.bean(MembersBehind.class).page(question, filter, 0, 10)))
                .extracting(MembersBehind.Row::id)
                .containsExactly(who.id());
    }

    @Test
    void a_receipt_is_paid_with_points_when_a_redemption_bears_its_number() {
        programme.at("2026-03-05");
        Programme.Person noa = programme.member(market);
        programme.buys(noa, market, "100.00");
        Purchase coffee = programme.buys(noa, cafe, "20.00");
        programme.spendsOn(noa, coffee, 60);

        assertThat(sales(cafe))
                .singleElement()
                .satisfies(m -> assertThat(m.spendingSales()).isEqualTo(20_00));
        assertThat(programme.call(() -> programme
                        .bean(shutaf.economics.PartnerFlows.class)
                        .foreignSales(march, ALL)))
                .contains(new shutaf.economics.PartnerFlows.ForeignSales(cafe, 1, 20_00));
        assertThat(programme.audit()).isEmpty();
    }

    /** These tests run in the hub's scope, which sees where else a member bought. */
    private List<MonthlySales> sales(PartnerId scope) {
        return programme.call(
                () -> programme.bean(ProgrammeSales.class).monthly(scope, march, ALL));
    }
}
