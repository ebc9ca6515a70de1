package shutaf.reports.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import shutaf.economics.PartnerFlows.Reimbursement;
import shutaf.economics.PointsMovement;
import shutaf.economics.PointsMovement.Flow;
import shutaf.ledger.Funding;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flow, ageing and price worked out, to the point and agora. */
class ProgrammeFiguresTest {
    private static final YearMonth JANUARY = SampleProgramme.JANUARY;

    @Test
    void each_month_opens_with_what_the_last_one_left_and_the_parts_are_the_whole() {
        List<PointsMovement> moved = new ArrayList<>(SampleProgramme.movements());
        YearMonth before = JANUARY.minusMonths(2);
        moved.add(SampleProgramme.moved(before, before, Flow.ISSUED, 77));
        moved.add(SampleProgramme.moved(JANUARY, before, Flow.EXPIRED, -7));
        moved.add(SampleProgramme.moved(JANUARY, before, Flow.SET_ASIDE, -20));

        PointsFlow flow = PointsFlow.of(moved, JANUARY, JANUARY.plusMonths(3));

        assertThat(flow.months().firstEntry().getValue().opening()).isEqualTo(77);
        long open = 77;
        for (PointsFlow.Line line : flow.months().values()) {
            assertThat(line.opening()).isEqualTo(open);
            open = line.closing();
        }
        assertThat(open).isEqualTo(flow.whole().closing()).isEqualTo(77 - 7 + 4_000 - 904);
        assertThat(flow.whole().burned()).isEqualTo(904);
        assertThat(flow.classes().values().stream()
                        .mapToLong(PointsFlow.Line::closing)
                        .sum())
                .isEqualTo(open);
    }

    @Test
    void pending_points_mature_inside_and_are_open_before_and_after() {
        PointsMovement earned = pending(Flow.ISSUED, 50);
        PointsMovement out = pending(Flow.MATURED, -50);
        PointsMovement in = SampleProgramme.moved(
                JANUARY.plusMonths(1), JANUARY.plusMonths(1), Flow.MATURED, 50);

        PointsFlow flow = PointsFlow.of(List.of(earned, out, in), JANUARY, JANUARY.plusMonths(1));

        assertThat(flow.whole().closing()).isEqualTo(50);
        assertThat(flow.whole().matured()).isEqualTo(50);
        assertThat(flow.whole().of(Flow.ISSUED)).isEqualTo(50);
    }

    private static PointsMovement pending(Flow flow, long points) {
        return new PointsMovement(
                JANUARY,
                SampleProgramme.MARKET,
                Funding.BONUS,
                true,
                JANUARY,
                Optional.empty(),
                flow,
                points);
    }

    @Test
    void open_points_are_sorted_by_age_and_end_and_their_values_add_up_to_the_agora() {
        List<PointsMovement> moved = new ArrayList<>(SampleProgramme.movements());
        YearMonth old = JANUARY.minusMonths(23);
        moved.add(SampleProgramme.moved(old, old, Flow.ISSUED, 33));
        moved.add(SampleProgramme.moved(old, old, Flow.SET_ASIDE, -11));
        moved.add(pending(Flow.ISSUED, 7));
        LocalDate day = LocalDate.of(2026, 4, 30);

        Ageing ageing = Ageing.of(
                moved,
                day,
                Ageing.Price.of(List.of(
                        new Reimbursement(SampleProgramme.MARKET, 500, 2),
                        new Reimbursement(SampleProgramme.CAFE, 601, 1))),
                CohortFold.breakage(moved, day));

        long open = 4_000 - 904 + 33 + 7;
        assertThat(ageing.points()).isEqualTo(open);
        assertThat(bucket(ageing.byAge(), "age.5")).isEqualTo(22);
        assertThat(bucket(ageing.byAge(), "aside")).isEqualTo(11);
        assertThat(bucket(ageing.byAge(), "pending")).isEqualTo(7);
        assertThat(bucket(ageing.byEnd(), "end.0")).as("due").isEqualTo(22);
        assertThat(bucket(ageing.byEnd(), "end.4")).isEqualTo(4_000 - 904 - 900);
        assertThat(bucket(ageing.byEnd(), "end.5")).isEqualTo(900);
        for (List<Ageing.Bucket> each : List.of(ageing.byAge(), ageing.byEnd())) {
            assertThat(each.stream().mapToLong(Ageing.Bucket::points).sum()).isEqualTo(open);
            assertThat(each.stream().mapToLong(Ageing.Bucket::value).sum())
                    .isEqualTo(ageing.value());
        }
        // (2 x 500 + 1 x 601) / 3 = 533.67 agorot for 100 points.
        assertThat(ageing.value()).isEqualTo(Math.round(open * 1_601 / 300.0));
        assertThat(ageing.expected().orElseThrow()).isBetween(0.0, (double) ageing.value());
    }

    private static long bucket(List<Ageing.Bucket> buckets, String key) {
        return buckets.stream()
                .filter(b -> b.key().equals(key))
                .mapToLong(Ageing.Bucket::points)
                .sum();
    }

    @Test
    void the_price_of_points_that_nobody_accepted_yet_is_the_plain_mean_and_of_no_acceptor_zero() {
        Ageing.Price mean = Ageing.Price.of(List.of(
                new Reimbursement(SampleProgramme.MARKET, 500, 0),
                new Reimbursement(SampleProgramme.CAFE, 600, 0)));

        assertThat(mean.of(100)).isEqualTo(550);
        assertThat(mean.of(1)).isEqualTo(6);
        assertThat(mean.of(-1)).isEqualTo(-5);
        assertThat(Ageing.Price.of(List.of()).of(1_000)).isZero();
    }

    @Test
    void figures_are_proven_only_when_every_other_count_is_the_same() {
        List<PointsMovement> moved = SampleProgramme.movements();
        long open = 4_000 - 904;

        assertThat(ProgrammeFigures.of(SampleProgramme.facts(moved, open)).proven())
                .isTrue();
        assertThat(ProgrammeFigures.of(SampleProgramme.facts(moved, open + 1)).proven())
                .isFalse();
    }

    @Test
    void a_month_without_sales_stands_there_as_nothing() {
        ProgrammeFigures figures = SampleProgramme.report().figures();

        assertThat(figures.salesByMonth()).hasSize(4);
        assertThat(figures.salesByMonth().get(JANUARY.plusMonths(1))).isEqualTo(SalesSum.NONE);
        assertThat(figures.sales().memberSales()).isEqualTo(85_000_00);
        assertThat(figures.salesByPartner().keySet())
                .extracting(PartnerId::value)
                .containsExactly(1, 2);
        assertThat(figures.burnedElsewhere()).isEqualTo(900);
    }
}
