package shutaf.reports.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import shutaf.reports.document.ReportLanguage;

import java.util.Optional;
import java.util.Random;

/**
 * Campaigns whose effect is known because we made it: the engine finds it as often as it says.
 *
 * <p>Spending is as it is in shops: many buy nothing, few buy much, and who bought much before does
 * again. The seeds are fixed; the bounds are four standard errors of the counted shares wide.
 */
class LiftSimulationTest {
    private static final int CAMPAIGNS = 600;
    private static final int MEMBERS = 1000;
    private static final double HELD_OUT = 0.2;

    /** Spending before and during, one member after the other. */
    private static final class Gathered {
        private long members;
        private long buyers;
        private double before;
        private double during;
        private double squaresBefore;
        private double squares;
        private double products;

        void add(double past, double spent) {
            members++;
            buyers += spent > 0 ? 1 : 0;
            double fromBefore = past - before;
            double from = spent - during;
            before += fromBefore / members;
            during += from / members;
            squaresBefore += fromBefore * (past - before);
            squares += from * (spent - during);
            products += fromBefore * (spent - during);
        }

        ArmFigures figures() {
            return new ArmFigures(
                    members,
                    buyers,
                    during,
                    squares / (members - 1),
                    before,
                    squaresBefore / (members - 1),
                    products / (members - 1));
        }
    }

    private record Arms(ArmFigures treated, ArmFigures heldOut) {}

    private static Arms campaign(Random random, int number, double effect) {
        HoldoutDraw draw = new HoldoutDraw("campaign " + number, HELD_OUT);
        Gathered treated = new Gathered();
        Gathered heldOut = new Gathered();
        for (int member = 0; member < MEMBERS; member++) {
            double taste = Math.exp(0.8 * random.nextGaussian());
            boolean held = draw.arm(Integer.toString(member)) == HoldoutDraw.Arm.HELD_OUT;
            double spent = spending(random, taste) + (held ? 0 : effect);
            (held ? heldOut : treated).add(spending(random, taste), spent);
        }
        return new Arms(treated.figures(), heldOut.figures());
    }

    private static double spending(Random random, double taste) {
        return random.nextDouble() < 0.4 ? 0 : 50 * taste * Math.exp(0.5 * random.nextGaussian());
    }

    @Test
    void the_known_effect_lies_in_ninety_five_of_a_hundred_intervals() {
        Random random = new Random(7);
        int plain = 0;
        int adjusted = 0;
        double widths = 0;
        double sum = 0;
        for (int i = 0; i < CAMPAIGNS; i++) {
            Arms arms = campaign(random, i, 6);
            Lift of = Lift.ofMeans(arms.treated(), arms.heldOut(), 0.95).orElseThrow();
            Lift corrected = Lift.adjusted(arms.treated(), arms.heldOut(), 0.95).orElseThrow();
            plain += of.interval().contains(6) ? 1 : 0;
            adjusted += corrected.interval().contains(6) ? 1 : 0;
            widths += corrected.standardError() / of.standardError() / CAMPAIGNS;
            sum += corrected.effect() / CAMPAIGNS;
        }
        assertThat((double) plain / CAMPAIGNS).isBetween(0.914, 0.986);
        assertThat((double) adjusted / CAMPAIGNS).isBetween(0.914, 0.986);
        assertThat(sum).isCloseTo(6, within(0.6));
        assertThat(widths).as("the time before takes noise away").isBetween(0.75, 0.97);
    }

    @Test
    void a_campaign_without_effect_shows_one_as_often_as_was_allowed() {
        Random random = new Random(11);
        int shown = 0;
        int suspected = 0;
        for (int i = 0; i < CAMPAIGNS; i++) {
            Arms arms = campaign(random, i, 0);
            CampaignLift lift = CampaignLift.of(arms.treated(), arms.heldOut(), HELD_OUT);
            shown += lift.value().filter(Lift::shown).isPresent() ? 1 : 0;
            suspected += lift.value().isEmpty() ? 1 : 0;
        }
        assertThat((double) shown / CAMPAIGNS).isBetween(0.014, 0.086);
        assertThat(suspected).as("fair splits that were refused").isLessThanOrEqualTo(6);
    }

    @Test
    void an_effect_of_the_size_that_can_be_seen_is_seen_four_times_of_five() {
        Random random = new Random(13);
        Arms first = campaign(random, CAMPAIGNS, 0);
        double effect = CampaignLift.of(first.treated(), first.heldOut(), HELD_OUT)
                .detectable()
                .orElseThrow();
        int shown = 0;
        for (int i = 0; i < CAMPAIGNS; i++) {
            Arms arms = campaign(random, i, effect);
            Optional<Lift> value =
                    CampaignLift.of(arms.treated(), arms.heldOut(), HELD_OUT).value();
            shown += value.filter(Lift::shown).isPresent() ? 1 : 0;
        }
        assertThat((double) shown / CAMPAIGNS).isBetween(0.70, 0.90);
    }

    @Test
    void a_split_that_lets_good_customers_choose_gives_no_effect_at_all() {
        Random random = new Random(17);
        Gathered treated = new Gathered();
        Gathered heldOut = new Gathered();
        for (int member = 0; member < MEMBERS; member++) {
            double taste = Math.exp(0.8 * random.nextGaussian());
            boolean held = random.nextDouble() < (taste > 1 ? 0.05 : 0.35);
            (held ? heldOut : treated).add(spending(random, taste), spending(random, taste));
        }
        CampaignLift lift = CampaignLift.of(treated.figures(), heldOut.figures(), HELD_OUT);

        assertThat(lift.split().sizesFair()).isTrue();
        assertThat(lift.split().alikeBefore()).isFalse();
        assertThat(lift.value()).isEmpty();
        assertThat(LiftReading.of(lift, ReportLanguage.ENGLISH))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("The split is broken: the two groups already differed");
    }

    @Test
    void the_sentences_say_what_was_found_in_both_languages() {
        Arms arms = campaign(new Random(19), 1, 20);
        CampaignLift lift = CampaignLift.of(arms.treated(), arms.heldOut(), HELD_OUT);

        assertThat(LiftReading.of(lift, ReportLanguage.ENGLISH))
                .hasSize(6)
                .anyMatch(s -> s.startsWith("The campaign changed the outcome by "))
                .noneMatch(s -> s.contains("NaN") || s.contains("{"));
        assertThat(LiftReading.of(lift, ReportLanguage.HEBREW))
                .hasSize(6)
                .noneMatch(s -> s.contains("NaN") || s.contains("{"));
    }
}
