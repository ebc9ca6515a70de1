package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import shutaf.economics.BasketAffinity;
import shutaf.economics.BurnedPoints;
import shutaf.economics.CustomerValue;
import shutaf.economics.CustomerValues;
import shutaf.economics.MoneyPosition;
import shutaf.economics.MonthlySales;
import shutaf.economics.Newcomers;
import shutaf.economics.PartnerFlows;
import shutaf.economics.PointsMovement;
import shutaf.economics.PointsMovements;
import shutaf.economics.ProgrammeSales;
import shutaf.economics.ReportDays;
import shutaf.economics.Whom;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Programme economics of some members: the figures are those of a loop over the same members'
 * dealings, the groups together are the whole, and the open points of every group are proven.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NarrowedEconomicsTest {
    private static final List<String> TIERS = LivelyYear.TIERS;
    private static final ReportDays YEAR =
            new ReportDays(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 12, 31));

    private final LivelyYear year = new LivelyYear();
    private final Programme programme = year.programme();
    private final PartnerId market = year.market();
    private final PartnerId cafe = year.shops().get(1);
    private final Map<Programme.Person, String> tiers = year.tiers();

    private static Whom tier(PartnerId scope, String tier) {
        return new Whom(
                new ReportFilter(scope, Optional.empty(), Optional.empty(), Optional.of(tier)));
    }

    private Whom segment(Segment segment) {
        return new Whom(new ReportFilter(
                market,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(segment)));
    }

    private <B, T> T read(Class<B> bean, Function<B, T> question) {
        return programme.call(() -> question.apply(programme.bean(bean)));
    }

    @Test
    void sales_are_those_of_a_loop_over_the_same_members() {
        for (String tier : TIERS) {
            List<MonthlySales> read = read(
                    ProgrammeSales.class,
                    s -> s.monthly(PartnerId.HUB, YEAR, tier(PartnerId.HUB, tier)));
            Map<String, Long> byHand = ofYear(tier)
                    .collect(Collectors.groupingBy(
                            s -> s.at().value() + " " + s.on().toString().substring(0, 7),
                            TreeMap::new,
                            Collectors.summingLong(LivelyYear.Sale::minor)));
            assertThat(read.stream()
                            .collect(Collectors.toMap(
                                    m -> m.partner().value() + " " + m.month(),
                                    MonthlySales::memberSales)))
                    .isEqualTo(byHand);
            assertThat(read).allMatch(m -> m.sales() == m.memberSales());
            assertThat(sum(read, MonthlySales::receipts)).isEqualTo(ofYear(tier).count());
            assertThat(sum(read, MonthlySales::repeatSales))
                    .isEqualTo(ofYear(tier)
                            .filter(s -> s.on().isAfter(firstDay(s.who(), s.at()::equals)))
                            .mapToLong(LivelyYear.Sale::minor)
                            .sum());
        }
    }

    private Stream<LivelyYear.Sale> ofYear(String tier) {
        return year.sales().stream()
                .filter(s -> tiers.get(s.who()).equals(tier)
                        && !s.on().isBefore(YEAR.from())
                        && !s.on().isAfter(YEAR.to()));
    }

    private LocalDate firstDay(Programme.Person who, Predicate<PartnerId> at) {
        return year.sales().stream()
                .filter(s -> s.who().equals(who) && at.test(s.at()))
                .map(LivelyYear.Sale::on)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }

    @Test
    void newcomers_and_partners_together_are_those_of_a_loop_over_the_same_members() {
        for (String tier : TIERS) {
            Whom whom = tier(PartnerId.HUB, tier);
            List<Newcomers> read = read(ProgrammeSales.class, s -> s.newcomers(YEAR, whom));
            for (PartnerId shop : year.shops()) {
                Set<Long> buyers = buyers(tier, shop);
                long fromOthers = tiers.keySet().stream()
                        .filter(who -> buyers.contains(who.id().value())
                                && firstDay(who, p -> !p.equals(shop))
                                        .isBefore(firstDay(who, shop::equals)))
                        .count();
                assertThat(read)
                        .filteredOn(n -> n.partner().equals(shop))
                        .singleElement()
                        .satisfies(n -> assertThat(List.of(n.buyers(), n.fromOthers()))
                                .containsExactly((long) buyers.size(), fromOthers));
            }
            Set<Long> both = buyers(tier, market);
            both.retainAll(buyers(tier, cafe));
            List<BasketAffinity.Pair> pairs =
                    read(BasketAffinity.class, a -> a.partners(YEAR, whom, 1));
            assertThat(pairs)
                    .filteredOn(p ->
                            p.one().equals(year.code(cafe)) && p.other().equals(year.code(market)))
                    .singleElement()
                    .satisfies(p -> assertThat(p.both()).isEqualTo(both.size()));
            List<BasketAffinity.Pair> categories =
                    read(BasketAffinity.class, a -> a.categories(market, YEAR, whom, 1));
            long receipts = ofYear(tier).filter(s -> s.at().equals(market)).count();
            assertThat(categories)
                    .containsExactly(new BasketAffinity.Pair(
                            "DRINK", "FOOD", receipts, receipts, receipts, receipts));
        }
    }

    private Set<Long> buyers(String tier, PartnerId at) {
        return ofYear(tier)
                .filter(s -> s.at().equals(at))
                .map(s -> s.who().id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void points_spent_and_open_are_those_of_a_loop_over_the_same_members() {
        ReportDays ever = new ReportDays(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));
        for (String tier : TIERS) {
            Whom whom = tier(PartnerId.HUB, tier);
            List<BurnedPoints> burned = read(PartnerFlows.class, f -> f.burned(ever, whom));
            for (PartnerId shop : year.shops()) {
                assertThat(burned.stream()
                                .filter(b -> b.acceptor().equals(shop))
                                .mapToLong(BurnedPoints::points)
                                .sum())
                        .isEqualTo(year.spent().stream()
                                .filter(s -> tiers.get(s.who()).equals(tier) && s.at().equals(shop))
                                .mapToLong(LivelyYear.Spent::points)
                                .sum());
            }
            assertThat(open(PartnerId.HUB, whom))
                    .isPositive()
                    .isEqualTo(tiers.entrySet().stream()
                            .filter(e -> e.getValue().equals(tier))
                            .mapToLong(e -> programme.balance(e.getKey())
                                    + programme.column(e.getKey(), "pending")
                                    + programme.column(e.getKey(), "held"))
                            .sum());
        }
    }

    @Test
    void the_open_points_of_every_tier_and_segment_are_proven() {
        List<Whom> groups = new ArrayList<>(List.of(Whom.everybody(market)));
        TIERS.forEach(tier -> groups.add(tier(PartnerId.HUB, tier)));
        LivelyYear.SEGMENTS.forEach(segment -> groups.add(segment(segment)));
        groups.add(segment(Segment.CHAMPIONS));
        for (Whom whom : groups) {
            for (PartnerId scope : List.of(market, cafe, PartnerId.HUB)) {
                for (LocalDate day : List.of(LocalDate.of(2026, 6, 30), programme.today())) {
                    long open = open(scope, whom, day);
                    PointsMovements.Proof proof =
                            read(PointsMovements.class, m -> m.proof(scope, day, whom));
                    assertThat(proof.holds(open))
                            .as("%s of %s: %s is %d", whom, scope, proof, open)
                            .isTrue();
                    assertThat(proof.holds(open + 1)).isFalse();
                }
            }
        }
    }

    private long open(PartnerId scope, Whom whom) {
        return open(scope, whom, programme.today());
    }

    private long open(PartnerId scope, Whom whom, LocalDate day) {
        return read(PointsMovements.class, m -> m.until(scope, day, whom)).stream()
                .filter(m -> m.flow() != PointsMovement.Flow.SET_ASIDE)
                .mapToLong(PointsMovement::points)
                .sum();
    }

    @Test
    void all_groups_together_are_the_whole() {
        Whom all = Whom.everybody(market);
        assertAdditive(
                all,
                whom -> read(ProgrammeSales.class, s -> s.monthly(market, YEAR, whom)),
                List.of(
                        MonthlySales::receipts,
                        MonthlySales::memberSales,
                        MonthlySales::repeatAnywhere,
                        MonthlySales::earningSales,
                        MonthlySales::spendingSales,
                        MonthlySales::returns));
        for (PointsMovement.Flow flow : PointsMovement.Flow.values()) {
            assertAdditive(
                    all,
                    whom -> read(
                            PointsMovements.class, m -> m.until(market, programme.today(), whom)),
                    List.of(m -> m.flow() == flow ? m.points() : 0));
        }
        assertAdditive(
                all,
                whom -> read(PartnerFlows.class, f -> f.burned(YEAR, whom)),
                List.of(
                        b -> b.acceptor().equals(market) ? b.points() : 0,
                        b -> b.acceptor().equals(cafe) ? b.money() : 0));
        assertAdditive(
                all,
                whom -> read(PartnerFlows.class, f -> f.positions(YEAR, whom)),
                List.of(
                        p -> p.partner().equals(market) ? p.net() : 0,
                        p -> p.partner().equals(cafe) ? p.issuedPoints() : 0,
                        (MoneyPosition p) -> p.partner().equals(cafe) ? p.reversedMoney() : 0));
    }

    private <F> void assertAdditive(
            Whom all, Function<Whom, List<F>> reader, List<ToLongFunction<F>> figures) {
        for (ToLongFunction<F> figure : figures) {
            long parts = TIERS.stream()
                    .mapToLong(t -> sum(reader.apply(tier(market, t)), figure))
                    .sum();
            assertThat(parts).isEqualTo(sum(reader.apply(all), figure));
        }
    }

    @Test
    void a_groups_value_is_the_sum_of_its_members_and_each_margin_is_rounded_once() {
        Map<PartnerId, Integer> quarter = Map.of(market, 2_500, cafe, 1);
        List<CustomerValue> all = values(Whom.everybody(market), quarter);

        assertThat(all).hasSize(3);
        CustomerValue whole = all.getFirst();
        assertThat(whole.segment()).isEmpty();
        assertThat(List.of(whole.customers(), whole.valued())).containsExactly(33L, 32L);
        assertThat(whole.sales()).isEqualTo(valued().sum());
        assertThat(whole.margin())
                .isEqualTo(valued().map(minor -> Math.round(minor * 0.25)).sum());
        for (ToLongFunction<CustomerValue> figure : List.<ToLongFunction<CustomerValue>>of(
                CustomerValue::customers, CustomerValue::sales, CustomerValue::margin)) {
            assertThat(sum(all.subList(1, 3), figure)).isEqualTo(figure.applyAsLong(whole));
            assertThat(TIERS.stream()
                            .mapToLong(t -> figure.applyAsLong(
                                    values(tier(market, t), quarter).getFirst()))
                            .sum())
                    .isEqualTo(figure.applyAsLong(whole));
            assertThat(figure.applyAsLong(
                            values(segment(Segment.LOYAL), quarter).getFirst()))
                    .isEqualTo(figure.applyAsLong(all.stream()
                            .filter(v -> v.segment().equals(Optional.of(Segment.LOYAL)))
                            .findFirst()
                            .orElseThrow()));
        }
        assertThat(values(Whom.everybody(market), Map.of()).getFirst().margin())
                .isEqualTo(whole.sales());
    }

    private static LongStream valued() {
        return IntStream.range(0, LivelyYear.MEMBERS)
                .filter(n -> n != LivelyYear.UNVALUED)
                .mapToLong(LivelyYear::worth);
    }

    private List<CustomerValue> values(Whom whom, Map<PartnerId, Integer> margins) {
        return read(CustomerValues.class, v -> v.of(market, whom, margins));
    }

    private static <F> long sum(List<F> rows, ToLongFunction<F> figure) {
        return rows.stream().mapToLong(figure).sum();
    }
}
