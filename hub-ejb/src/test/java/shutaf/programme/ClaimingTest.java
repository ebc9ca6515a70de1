package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import shutaf.audit.AuditTrail;
import shutaf.audit.Deed;
import shutaf.crm.UnclaimedReceipts;
import shutaf.intake.ClaimOutcome;
import shutaf.intake.IntakeOutcome;
import shutaf.intake.ReceiptClaims;
import shutaf.member.Members;
import shutaf.partner.Terms;
import shutaf.purchase.Purchase;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A receipt that came without a member is given to one later: once, at the rates of its day. */
class ClaimingTest {
    private final Programme programme = new Programme().at("2026-11-20");
    private final PartnerId market = programme.partner("MARKET");
    private final Programme.Person noa = programme.member(market);
    private Purchase receipt;

    @BeforeEach
    void somebodyPaidWithoutACard() {
        receipt = programme.receipt(
                market,
                Optional.empty(),
                List.of(
                        Programme.line(1, "60.00", "FOOD"),
                        Programme.line(2, "40.00", "GIFT_CARD"),
                        Programme.line(3, "25.50", "FOOD")));
        assertThat(programme.send(receipt)).isEqualTo(new IntakeOutcome.Unclaimed(false));
    }

    private ClaimOutcome claim(MemberId member, Money total) {
        return programme.call(() -> programme
                .bean(ReceiptClaims.class)
                .claim(new ReceiptClaims.Claim(market, receipt.receipt(), total, member, "rivka")));
    }

    private IntakeOutcome.Accrued claimed(Programme.Person who) {
        return ((ClaimOutcome.Claimed) claim(who.id(), receipt.total())).accrued();
    }

    private ClaimOutcome.Reason refused(Programme.Person who) {
        return ((ClaimOutcome.Refused) claim(who.id(), receipt.total())).reason();
    }

    private boolean listed() {
        return programme
                .call(() -> programme.bean(UnclaimedReceipts.class).page("", 0, 100))
                .stream()
                .anyMatch(row -> row.partner().id().equals(market)
                        && row.receipt().equals(receipt.receipt()));
    }

    @Test
    void the_member_gets_what_it_would_have_earned_and_why_it_came_late() {
        assertThat(listed()).isTrue();
        programme.at("2026-11-25");

        IntakeOutcome.Accrued accrued = claimed(noa);

        assertThat(accrued.points()).isEqualTo(85);
        assertThat(accrued.repeated()).isFalse();
        assertThat(accrued.reasons())
                .anySatisfy(r -> assertThat(r.key()).isEqualTo("claimed"))
                .anySatisfy(r -> assertThat(r.key()).isEqualTo("excluded"));
        assertThat(programme.balance(noa)).isEqualTo(85);
        assertThat(programme.position(market).issued()).isEqualTo(85);
        assertThat(listed()).isFalse();
        assertThat(programme.audit()).isEmpty();
    }

    @Test
    void it_is_claimed_once_however_often_it_is_asked_for() {
        IntakeOutcome.Accrued first = claimed(noa);
        IntakeOutcome.Accrued again = claimed(noa);

        assertThat(again.repeated()).isTrue();
        assertThat(again.journal()).isEqualTo(first.journal());
        assertThat(programme.balance(noa)).isEqualTo(85);
        assertThat(refused(programme.member(market))).isEqualTo(ClaimOutcome.Reason.CLAIMED_BEFORE);
        assertThat(programme.send(receipt))
                .isInstanceOfSatisfying(
                        IntakeOutcome.Accrued.class,
                        a -> assertThat(a.repeated()).isTrue());
    }

    @Test
    void who_does_not_know_its_total_does_not_learn_that_it_exists() {
        assertThat(claim(noa.id(), new Money(12_549, "ILS")))
                .isEqualTo(new ClaimOutcome.Refused(ClaimOutcome.Reason.NOT_FOUND));
        assertThat(programme.balance(noa)).isZero();
    }

    @Test
    void after_the_window_and_for_a_blocked_member_it_stays_unclaimed() {
        programme.call(() -> {
            programme.bean(Members.class).find(noa.id()).orElseThrow().block();
            return null;
        });
        assertThat(refused(noa)).isEqualTo(ClaimOutcome.Reason.MEMBER_BLOCKED);

        Programme.Person dan = programme.member(market);
        programme.at("2026-12-21");
        assertThat(refused(dan)).isEqualTo(ClaimOutcome.Reason.TOO_LATE);
        programme.at("2026-12-20");
        assertThat(claimed(dan).points()).isEqualTo(85);
    }

    @Test
    void the_rates_of_its_own_day_count_not_those_of_the_day_of_the_claim() {
        Terms u = Programme.USUAL;
        Terms dearer = new Terms(
                LocalDate.parse("2026-11-22"),
                3,
                u.pricePer100Points(),
                u.refundPer100Points(),
                u.pendingDays(),
                u.expiryMonths(),
                u.excludedCategories(),
                u.clawback(),
                u.debtCap());
        programme.call(() -> {
            programme.agree(market, dearer);
            return null;
        });
        programme.at("2026-11-25");

        assertThat(claimed(noa).points()).isEqualTo(85);
    }

    @Test
    void goods_that_came_back_meanwhile_earn_nothing_and_later_returns_take_the_rest() {
        programme.takeBack(programme.returnOf(receipt, "1", "60.00"));
        assertThat(claimed(noa).points()).isEqualTo(25);

        programme.takeBack(programme.returnOf(receipt, "3", "25.50"));

        assertThat(programme.balance(noa)).isZero();
        assertThat(programme.position(market).issuedCost()).isZero();
        assertThat(programme.audit()).isEmpty();
    }

    @Test
    void of_many_who_claim_at_once_one_gets_it() throws Exception {
        List<Callable<Boolean>> claims = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Programme.Person one = programme.member(market);
            claims.add(() -> claim(one.id(), receipt.total()) instanceof ClaimOutcome.Claimed);
        }
        int winners = 0;
        try (ExecutorService people = Executors.newFixedThreadPool(claims.size())) {
            for (Future<Boolean> answer : people.invokeAll(claims)) {
                winners += answer.get() ? 1 : 0;
            }
        }

        assertThat(winners).isEqualTo(1);
        assertThat(programme.position(market).issued()).isEqualTo(85);
        assertThat(programme.audit()).isEmpty();
    }

    @Test
    void who_claimed_for_whom_is_kept() {
        claimed(noa);

        List<AuditTrail.Entry> kept =
                programme.call(() -> programme.bean(AuditTrail.class).page(0, 200));

        assertThat(kept)
                .extracting(AuditTrail.Entry::note)
                .contains(new AuditTrail.Note(
                        "rivka",
                        Deed.RECEIPT_CLAIMED,
                        Optional.of(market),
                        Optional.of(noa.id()),
                        receipt.receipt().toString(),
                        "points 85"));
    }
}
