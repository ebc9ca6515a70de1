package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import shutaf.economics.BurnedPoints;
import shutaf.economics.MoneyPosition;
import shutaf.economics.PartnerFlows;
import shutaf.economics.PointsMovement;
import shutaf.economics.PointsMovement.Flow;
import shutaf.economics.PointsMovements;
import shutaf.economics.ReportDays;
import shutaf.economics.Whom;
import shutaf.partner.PartnerMargins;
import shutaf.platform.Sql;
import shutaf.purchase.Purchase;
import shutaf.redemption.RedemptionDesk;
import shutaf.redemption.RedemptionOutcome;
import shutaf.settlement.LineKind;
import shutaf.settlement.Movement;
import shutaf.settlement.StatementLine;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where points and their money went, held against the ledger and the partners' statements. */
class EconomicsTest {
    private static final ReportDays EVER =
            new ReportDays(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));

    private static final Whom ALL = Whom.everybody(PartnerId.HUB);

    private final Programme programme = new Programme();
    private final PartnerId market = programme.partner("MARKET");
    private final PartnerId cafe = programme.partner("CAFE", t -> SpendingTerms.refund(t, 550));
    private final PartnerId gym = programme.partner("GYM", SpendingTerms::waiting);

    /**
     * A year in which everything happens that can happen to points: earned, waiting, spent whole
     * and in part, let go, taken back, brought back, owed and settled, expired, and one hold that
     * is still open.
     */
    private void aYear() {
        programme.at("2026-01-10");
        Programme.Person noa = programme.member(market);
        Programme.Person avi = programme.member(cafe);
        Purchase groceries = programme.buys(noa, market, "300.00");
        programme.buys(noa, gym, "80.00");
        programme.buys(avi, cafe, "55.50");
        programme.night();
        programme.at("2026-02-20");
        programme.night();
        programme.spends(noa, cafe, 133);
        long lunch = programme.spends(noa, cafe, 21);
        programme.takeBack(programme.returnOf(groceries, "1", "250.00"));
        programme.at("2026-03-03");
        programme.buys(noa, market, "40.00");
        programme.call(
                () -> programme.bean(RedemptionDesk.class).reverse(cafe, lunch, "RETURNED", "t"));
        RedemptionOutcome.Done part =
                (RedemptionOutcome.Done) programme.hold(programme.asks(avi, market, 30));
        programme.capture(market, part.redemption().id(), OptionalLong.of(7));
        RedemptionOutcome.Done none =
                (RedemptionOutcome.Done) programme.hold(programme.asks(avi, market, 10));
        programme.call(() -> programme
                .bean(RedemptionDesk.class)
                .release(market, none.redemption().id(), "t"));
        programme.buys(avi, gym, "90.00");
        programme.at("2028-12-05");
        programme.night();
        programme.buys(noa, cafe, "60.00");
        programme.hold(programme.asks(noa, market, 5));
    }

    @Test
    void every_point_is_somewhere_and_each_month_begins_where_the_last_one_ended() {
        aYear();

        LocalDate today = programme.today();
        List<PointsMovement> all = movements(PartnerId.HUB, today);
        PointsMovements.Proof proof = proof(PartnerId.HUB, today);

        assertThat(proof.holds(open(all))).isTrue();
        assertThat(proof.now() - proof.since()).isEqualTo(open(all));
        assertThat(proof.onTheDay()).contains(open(all));
        assertThat(proof.holds(open(all) + 1)).isFalse();
        assertThat(sum(all, m -> m.flow() == Flow.MATURED)).isZero();
        for (YearMonth month : List.of(YearMonth.of(2026, 1), YearMonth.of(2026, 2))) {
            List<PointsMovement> until = movements(PartnerId.HUB, month.atEndOfMonth());
            assertThat(open(until))
                    .isEqualTo(proof(PartnerId.HUB, month.atEndOfMonth())
                            .onTheDay()
                            .orElseThrow())
                    .isEqualTo(open(
                            all.stream().filter(m -> !m.month().isAfter(month)).toList()));
        }
    }

    @Test
    void each_issuers_points_equal_what_is_left_in_its_lots_and_set_aside() {
        aYear();

        for (PartnerId issuer : List.of(market, cafe, gym)) {
            List<PointsMovement> its = movements(issuer, programme.today());
            assertThat(its).isNotEmpty().allMatch(m -> m.issuer().equals(issuer));
            assertThat(proof(issuer, programme.today()).holds(open(its))).isTrue();
            assertThat(proof(issuer, LocalDate.of(2026, 2, 28))
                            .holds(open(movements(issuer, LocalDate.of(2026, 2, 28)))))
                    .isTrue();
            byFunding(issuer)
                    .forEach((funding, left) -> assertThat(
                                    sum(its, m -> m.funding().name().equals(funding)))
                            .as(issuer + " " + funding)
                            .isEqualTo(left));
        }
    }

    private Map<String, Long> byFunding(PartnerId issuer) {
        return programme.call(() -> programme
                .bean(Sql.class)
                .all("""
                        select funding, sum(remaining)::bigint from lot where issuer_id = ?
                        group by 1""", r -> Map.entry(r.getString(1), r.getLong(2)), issuer.value())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void a_year_by_hand() {
        aYear();

        List<PointsMovement> its = movements(market, programme.today());

        assertThat(flow(its, Flow.ISSUED)).isEqualTo(340);
        assertThat(flow(its, Flow.SPENT)).isEqualTo(-154);
        assertThat(flow(its, Flow.GIVEN_BACK)).isEqualTo(21);
        assertThat(flow(its, Flow.CLAWED_BACK)).isEqualTo(-146);
        assertThat(flow(movements(gym, programme.today()), Flow.ISSUED)).isEqualTo(170);
        assertThat(flow(movements(cafe, programme.today()), Flow.SET_ASIDE)).isEqualTo(-5);
        assertThat(movements(gym, programme.today()))
                .filteredOn(m -> m.flow() == Flow.MATURED)
                .extracting(PointsMovement::pending)
                .contains(true, false);
    }

    @Test
    void what_was_earned_at_one_and_spent_at_another_equals_the_acceptors_statement() {
        aYear();

        List<BurnedPoints> burned =
                programme.call(() -> programme.bean(PartnerFlows.class).burned(EVER, ALL));
        for (PartnerId acceptor : List.of(market, cafe)) {
            Movement own = statement(acceptor, k -> k == LineKind.REDEMPTION_OWN);
            Movement foreign = statement(acceptor, k -> k == LineKind.REDEMPTION_FOREIGN);
            assertThat(cell(burned, b -> at(b, acceptor) && b.issuer().equals(acceptor)))
                    .containsExactly(own.points(), own.moneyMinor());
            assertThat(cell(burned, b -> at(b, acceptor) && !b.issuer().equals(acceptor)))
                    .containsExactly(foreign.points(), foreign.moneyMinor());
        }
        assertThat(cell(burned, b -> b.issuer().equals(market) && at(b, cafe))[0])
                .isEqualTo(-flow(movements(market, programme.today()), Flow.SPENT));
    }

    private static boolean at(BurnedPoints burned, PartnerId acceptor) {
        return burned.acceptor().equals(acceptor);
    }

    private static long[] cell(List<BurnedPoints> burned, Predicate<BurnedPoints> which) {
        List<BurnedPoints> cells = burned.stream().filter(which).toList();
        return new long[] {
            cells.stream().mapToLong(BurnedPoints::points).sum(),
            cells.stream().mapToLong(BurnedPoints::money).sum()
        };
    }

    @Test
    void a_partners_money_is_its_statements_by_kind_of_line() {
        aYear();

        List<MoneyPosition> positions =
                programme.call(() -> programme.bean(PartnerFlows.class).positions(EVER, ALL));
        for (MoneyPosition p : positions) {
            if (List.of(market, cafe, gym).contains(p.partner())) {
                assertThat(List.of(p.issuedPoints(), p.issuedMoney()))
                        .containsExactlyElementsOf(figures(p, LineKind.ACCRUAL, -1));
                assertThat(List.of(p.clawedBackPoints(), p.clawedBackMoney()))
                        .containsExactlyElementsOf(figures(p, LineKind.CLAWBACK, 1));
                assertThat(List.of(p.reversedPoints(), p.reversedMoney()))
                        .containsExactlyElementsOf(figures(p, LineKind.REDEMPTION_REVERSAL, 1));
                Movement all = statement(p.partner(), k -> true);
                assertThat(p.net()).isEqualTo(all.moneyMinor());
            }
        }
    }

    private List<Long> figures(MoneyPosition position, LineKind kind, int sign) {
        Movement lines = statement(position.partner(), k -> k == kind);
        return List.of(sign * lines.points(), lines.moneyMinor());
    }

    @Test
    void the_price_of_points_is_the_agreement_in_force() {
        aYear();
        programme.call(() -> {
            programme.agree(cafe, SpendingTerms.from(LocalDate.of(2028, 12, 6), 450));
            return null;
        });

        assertThat(price(cafe, "2028-12-05")).isEqualTo(List.of(550L, 133L));
        assertThat(price(cafe, "2028-12-06")).isEqualTo(List.of(450L, 133L));
    }

    private List<Long> price(PartnerId acceptor, String day) {
        ReportDays days = new ReportDays(EVER.from(), LocalDate.parse(day));
        return programme
                .call(() -> programme.bean(PartnerFlows.class).reimbursements(days))
                .stream()
                .filter(r -> r.partner().equals(acceptor))
                .map(r -> List.of(r.per100Points(), r.accepted()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_margin_holds_from_its_day_until_the_next_one_and_the_last_word_of_a_day_counts() {
        PartnerMargins margins = programme.bean(PartnerMargins.class);
        programme.at("2026-05-01");
        name(margins, "2026-01-01", 3_000);
        name(margins, "2026-06-01", 2_000);
        programme.at("2026-05-02");
        name(margins, "2026-06-01", 2_500);

        assertThat(on(margins, "2025-12-31")).isNull();
        assertThat(on(margins, "2026-05-31")).isEqualTo(3_000);
        assertThat(on(margins, "2026-06-01")).isEqualTo(2_500);
    }

    private void name(PartnerMargins margins, String from, int basisPoints) {
        programme.call(() -> {
            margins.name(gym, LocalDate.parse(from), basisPoints, "dana");
            return null;
        });
    }

    private Integer on(PartnerMargins margins, String day) {
        return programme.call(() -> margins.on(LocalDate.parse(day))).get(gym);
    }

    private Movement statement(PartnerId partner, Predicate<LineKind> kinds) {
        return programme.lines(partner).stream()
                .filter((StatementLine line) -> kinds.test(line.kind()))
                .map(Movement::of)
                .reduce(Movement.NONE, Movement::plus);
    }

    private List<PointsMovement> movements(PartnerId issuer, LocalDate until) {
        return programme.call(
                () -> programme.bean(PointsMovements.class).until(issuer, until, ALL));
    }

    private PointsMovements.Proof proof(PartnerId issuer, LocalDate until) {
        return programme.call(
                () -> programme.bean(PointsMovements.class).proof(issuer, until, ALL));
    }

    /** Set-aside points have left their lots and are still open. */
    private static long open(List<PointsMovement> movements) {
        return sum(movements, m -> m.flow() != Flow.SET_ASIDE);
    }

    private static long flow(List<PointsMovement> movements, Flow flow) {
        return sum(movements, m -> m.flow() == flow);
    }

    private static long sum(List<PointsMovement> movements, Predicate<PointsMovement> which) {
        return movements.stream()
                .filter(which)
                .mapToLong(PointsMovement::points)
                .sum();
    }
}
