package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import shutaf.intake.IntakeOutcome;
import shutaf.member.MemberRef;
import shutaf.purchase.Purchase;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;
import shutaf.shared.RefusalReason;

import java.util.List;
import java.util.Optional;

/** What a member earns and what the partner pays for it. */
class EarningTest {
    private final Programme programme = new Programme();
    private final PartnerId supermarket = programme.partner("SUPER");
    private final Programme.Person noa = programme.member(supermarket);

    @AfterEach
    void theBooksHold() {
        assertThat(programme.audit()).isEmpty();
    }

    @Test
    void an_unfinished_shekel_earns_nothing_and_is_rounded_once_per_receipt() {
        Purchase receipt = programme.receipt(
                supermarket,
                Optional.of(MemberRef.of("CARD", noa.card())),
                List.of(Programme.line(1, "10.60", "FOOD"), Programme.line(2, "2.60", "FOOD")));

        IntakeOutcome.Accrued accrued = (IntakeOutcome.Accrued) programme.send(receipt);

        assertThat(accrued.points()).isEqualTo(13);
        assertThat(accrued.balance()).isEqualTo(13);
        assertThat(programme.balance(noa)).isEqualTo(13);
    }

    @Test
    void a_gift_card_earns_nothing_and_the_answer_says_so() {
        Purchase receipt = programme.receipt(
                supermarket,
                Optional.of(MemberRef.of("CARD", noa.card())),
                List.of(
                        Programme.line(1, "12.80", "DAIRY"),
                        Programme.line(2, "100.00", "GIFT_CARD")));

        IntakeOutcome.Accrued accrued = (IntakeOutcome.Accrued) programme.send(receipt);

        assertThat(accrued.points()).isEqualTo(12);
        assertThat(accrued.reasons()).anySatisfy(r -> {
            assertThat(r.key()).isEqualTo("excluded");
            assertThat(r.line()).isEqualTo(2);
            assertThat(r.args()).containsExactly("GIFT_CARD");
        });
    }

    @Test
    void the_same_receipt_twice_counts_once_and_gets_the_first_answer() {
        Purchase receipt = programme.receipt(supermarket, noa, "50.00");
        IntakeOutcome.Accrued first = (IntakeOutcome.Accrued) programme.send(receipt);
        programme.buys(noa, supermarket, "7.00");

        IntakeOutcome.Accrued again = (IntakeOutcome.Accrued) programme.send(receipt);

        assertThat(again.repeated()).isTrue();
        assertThat(again.journal()).isEqualTo(first.journal());
        assertThat(again.balance()).isEqualTo(50);
        assertThat(programme.balance(noa)).isEqualTo(57);
    }

    @Test
    void the_same_receipt_twice_in_one_list_counts_once() {
        Purchase receipt = programme.receipt(supermarket, noa, "50.00");

        List<IntakeOutcome> outcomes = programme.send(List.of(receipt, receipt));

        assertThat(outcomes)
                .allSatisfy(
                        o -> assertThat(((IntakeOutcome.Accrued) o).points()).isEqualTo(50));
        assertThat(programme.balance(noa)).isEqualTo(50);
    }

    @Test
    void the_same_receipt_with_other_content_is_refused() {
        Purchase receipt = programme.receipt(supermarket, noa, "50.00");
        programme.send(receipt);
        Purchase other = new Purchase(
                receipt.partner(),
                receipt.receipt(),
                receipt.happenedAt(),
                receipt.member(),
                List.of(Programme.line(1, "60.00", "FOOD")),
                new Money(6000, "ILS"),
                0,
                receipt.channel());

        assertThat(refusal(programme.send(other))).isEqualTo(RefusalReason.KEY_REUSED);
        assertThat(programme.balance(noa)).isEqualTo(50);
    }

    @Test
    void a_receipt_of_nobody_we_know_is_kept() {
        Purchase receipt = programme.receipt(
                supermarket,
                Optional.of(MemberRef.of("CARD", "2999999999999")),
                List.of(Programme.line(1, "9", "X")));

        assertThat(programme.send(receipt)).isEqualTo(new IntakeOutcome.Unclaimed(false));
        assertThat(programme.send(receipt)).isEqualTo(new IntakeOutcome.Unclaimed(true));
    }

    @Test
    void lines_that_miss_the_total_by_more_than_an_agora_per_rate_are_refused() {
        Purchase right = programme.receipt(supermarket, noa, "50.00");
        assertThat(programme.send(withTotal(right, 5001)))
                .isInstanceOf(IntakeOutcome.Accrued.class);
        Purchase wrong = programme.receipt(supermarket, noa, "50.00");

        assertThat(refusal(programme.send(withTotal(wrong, 5002))))
                .isEqualTo(RefusalReason.TOTAL_MISMATCH);
        assertThat(programme.balance(noa)).isEqualTo(50);
    }

    @Test
    void one_bad_purchase_in_a_list_hurts_no_other() {
        Purchase good = programme.receipt(supermarket, noa, "5.00");
        Purchase bad = withTotal(programme.receipt(supermarket, noa, "6.00"), 1);

        List<IntakeOutcome> outcomes = programme.send(List.of(bad, good));

        assertThat(refusal(outcomes.getFirst())).isEqualTo(RefusalReason.TOTAL_MISMATCH);
        assertThat(outcomes.getLast()).isInstanceOf(IntakeOutcome.Accrued.class);
        assertThat(programme.balance(noa)).isEqualTo(5);
    }

    @Test
    void pending_points_are_visible_not_spendable_and_their_clock_starts_when_they_ripen() {
        programme.at("2026-03-10");
        PartnerId hotel = programme.partner("HOTEL", usual -> pending(14));

        programme.buys(noa, hotel, "300.00");

        assertThat(programme.balance(noa)).isZero();
        assertThat(programme.column(noa, "pending")).isEqualTo(300);
        programme.at("2026-03-24").night();
        assertThat(programme.balance(noa)).isEqualTo(300);
        programme.at("2028-03-31").night();
        assertThat(programme.balance(noa)).isEqualTo(300);
        programme.at("2028-04-01").night();
        assertThat(programme.balance(noa)).isZero();
    }

    @Test
    void the_partner_pays_the_rate_of_the_day_for_what_it_issued() {
        programme.buys(noa, supermarket, "100.00");
        programme.buys(noa, supermarket, "1.00");

        assertThat(programme.position(supermarket).issued()).isEqualTo(101);
        assertThat(programme.position(supermarket).issuedCost()).isEqualTo(606);
        assertThat(programme.position(supermarket).dueToPartner()).isEqualTo(-606);
    }

    private static shutaf.partner.Terms pending(int days) {
        shutaf.partner.Terms u = Programme.USUAL;
        return new shutaf.partner.Terms(
                u.validFrom(),
                u.pointsPerUnit(),
                u.pricePer100Points(),
                u.refundPer100Points(),
                days,
                u.expiryMonths(),
                u.excludedCategories(),
                u.clawback(),
                u.debtCap());
    }

    private static Purchase withTotal(Purchase p, long total) {
        return new Purchase(
                p.partner(),
                p.receipt(),
                p.happenedAt(),
                p.member(),
                p.lines(),
                new Money(total, "ILS"),
                p.paidWithPoints(),
                p.channel());
    }

    private static RefusalReason refusal(IntakeOutcome outcome) {
        return ((IntakeOutcome.Refused) outcome).refusal().reason();
    }
}
