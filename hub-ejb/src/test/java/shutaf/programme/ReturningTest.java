package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import shutaf.member.MemberRef;
import shutaf.partner.Terms;
import shutaf.purchase.Purchase;
import shutaf.returns.GoodsReturn;
import shutaf.returns.ReturnOutcome;
import shutaf.shared.PartnerId;
import shutaf.shared.RefusalReason;

import java.util.List;
import java.util.Optional;

/** Goods come back and points with them: exactly what was earned, never twice. */
class ReturningTest {
    private final Programme programme = new Programme();
    private final PartnerId supermarket = programme.partner("SUPER");
    private final PartnerId cafe = programme.partner("CAFE");
    private final Programme.Person noa = programme.member(supermarket);

    @AfterEach
    void theBooksHold() {
        assertThat(programme.audit()).isEmpty();
    }

    @Test
    void half_of_a_line_takes_back_what_the_kept_half_would_not_have_earned() {
        Purchase sale = programme.buys(noa, supermarket, "12.80");

        ReturnOutcome.Returned back =
                done(programme.takeBack(programme.returnOf(sale, "1", "6.40")));

        assertThat(back.pointsBack()).isEqualTo(6);
        assertThat(back.balance()).isEqualTo(6);
        assertThat(programme.balance(noa)).isEqualTo(6);
    }

    @Test
    void returning_every_line_takes_back_exactly_what_was_earned_whatever_was_rounded() {
        Purchase sale = programme.receipt(
                supermarket,
                Optional.of(MemberRef.of("CARD", noa.card())),
                List.of(
                        Programme.line(1, "0.60", "A"),
                        Programme.line(2, "0.70", "B"),
                        Programme.line(3, "9.80", "C")));
        programme.send(sale);
        assertThat(programme.balance(noa)).isEqualTo(11);

        programme.takeBack(programme.returnOf(sale, "2", "0.70"));
        programme.takeBack(programme.returnOf(sale, "3", "9.80"));
        programme.takeBack(programme.returnOf(sale, "1", "0.60"));

        assertThat(programme.balance(noa)).isZero();
        assertThat(programme.position(supermarket).issuedCost()).isZero();
    }

    @Test
    void the_same_return_twice_counts_once() {
        Purchase sale = programme.buys(noa, supermarket, "50.00");
        GoodsReturn goods = programme.returnOf(sale, "1", "20.00");
        ReturnOutcome.Returned first = done(programme.takeBack(goods));

        ReturnOutcome.Returned again = done(programme.takeBack(goods));

        assertThat(again.repeated()).isTrue();
        assertThat(again.pointsBack()).isEqualTo(first.pointsBack());
        assertThat(programme.balance(noa)).isEqualTo(30);
    }

    @Test
    void more_than_was_sold_cannot_come_back() {
        Purchase sale = programme.buys(noa, supermarket, "50.00");
        programme.takeBack(programme.returnOf(sale, "1", "30.00"));

        ReturnOutcome refused = programme.takeBack(programme.returnOf(sale, "1", "20.01"));

        assertThat(((ReturnOutcome.Refused) refused).refusal().reason())
                .isEqualTo(RefusalReason.RETURN_EXCEEDS_SALE);
        assertThat(programme.balance(noa)).isEqualTo(20);
    }

    @Test
    void the_preview_says_what_is_owed_and_the_return_does_just_that() {
        Purchase sale = programme.buys(noa, supermarket, "42.00");
        programme.spends(noa, cafe, 10);
        GoodsReturn goods = programme.returnOf(sale, "1", "42.00");

        ReturnOutcome.Returned preview = done(programme.preview(goods));
        assertThat(programme.balance(noa)).isEqualTo(32);
        ReturnOutcome.Returned back = done(programme.takeBack(goods));

        assertThat(preview.pointsBack()).isEqualTo(42);
        assertThat(preview.alreadySpent()).isEqualTo(10);
        assertThat(preview.owed()).isEqualTo(10);
        assertThat(back.balance()).isEqualTo(preview.balance()).isZero();
        assertThat(back.owed()).isEqualTo(10);
        assertThat(programme.column(noa, "debt")).isEqualTo(10);
    }

    @Test
    void a_debt_is_settled_by_what_is_earned_next_and_the_issuer_gets_its_price() {
        Purchase sale = programme.buys(noa, supermarket, "42.00");
        programme.spends(noa, cafe, 10);
        programme.takeBack(programme.returnOf(sale, "1", "42.00"));

        programme.buys(noa, cafe, "25.00");

        assertThat(programme.balance(noa)).isEqualTo(15);
        assertThat(programme.column(noa, "debt")).isZero();
        assertThat(programme.position(supermarket).issuedCost()).isZero();
    }

    @Test
    void points_of_another_partner_stand_in_before_a_debt_is_made() {
        Purchase sale = programme.buys(noa, supermarket, "40.00");
        programme.buys(noa, cafe, "100.00");
        programme.spends(noa, cafe, 30);

        ReturnOutcome.Returned back =
                done(programme.takeBack(programme.returnOf(sale, "1", "40.00")));

        assertThat(back.alreadySpent()).isEqualTo(30);
        assertThat(back.owed()).isZero();
        assertThat(programme.balance(noa)).isEqualTo(70);
    }

    @Test
    void where_the_policy_stops_at_the_balance_the_partner_bears_the_rest() {
        PartnerId kind = programme.partner(
                "KIND",
                t -> new Terms(
                        t.validFrom(),
                        1,
                        600,
                        500,
                        0,
                        24,
                        t.excludedCategories(),
                        Terms.Clawback.WITHIN_BALANCE,
                        0));
        Purchase sale = programme.buys(noa, kind, "42.00");
        programme.spends(noa, cafe, 10);

        ReturnOutcome.Returned back =
                done(programme.takeBack(programme.returnOf(sale, "1", "42.00")));

        assertThat(back.owed()).isEqualTo(10);
        assertThat(programme.column(noa, "debt")).isZero();
        assertThat(programme.balance(noa)).isZero();
        assertThat(programme.position(kind).issuedCost()).isEqualTo(60);
    }

    @Test
    void a_return_before_its_sale_waits_for_the_sale() {
        Purchase sale = programme.receipt(supermarket, noa, "30.00");
        GoodsReturn goods = programme.returnOf(sale, "1", "10.00");

        assertThat(programme.takeBack(goods)).isEqualTo(new ReturnOutcome.Waiting(false));
        programme.send(sale);
        assertThat(programme.balance(noa)).isEqualTo(30);
        programme.night();

        assertThat(programme.balance(noa)).isEqualTo(20);
        assertThat(programme.takeBack(goods)).isInstanceOf(ReturnOutcome.Returned.class);
        assertThat(programme.balance(noa)).isEqualTo(20);
    }

    @Test
    void spending_never_lowers_what_counts_for_tiers_and_a_return_does() {
        Purchase sale = programme.buys(noa, supermarket, "80.00");
        programme.spends(noa, cafe, 70);
        assertThat(programme.column(noa, "qualifying")).isEqualTo(80);

        programme.takeBack(programme.returnOf(sale, "1", "20.00"));

        assertThat(programme.column(noa, "qualifying")).isEqualTo(60);
    }

    private static ReturnOutcome.Returned done(ReturnOutcome outcome) {
        return (ReturnOutcome.Returned) outcome;
    }
}
