package shutaf.reports.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.reports.campaign.HoldoutDraw.Arm;

import java.util.stream.IntStream;

/** Worked examples from the literature, and what has no answer. */
class LiftExamplesTest {

    /** Hours of sleep won by two drugs (Student 1908; data set sleep of R, t.test). */
    @Test
    void welchs_test_of_students_sleepers() {
        ArmFigures first = ArmFigures.withoutPast(10, 0, 0.75, 1.78900967 * 1.78900967);
        ArmFigures second = ArmFigures.withoutPast(10, 0, 2.33, 2.00224874 * 2.00224874);

        Lift lift = Lift.ofMeans(first, second, 0.95).orElseThrow();

        assertThat(lift.effect()).isCloseTo(-1.58, within(1e-12));
        assertThat(lift.interval().low()).isCloseTo(-3.3654832, within(1e-6));
        assertThat(lift.interval().high()).isCloseTo(0.2054832, within(1e-6));
        assertThat(lift.chance()).isCloseTo(0.07939, within(5e-6));
        assertThat(lift.shown()).isFalse();
    }

    /** Newcombe 1998, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926"
    })
    void newcombes_differences_of_shares(
            long buyers, long members, long others, long of, double low, double high) {
        Lift lift = Lift.ofBuyers(
                        ArmFigures.withoutPast(members, buyers, 0, 0),
                        ArmFigures.withoutPast(of, others, 0, 0),
                        0.95)
                .orElseThrow();

        assertThat(lift.interval().low()).isCloseTo(low, within(5e-5));
        assertThat(lift.interval().high()).isCloseTo(high, within(5e-5));
    }

    /** The textbook's 63 an arm for half a standard deviation. */
    @Test
    void half_a_deviation_takes_sixty_three_an_arm() {
        SampleSize size = new SampleSize(1, 0.5, 0.95, 0.8);
        assertThat(size.members(0.5)).isEqualTo(126);
        assertThat(size.members(-0.25)).isEqualTo(503);
        assertThat(size.effect(126)).isCloseTo(0.5, within(2e-3));
    }

    /** 821,588 users against 815,482 where half was meant: Fabijan et al. 2019. */
    @Test
    void a_split_that_looks_even_is_not() {
        SplitCheck check = SplitCheck.of(
                ArmFigures.withoutPast(821_588, 0, 0, 0),
                ArmFigures.withoutPast(815_482, 0, 0, 0),
                0.5);
        assertThat(check.sizesByChance()).isCloseTo(1.8e-6, within(5e-8));
        assertThat(check.sizesFair()).isFalse();
    }

    /** Fieller: at both ends treated and multiplied held out are just as far as the bound. */
    @Test
    void the_relative_interval_ends_where_the_difference_does() {
        ArmFigures treated = ArmFigures.withoutPast(900, 0, 12, 400);
        ArmFigures heldOut = ArmFigures.withoutPast(100, 0, 10, 300);
        Lift lift = Lift.ofMeans(treated, heldOut, 0.95).orElseThrow();
        double wide = (lift.interval().high() - lift.effect()) / lift.standardError();

        Interval relative = lift.relative().orElseThrow();

        for (double end : new double[] {relative.low(), relative.high()}) {
            double times = 1 + end;
            double error = Math.sqrt(400.0 / 900 + times * times * 300 / 100);
            assertThat(Math.abs(12 - times * 10) / error).isCloseTo(wide, within(1e-9));
        }
        assertThat(relative.contains(0.2)).isTrue();
    }

    @Test
    void nothing_is_divided_by_held_out_members_who_did_next_to_nothing() {
        ArmFigures treated = ArmFigures.withoutPast(900, 0, 12, 400);
        ArmFigures heldOut = ArmFigures.withoutPast(10, 1, 1, 10);
        assertThat(Lift.ofMeans(treated, heldOut, 0.95).orElseThrow().relative())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "5, 1", "5, 0"})
    void too_few_members_give_no_effect(long treated, long heldOut) {
        assertThat(Lift.adjusted(arm(treated), arm(heldOut), 0.95)).isEmpty();
        assertThat(CampaignLift.of(arm(treated), arm(heldOut), 0.5).value()).isEmpty();
    }

    private static ArmFigures arm(long members) {
        return ArmFigures.withoutPast(members, 0, 0, 0);
    }

    @Test
    void members_who_all_did_the_same_give_no_effect() {
        assertThat(Lift.ofMeans(arm(50), arm(50), 0.95)).isEmpty();
        assertThat(Lift.ofBuyers(arm(50), arm(50), 0.95)).isEmpty();
    }

    @Test
    void what_cannot_be_is_refused_with_the_reason() {
        assertThatThrownBy(() -> ArmFigures.withoutPast(5, 6, 1, 1))
                .hasMessage("An arm of 5 members cannot have 6 buyers.");
        assertThatThrownBy(() -> ArmFigures.withoutPast(5, 1, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArmFigures.withoutPast(5, 1, 1, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HoldoutDraw("spring", 1))
                .hasMessage("A holdout is a share above 0 and below 1, not 1.0.");
        assertThatThrownBy(() -> new SampleSize(0, 0.1, 0.95, 0.8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SampleSize(1, 0.1, 0.95, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SampleSize(1, 0.1, 0.95, 0.8).members(0))
                .hasMessage("No number of members shows an effect of zero.");
    }

    @Test
    void a_draw_holds_its_share_out_and_every_campaign_draws_anew() {
        HoldoutDraw spring = new HoldoutDraw("spring", 0.1);
        HoldoutDraw summer = new HoldoutDraw("summer", 0.1);
        long both = 0;
        long held = 0;
        for (String member :
                IntStream.range(0, 100_000).mapToObj(Integer::toString).toList()) {
            boolean out = spring.arm(member) == Arm.HELD_OUT;
            assertThat(spring.arm(member)).isEqualTo(out ? Arm.HELD_OUT : Arm.TREATED);
            held += out ? 1 : 0;
            both += out && summer.arm(member) == Arm.HELD_OUT ? 1 : 0;
        }
        assertThat(held).isBetween(9_700L, 10_300L);
        assertThat(both).isBetween(880L, 1_120L);
    }
}
