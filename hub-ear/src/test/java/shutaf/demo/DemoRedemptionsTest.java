package shutaf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class DemoRedemptionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final Map<String, DemoMember> MEMBERS = new HashMap<>();
    private static final Map<DemoMember, Map<DemoPartner, Long>> EARNED = new HashMap<>();
    private static List<DemoRedemption> redemptions;

    @BeforeAll
    static void planRedemptions() {
        DemoCoalition coalition = DemoCoalition.endingBefore(TODAY);
        for (DemoMember member : coalition.members()) {
            MEMBERS.put(member.card(), member);
            MEMBERS.put(member.phone(), member);
            MEMBERS.put(member.email(), member);
        }
        for (DemoPartner partner : DemoPartner.values()) {
            coalition.receipts(partner).forEach(receipt -> count(partner, receipt));
        }
        redemptions = coalition.redemptions();
    }

    private static void count(DemoPartner partner, DemoReceipt receipt) {
        DemoMember member = MEMBERS.get(receipt.identifier());
        if (member != null) {
            EARNED.computeIfAbsent(member, m -> new HashMap<>())
                    .merge(partner, Math.floorDiv(receipt.signedAgorot(), 100L), Long::sum);
        }
    }

    @Test
    void they_fill_the_last_ten_weeks_and_end_before_today() {
        assertThat(redemptions).hasSizeGreaterThan(150).allSatisfy(redemption -> {
            assertThat(redemption.happenedAt().toLocalDate())
                    .isBetween(TODAY.minusWeeks(10), TODAY.minusDays(1))
                    .isEqualTo(redemption.receipt().businessDate());
            assertThat(redemption.points() % 20).isZero();
            assertThat(redemption.points()).isGreaterThanOrEqualTo(40);
        });
        assertThat(redemptions)
                .extracting(DemoRedemption::happenedAt)
                .isSortedAccordingTo(OffsetDateTime.timeLineOrder());
    }

    @Test
    void no_member_spends_more_than_was_ever_earned() {
        Map<DemoMember, Long> spent = new HashMap<>();
        redemptions.forEach(r -> spent.merge(r.member(), r.points(), Long::sum));

        spent.forEach((member, points) -> assertThat(points)
                .isLessThanOrEqualTo(EARNED.get(member).values().stream()
                        .mapToLong(Long::longValue)
                        .sum()));
    }

    @Test
    void points_are_spent_at_another_partner_than_they_came_from() {
        long elsewhere = redemptions.stream()
                .filter(redemption ->
                        !EARNED.get(redemption.member()).containsKey(redemption.partner()))
                .count();

        assertThat(elsewhere).isGreaterThan(redemptions.size() / 4);
        assertThat(redemptions).extracting(DemoRedemption::partner).contains(DemoPartner.values());
        assertThat(redemptions).anySatisfy(redemption -> {
            assertThat(redemption.partner()).isEqualTo(DemoPartner.CAFE);
            assertThat(EARNED.get(redemption.member())).containsKey(DemoPartner.SUPER);
        });
    }

    @Test
    void every_end_of_a_hold_occurs_and_captures_what_it_says() {
        Set<DemoRedemption.Then> seen = new HashSet<>();
        for (DemoRedemption redemption : redemptions) {
            seen.add(redemption.then());
            switch (redemption.then()) {
                case CAPTURED, REVERSED ->
                    assertThat(redemption.captured()).isEqualTo(redemption.points());
                case CAPTURED_IN_PART ->
                    assertThat(redemption.captured()).isBetween(20L, redemption.points() - 1);
                case VOIDED -> assertThat(redemption.captured()).isZero();
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(DemoRedemption.Then.values());
    }

    @Test
    void receipt_keys_are_unique() {
        assertThat(redemptions)
                .extracting(r -> r.partner() + r.receipt().text())
                .doesNotHaveDuplicates();
    }
}
